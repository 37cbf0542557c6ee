// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random networks with branches, additions, concatenations and exits, for properties of the memory plan.
#pragma once

#include "core/network/network.h"

#include <random>
#include <string>

namespace dnas {

/// Values are 4 × 4 pictures, so that any two can be concatenated and many be added.
inline Network randomNetwork(unsigned seed, int layers)
{
    std::mt19937 random(seed);
    const auto below = [&random](int n) {
        return static_cast<int>(random() % static_cast<unsigned>(n));
    };
    Network net{.name = "random", .title = {}, .source = {}, .input = {.channels = 4, .height = 4, .width = 4}};
    net.layers.push_back({.name = "input", .op = "input"});
    std::vector<int> channels{4};
    for (int i = 1; i < layers; ++i) {
        // Mostly the layer before, sometimes any: branches, and now and then a value that nobody reads.
        const int a = below(3) > 0 ? i - 1 : below(i);
        const int b = below(i);
        const auto channelsOf = [&channels](int layer) {
            return channels[static_cast<std::size_t>(layer)];
        };
        Layer layer{.name = "l" + std::to_string(i), .op = "conv", .inputs = {a}};
        const int kind = below(10);
        if (kind < 3 && channelsOf(a) == channelsOf(b)) {
            layer.op = "add";
            layer.inputs = {a, b};
        } else if (kind == 3 && channelsOf(a) + channelsOf(b) <= 32) {
            layer.op = "concat";
            layer.inputs = {a, b};
        } else if (kind == 4) {
            layer.op = "batch_norm";
        } else if (kind == 5) {
            layer.op = "dropout";
        } else {
            layer.channels = 4 << below(3);
            layer.kernel = layer.stride = layer.dilation = {1, 1};
            layer.activationBits = below(8) == 0 ? 4 : 0;
        }
        layer.isExit = below(12) == 0;
        const int kept = layer.op == "concat" ? channelsOf(a) + channelsOf(b) : channelsOf(a);
        channels.push_back(layer.op == "conv" ? layer.channels : kept);
        net.layers.push_back(std::move(layer));
    }
    net.output = layers - 1;
    return net;
}

} // namespace dnas
