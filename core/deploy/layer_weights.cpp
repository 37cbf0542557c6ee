// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/layer_weights.h"

#include "core/base/joined.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    return shape.empty() ? "a single number"
                         : joined(
                               shape, [](std::int64_t size) { return std::to_string(size); }, "×");
}

std::int64_t elements(const std::vector<std::int64_t> &shape)
{
    std::int64_t product = 1;
    for (const std::int64_t size : shape)
        product *= size;
    return product;
}

} // namespace

Result<const NamedArray *> findWeight(const WeightStore &weights, const Layer &layer, const std::string &part,
                                      const std::vector<std::int64_t> &shape)
{
    const std::string name = layer.name + "." + part;
    const auto found = weights.find(name);
    if (found == weights.end())
        return invalidInput("weight " + name + " is missing; take the weights that belong to this network",
                            {.key = name});
    const NamedArray &array = found->second;
    if (array.shape != shape || static_cast<std::int64_t>(array.values.size()) != elements(shape))
        return invalidInput("weight " + name + " has the shape " + shapeText(array.shape) + " (" +
                                std::to_string(array.values.size()) + " values), but " + shapeText(shape) +
                                " is needed; take the weights that belong to this network",
                            {.key = name});
    if (!std::all_of(array.values.begin(), array.values.end(), [](float v) { return std::isfinite(v); }))
        return invalidInput("weight " + name +
                                " holds values that are not numbers; its training diverged, use another "
                                "candidate",
                            {.key = name});
    return &array;
}

Result<LinearWeights> linearWeights(const WeightStore &weights, const Layer &layer, const Shape &input)
{
    std::vector<std::int64_t> shape{layer.channels, input.channels};
    if (layer.op == "conv")
        shape = {layer.channels, input.channels / layer.groups, layer.kernel.height, layer.kernel.width};
    const Result<const NamedArray *> weight = findWeight(weights, layer, "weight", shape);
    if (!weight.ok())
        return weight.error();
    LinearWeights linear{**weight, std::nullopt};
    if (layer.bias) {
        const Result<const NamedArray *> bias = findWeight(weights, layer, "bias", {layer.channels});
        if (!bias.ok())
            return bias.error();
        linear.bias = (*bias)->values;
    }
    return linear;
}

Result<Normalisation> normalisation(const WeightStore &weights, const Layer &layer, int channels)
{
    Normalisation parts;
    const std::pair<const char *, const NamedArray **> wanted[] = {
        {"scale", &parts.scale}, {"shift", &parts.shift}, {"mean", &parts.mean}, {"variance", &parts.variance}};
    for (const auto &[part, target] : wanted) {
        const Result<const NamedArray *> array = findWeight(weights, layer, part, {channels});
        if (!array.ok())
            return array.error();
        *target = *array;
    }
    const std::vector<float> &variance = parts.variance->values;
    if (std::any_of(variance.begin(), variance.end(), [](float v) { return v < 0; }))
        return invalidInput("weight " + layer.name + ".variance holds negative values; a variance cannot be negative",
                            {.key = layer.name + ".variance"});
    return parts;
}

} // namespace dnas
