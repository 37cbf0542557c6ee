// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a layer of a network to the numbers that the formulas need.
#include "core/hardware/layer_geometry.h"
#include "core/hardware/memory/lifetimes.h"

#include <algorithm>

namespace dnas {

namespace {

/// Share of the channels by weight bits, and their mean; all 0 when the layer leaves it to the runtime.
void readBits(const Layer &layer, LayerForm &g)
{
    double channels = 0;
    for (const BitShare &share : layer.weightBits)
        channels += share.channels;
    if (!(channels > 0))
        return;
    for (const BitShare &share : layer.weightBits) {
        const double part = share.channels / channels;
        g.weightBits += part * share.bits;
        g.shares[static_cast<std::size_t>(std::clamp(share.bits, 0, 8))] += part;
    }
}

/// Whether a layer reads the picture itself, possibly through a dropout or a normalisation.
bool readsNetworkInput(const Network &network, const Layer &layer)
{
    const Layer *before = &layer;
    do {
        before = &network.layers[static_cast<std::size_t>(before->inputs.front())];
    } while (before->op == "dropout" || before->op == "batch_norm");
    return before->op == "input";
}

WorkKind kindOfConvolution(const Network &network, const Layer &layer, const Shape &input, bool depthwise)
{
    if (depthwise)
        return WorkKind::Depthwise;
    if (layer.kernel.area() == 1 && layer.groups == 1)
        return WorkKind::Pointwise;
    if (!readsNetworkInput(network, layer))
        return WorkKind::Convolution;
    return input.channels == 1 ? WorkKind::SingleChannelInput : WorkKind::InputConvolution;
}

} // namespace

LayerGeometry<double> geometryOf(const Network &network, int index, const std::vector<Shape> &shapes)
{
    const Layer &layer = network.layers[static_cast<std::size_t>(index)];
    const Shape &output = shapes[static_cast<std::size_t>(index)];
    const int producer = layer.inputs.empty() ? index : layer.inputs.front();
    const Shape &input = shapes[static_cast<std::size_t>(producer)];
    LayerGeometry<double> g;
    g.inChannels = input.channels;
    g.outChannels = output.channels;
    g.inputHeight = input.height;
    g.inputWidth = input.width;
    g.outputHeight = output.height;
    g.outputWidth = output.width;
    g.inputElementsPerChannel = static_cast<double>(input.height) * input.width;
    g.inputBits = network.layers[static_cast<std::size_t>(producer)].activationBits;
    g.outputBits = layer.activationBits;
    g.weightDensity = layer.weightDensity;
    g.activation = layer.activation;
    g.inputs = static_cast<int>(layer.inputs.size());
    readBits(layer, g);
    if (layer.op == "conv") {
        g.hasWeights = g.tables = true;
        g.bias = layer.bias;
        g.kernelHeight = layer.kernel.height;
        g.kernelWidth = layer.kernel.width;
        g.strideHeight = layer.stride.height;
        g.strideWidth = layer.stride.width;
        g.groups = layer.groups;
        g.depthwise = layer.groups > 1 && layer.groups == layer.channels && layer.groups == input.channels;
        g.kind = kindOfConvolution(network, layer, input, g.depthwise);
    } else if (layer.op == "dense") {
        g.hasWeights = g.tables = true;
        g.bias = layer.bias;
        g.kind = WorkKind::Dense;
    } else if (layer.op == "batch_norm") {
        g.normalised = true;
        const bool folded = foldsIntoProducer(network, index);
        g.tables = !folded;
        if (folded)
            g.inputElementsPerChannel = 0;
    } else if (layer.op == "concat") {
        g.inChannels = output.channels; // all inputs together are read once
        g.inputs = 1;
    } else if (layer.op == "input" || layer.op == "flatten" || layer.op == "dropout") {
        g.inputElementsPerChannel = 0;
    } else if (layer.op == "avg_pool" || layer.op == "max_pool") {
        g.pooling = true;
        g.kernelHeight = layer.kernel.height;
        g.kernelWidth = layer.kernel.width;
        g.strideHeight = layer.stride.height;
        g.strideWidth = layer.stride.width;
    } else if (layer.op == "global_avg_pool") {
        g.pooling = true;
        g.kernelHeight = input.height;
        g.kernelWidth = input.width;
    }
    return g;
}

} // namespace dnas
