// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/fold_normalisation.h"

#include <cmath>
#include <cstddef>

namespace dnas {

std::vector<bool> liveLayers(const Network &network)
{
    std::vector<bool> live(network.layers.size(), false);
    live[static_cast<std::size_t>(network.output)] = true;
    // Layers stand in topological order, so one walk from the end sees every reader before its inputs.
    for (std::size_t i = network.layers.size(); i-- > 0;) {
        if (!live[i])
            continue;
        for (const int input : network.layers[i].inputs)
            live[static_cast<std::size_t>(input)] = true;
    }
    return live;
}

std::vector<int> planFolding(const Network &network, const std::vector<bool> &live)
{
    std::vector<int> readers(network.layers.size(), 0);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        for (const int input : network.layers[i].inputs)
            readers[static_cast<std::size_t>(input)] += live[i] ? 1 : 0;
    }
    std::vector<int> plan(network.layers.size(), -1);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (!live[i] || network.layers[i].op != "batch_norm")
            continue;
        const auto producer = static_cast<std::size_t>(network.layers[i].inputs.front());
        const Layer &layer = network.layers[producer];
        const bool isLinear = layer.op == "conv" || layer.op == "dense";
        if (isLinear && layer.activation == Activation::None && readers[producer] == 1)
            plan[producer] = static_cast<int>(i);
    }
    return plan;
}

LinearWeights foldNormalisation(const LinearWeights &linear, const Normalisation &norm)
{
    LinearWeights folded = linear;
    const std::size_t channels = norm.scale->values.size();
    const std::size_t row = linear.weight.values.size() / channels;
    std::vector<float> bias(channels);
    for (std::size_t c = 0; c < channels; ++c) {
        const double factor = norm.scale->values[c] / std::sqrt(norm.variance->values[c] + kNormalisationEpsilon);
        for (std::size_t k = c * row; k < (c + 1) * row; ++k)
            folded.weight.values[k] = static_cast<float>(linear.weight.values[k] * factor);
        const double before = linear.bias ? (*linear.bias)[c] : 0.0;
        bias[c] = static_cast<float>((before - norm.mean->values[c]) * factor + norm.shift->values[c]);
    }
    folded.bias = std::move(bias);
    return folded;
}

} // namespace dnas
