// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a layer of a network to the numbers that the formulas need.
#include "core/hardware/layer_cost.h"
#include "core/hardware/memory_plan.h"

namespace dnas {

namespace {

/// Mean over channels; 0 when the layer leaves it to the runtime.
double meanWeightBits(const Layer &layer)
{
    double bits = 0;
    double channels = 0;
    for (const BitShare &share : layer.weightBits) {
        bits += static_cast<double>(share.bits) * share.channels;
        channels += share.channels;
    }
    return channels > 0 ? bits / channels : 0;
}

} // namespace

LayerGeometry<double> geometryOf(const Network &network, int index, const std::vector<Shape> &shapes)
{
    const Layer &layer = network.layers[static_cast<std::size_t>(index)];
    const Shape &output = shapes[static_cast<std::size_t>(index)];
    const Shape &input = layer.inputs.empty() ? output : shapes[static_cast<std::size_t>(layer.inputs.front())];
    LayerGeometry<double> g;
    g.inChannels = input.channels;
    g.outChannels = output.channels;
    g.outputArea = static_cast<double>(output.height) * output.width;
    g.inputElementsPerChannel = static_cast<double>(input.height) * input.width;
    g.weightBits = meanWeightBits(layer);
    g.inputs = static_cast<int>(layer.inputs.size());
    if (layer.op == "conv") {
        g.hasWeights = g.tables = true;
        g.bias = layer.bias;
        g.kernelArea = static_cast<double>(layer.kernel.area());
        g.groups = layer.groups;
        g.depthwise = layer.groups > 1 && layer.groups == layer.channels && layer.groups == input.channels;
        g.kind = g.depthwise                                     ? WorkKind::Depthwise
                 : layer.kernel.area() == 1 && layer.groups == 1 ? WorkKind::Pointwise
                                                                 : WorkKind::Convolution;
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
    }
    return g;
}

} // namespace dnas
