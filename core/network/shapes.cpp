// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walks the layers once in their order; operators know the rules, limits are kept here.
#include "core/network/shapes.h"

#include "core/network/limits.h"
#include "core/network/window.h"

namespace dnas {

namespace {

Error atLayer(const Layer &layer, Error error)
{
    error.place.key = error.place.key.empty() ? layer.name : layer.name + "." + error.place.key;
    return error;
}

Result<void> checkInputCount(const Operator &op, std::size_t count)
{
    const auto given = static_cast<std::int64_t>(count);
    if (given >= op.minInputs() && given <= op.maxInputs())
        return {};
    const std::string wanted = op.minInputs() == op.maxInputs() ? "exactly " + std::to_string(op.minInputs())
                                                                : "at least " + std::to_string(op.minInputs());
    return invalidInput(std::string(op.name()) + " takes " + wanted + (op.minInputs() == 1 ? " input, " : " inputs, ") +
                            std::to_string(given) + " given; list them under from",
                        {.key = "from"});
}

Result<void> checkShape(const Shape &shape)
{
    if (shape.channels < 1 || shape.height < 1 || shape.width < 1)
        return invalidInput("has the size " + shapeText(shape) + "; every size must be 1 or more");
    if (shape.channels > kMaxChannels || shape.height > kMaxSpatial || shape.width > kMaxSpatial ||
        shape.elements() > kMaxElements)
        return invalidInput("has the size " + shapeText(shape) + ", which is beyond what we handle; check the numbers");
    return {};
}

/// Before anything is counted in 64 bits.
Result<void> checkCounts(const Layer &layer, std::span<const Shape> inputs, const Shape &output)
{
    if (layer.channels == 0)
        return {};
    const double weights = static_cast<double>(layer.channels) * inputs.front().channels / layer.groups *
                           static_cast<double>(layer.kernel.area());
    if (weights > kMaxWeights || weights * output.height * output.width > kMaxMacs)
        return invalidInput("has more weights or multiply-adds than we can count; check the numbers");
    return {};
}

} // namespace

Result<Shape> inferLayerShape(const Layer &layer, std::span<const Shape> inputs)
{
    const Operator *op = findOperator(layer.op);
    if (op == nullptr)
        return atLayer(layer, invalidInput("unknown operator '" + layer.op + "'", {.key = "op"}));
    if (Result<void> check = checkInputCount(*op, inputs.size()); !check.ok())
        return atLayer(layer, check.error());
    Result<Shape> output = op->inferShape(layer, inputs);
    if (!output.ok())
        return atLayer(layer, output.error());
    if (Result<void> check = checkShape(*output); !check.ok())
        return atLayer(layer, check.error());
    if (Result<void> check = checkCounts(layer, inputs, *output); !check.ok())
        return atLayer(layer, check.error());
    return output;
}

Result<std::vector<Shape>> inferShapes(const Network &network)
{
    if (network.layers.empty() || network.layers.front().op != "input")
        return invalidInput("the first layer must be the input", {.key = "layers"});
    if (Result<void> check = checkShape(network.input); !check.ok())
        return atLayer(network.layers.front(), check.error());
    std::vector<Shape> shapes{network.input};
    for (std::size_t i = 1; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        for (const int input : layer.inputs) {
            if (input < 0 || static_cast<std::size_t>(input) >= i)
                return atLayer(layer, invalidInput("takes a layer that does not stand before it", {.key = "from"}));
        }
        const Result<Shape> output = inferLayerShape(layer, inputShapes(network, static_cast<int>(i), shapes));
        if (!output.ok())
            return output.error();
        shapes.push_back(*output);
    }
    return shapes;
}

std::vector<Shape> inputShapes(const Network &network, int index, const std::vector<Shape> &shapes)
{
    std::vector<Shape> inputs;
    for (const int input : network.layers[static_cast<std::size_t>(index)].inputs)
        inputs.push_back(shapes[static_cast<std::size_t>(input)]);
    return inputs;
}

std::vector<LayerCounts> countLayers(const Network &network, const std::vector<Shape> &shapes)
{
    std::vector<LayerCounts> counts;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const Operator *op = findOperator(network.layers[i].op);
        assert(op != nullptr);
        counts.push_back(op->count(network.layers[i], inputShapes(network, static_cast<int>(i), shapes), shapes[i]));
    }
    return counts;
}

LayerCounts countNetwork(const Network &network)
{
    const Result<std::vector<Shape>> shapes = inferShapes(network);
    LayerCounts sum;
    if (!shapes.ok())
        return sum;
    for (const LayerCounts &counts : countLayers(network, *shapes))
        sum += counts;
    return sum;
}

} // namespace dnas
