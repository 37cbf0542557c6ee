// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/discretise.h"

#include "core/network/shapes.h"

#include <functional>
#include <numeric>

namespace dnas {

namespace {

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

std::vector<std::size_t> keptIndices(const std::vector<std::uint8_t> &mask)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i])
            kept.push_back(i);
    }
    return kept;
}

/// What is left of an array: the positions of its rows (first axis) and columns (second axis), whatever the axes
/// behind.
KeptArray slice(const std::vector<std::int64_t> &shape, const std::vector<std::size_t> &rows,
                const std::vector<std::size_t> *columns)
{
    KeptArray out{.shape = shape, .positions = {}};
    out.shape[0] = static_cast<std::int64_t>(rows.size());
    const std::size_t columnCount = shape.size() > 1 ? static_cast<std::size_t>(shape[1]) : 1;
    std::size_t inner = 1;
    for (std::size_t axis = 2; axis < shape.size(); ++axis)
        inner *= static_cast<std::size_t>(shape[axis]);
    std::vector<std::size_t> all;
    if (!columns) {
        all.resize(columnCount);
        std::iota(all.begin(), all.end(), std::size_t{0});
        columns = &all;
    } else {
        out.shape[1] = static_cast<std::int64_t>(columns->size());
    }
    out.positions.reserve(rows.size() * columns->size() * inner);
    for (const std::size_t row : rows) {
        for (const std::size_t column : *columns) {
            for (std::size_t i = 0; i < inner; ++i)
                out.positions.push_back((row * columnCount + column) * inner + i);
        }
    }
    return out;
}

} // namespace

std::map<std::string, KeptArray> keptArrays(const SearchSpace &space, const ChannelMasks &masks)
{
    const Network &seed = space.seed();
    const auto shapes = weightShapes(seed);
    std::map<std::string, KeptArray> kept;
    for (std::size_t i = 0; i < seed.layers.size(); ++i) {
        const Layer &layer = seed.layers[i];
        if (layer.op == "input")
            continue;
        const auto rows = keptIndices(space.featureMask(static_cast<int>(i), masks));
        for (const char *part : {"weight", "bias", "scale", "shift", "mean", "variance"}) {
            const auto found = shapes.find(layer.name + "." + part);
            if (found == shapes.end())
                continue;
            // Depthwise kernels and 1-D arrays have no input axis to cut; frozen grouped ones keep everything.
            if (found->second.size() < 2 || layer.groups > 1) {
                kept[found->first] = slice(found->second, rows, nullptr);
            } else {
                const auto columns = keptIndices(space.featureMask(layer.inputs[0], masks));
                kept[found->first] = slice(found->second, rows, &columns);
            }
        }
    }
    return kept;
}

WeightStore deriveWeights(const SearchSpace &space, const ChannelMasks &masks, const WeightStore &weights)
{
    WeightStore derived;
    for (auto &[name, kept] : keptArrays(space, masks)) {
        const auto found = weights.find(name);
        if (found == weights.end())
            continue;
        NamedArray &array = derived[name];
        array.shape = kept.shape;
        array.values.reserve(kept.positions.size());
        for (const std::size_t position : kept.positions)
            array.values.push_back(found->second.values[position]);
    }
    return derived;
}

void insertWeights(const SearchSpace &space, const ChannelMasks &masks, const WeightStore &derived, WeightStore &seed)
{
    for (const auto &[name, kept] : keptArrays(space, masks)) {
        const std::vector<float> &values = derived.at(name).values;
        std::vector<float> &target = seed.at(name).values;
        for (std::size_t i = 0; i < kept.positions.size(); ++i)
            target[kept.positions[i]] = values[i];
    }
}

std::map<std::string, std::vector<std::int64_t>> weightShapes(const Network &network)
{
    std::map<std::string, std::vector<std::int64_t>> shapes;
    const auto inferred = inferShapes(network);
    if (!inferred.ok())
        return shapes;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        const std::int64_t out = inferred.value()[i].channels;
        if (layer.op == "conv") {
            const std::int64_t in = inferred.value()[static_cast<std::size_t>(layer.inputs[0])].channels;
            shapes[layer.name + ".weight"] = {out, in / layer.groups, layer.kernel.height, layer.kernel.width};
        } else if (layer.op == "dense") {
            const std::int64_t in = inferred.value()[static_cast<std::size_t>(layer.inputs[0])].elements();
            shapes[layer.name + ".weight"] = {out, in};
        } else if (layer.op == "batch_norm") {
            for (const char *part : {"scale", "shift", "mean", "variance"})
                shapes[layer.name + "." + part] = {out};
        }
        if ((layer.op == "conv" || layer.op == "dense") && layer.bias)
            shapes[layer.name + ".bias"] = {out};
    }
    return shapes;
}

Result<void> checkWeights(const Network &network, const WeightStore &weights, const std::string &file)
{
    const auto shapes = weightShapes(network);
    for (const auto &[name, shape] : shapes) {
        const auto found = weights.find(name);
        if (found == weights.end())
            return invalidInput("the network " + network.name + " needs this array, but the file does not have it",
                                {file, 0, name});
        if (found->second.shape != shape)
            return invalidInput("has the shape " + shapeText(found->second.shape) + ", the network " + network.name +
                                    " needs " + shapeText(shape),
                                {file, 0, name});
    }
    for (const auto &[name, array] : weights) {
        if (!shapes.contains(name))
            return invalidInput("the network " + network.name + " has no such array", {file, 0, name});
    }
    return {};
}

} // namespace dnas
