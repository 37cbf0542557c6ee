// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See network_output.h.
#include "app/cli/network_output.h"

#include "core/base/joined.h"
#include "core/network/shapes.h"

#include <algorithm>

namespace paretoscope {

using namespace dnas;

namespace {

bool hasKey(const Layer &layer, std::string_view key)
{
    const Operator *op = findOperator(layer.op);
    if (!op)
        return false;
    const auto keys = op->keys();
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string operatorText(const Network &network, std::size_t index, const std::vector<Shape> &shapes)
{
    const Layer &layer = network.layers[index];
    const bool depthwise =
        !layer.inputs.empty() && isDepthwise(layer, shapes[static_cast<std::size_t>(layer.inputs.front())]);
    std::string text = layer.op == "conv" && depthwise ? "conv (depthwise)" : layer.op;
    if (layer.activation != Activation::None)
        text += std::string(" + ") + activationName(layer.activation);
    return text;
}

Json layerJson(const Network &network, std::size_t index, const Shape &shape, const LayerCounts &counts)
{
    const Layer &layer = network.layers[index];
    Json inputs = Json::array();
    for (const int input : layer.inputs)
        inputs.push_back(network.layers[static_cast<std::size_t>(input)].name);
    Json object{{"name", layer.name},
                {"op", layer.op},
                {"inputs", inputs},
                {"out_channels", shape.channels},
                {"out_shape", shapeJson(shape)}};
    if (hasKey(layer, "kernel"))
        object["kernel"] = Json::array({layer.kernel.height, layer.kernel.width});
    if (hasKey(layer, "stride"))
        object["stride"] = Json::array({layer.stride.height, layer.stride.width});
    if (hasKey(layer, "groups"))
        object["groups"] = layer.groups;
    object["activation"] = activationName(layer.activation);
    if (!layer.weightBits.empty()) {
        Json bits = Json::array();
        for (const BitShare &share : layer.weightBits)
            bits.push_back({{"bits", share.bits}, {"channels", share.channels}});
        object["weight_bits"] = bits;
    }
    object["weights"] = counts.weights;
    object["parameters"] = counts.parameters();
    object["macs"] = counts.macs;
    return object;
}

} // namespace

void putNetwork(Json &object, const Network &network)
{
    const auto shapes = inferShapes(network);
    if (!shapes.ok())
        return;
    const std::vector<LayerCounts> counts = countLayers(network, *shapes);
    LayerCounts sum;
    Json layers = Json::array();
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        sum += counts[i];
        layers.push_back(layerJson(network, i, (*shapes)[i], counts[i]));
    }
    object["weights"] = sum.weights;
    object["parameters"] = sum.parameters();
    object["trainable"] = sum.trainable();
    object["macs"] = sum.macs;
    object["layers"] = std::move(layers);
}

std::string layerTable(const Network &network)
{
    const auto shapes = inferShapes(network);
    if (!shapes.ok())
        return "";
    const std::vector<LayerCounts> counts = countLayers(network, *shapes);
    TextTable table({{"layer"},
                     {"operator"},
                     {"from"},
                     {"output"},
                     {"kernel"},
                     {"stride"},
                     {"weights", Align::Right},
                     {"parameters", Align::Right},
                     {"MACs", Align::Right}});
    LayerCounts sum;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        const std::string from =
            joined(layer.inputs, [&](int input) { return network.layers[static_cast<std::size_t>(input)].name; });
        table.add({layer.name, operatorText(network, i, *shapes), from, shapeText((*shapes)[i]),
                   hasKey(layer, "kernel") ? sizeText(layer.kernel) : "",
                   hasKey(layer, "stride") ? sizeText(layer.stride) : "", countText(counts[i].weights),
                   countText(counts[i].parameters()), countText(counts[i].macs)});
        sum += counts[i];
    }
    table.addRule();
    table.add({"total", "", "", "", "", "", countText(sum.weights), countText(sum.parameters()), countText(sum.macs)});
    return table.text() +
           "  weights: without biases and normalisation; parameters: with them, 4 per normalised channel, " +
           countText(sum.trainable()) + " of them trained\n" +
           "  1 MAC = 1 multiply + 1 add of a convolution or dense layer; output: channels×height×width\n";
}

} // namespace paretoscope
