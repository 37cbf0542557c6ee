// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Networks that tests of the relaxed network share: the reference networks and small awkward ones.
#pragma once

#include "core/base/random.h"
#include "core/network/network_yaml.h"
#include "core/space/search_space.h"

#include <map>
#include <string>

namespace dnas::test {

inline const std::map<std::string, std::string> &smallNetworks()
{
    static const std::map<std::string, std::string> kTexts{
        {"concat", R"(name: concat
input: {channels: 3, height: 8, width: 6}
layers:
  - {name: a, op: conv, channels: 6, kernel: 3, padding: same}
  - {name: a_bn, op: batch_norm, activation: relu}
  - {name: b, op: conv, from: input, channels: 5, kernel: [1, 3], padding: same, bias: true, activation: leaky_relu}
  - {name: cat, op: concat, from: [a_bn, b, input]}
  - {name: cat_bn, op: batch_norm, activation: relu6}
  - {name: dw, op: conv, groups: depthwise, kernel: 3, padding: same, bias: true}
  - {name: sum, op: add, from: [dw, cat_bn]}
  - {name: c, op: conv, channels: 7, kernel: 1}
  - {name: c_bn, op: batch_norm, activation: relu}
  - {name: pool, op: global_avg_pool}
  - {name: fc, op: dense, channels: 4, bias: true}
)"},
        // A normalisation behind an addition, and shortcuts taken before it.
        {"pre-activation", R"(name: pre-activation
input: {channels: 3, height: 8, width: 8}
layers:
  - {name: stem, op: conv, channels: 8, kernel: 3, padding: same, bias: true}
  - {name: n1, op: batch_norm, activation: relu}
  - {name: c1, op: conv, channels: 6, kernel: 3, padding: same}
  - {name: n2, op: batch_norm, activation: relu}
  - {name: c2, op: conv, channels: 8, kernel: 3, padding: same, bias: true}
  - {name: add1, op: add, from: [stem, c2]}
  - {name: n3, op: batch_norm, activation: relu}
  - {name: c3, op: conv, channels: 8, kernel: 3, padding: same}
  - {name: add2, op: add, from: [add1, c3]}
  - {name: n4, op: batch_norm, activation: relu}
  - {name: pool, op: global_avg_pool}
  - {name: fc, op: dense, channels: 5, bias: true}
)"},
        // f(0) = 1/2: a channel that is off must be masked behind its activation.
        {"sigmoid", R"(name: sigmoid
input: {channels: 2, height: 7, width: 7}
layers:
  - {name: a, op: conv, channels: 6, kernel: 3, stride: 2, padding: same, bias: true, activation: sigmoid}
  - {name: b, op: conv, channels: 7, kernel: 3, padding: same}
  - {name: b_bn, op: batch_norm, activation: sigmoid}
  - {name: c, op: conv, channels: 7, kernel: 1, bias: true}
  - {name: sum, op: add, from: [b_bn, c], activation: sigmoid}
  - {name: drop, op: dropout, rate: 0.3}
  - {name: pool, op: avg_pool, kernel: 2}
  - {name: flat, op: flatten}
  - {name: d, op: dense, channels: 9, bias: true, activation: sigmoid}
  - {name: fc, op: dense, channels: 4, bias: true, activation: tanh}
)"},
        {"flatten", R"(name: flatten
input: {channels: 3, height: 9, width: 7}
layers:
  - {name: a, op: conv, channels: 10, kernel: 3, padding: same, bias: true}
  - {name: a_bn, op: batch_norm, activation: relu}
  - {name: pool, op: max_pool, kernel: 3, stride: 2, padding: same}
  - {name: flat, op: flatten}
  - {name: flat_bn, op: batch_norm}
  - {name: d, op: dense, channels: 11, bias: true, activation: relu}
  - {name: d2, op: dense, channels: 6}
  - {name: d2_bn, op: batch_norm, activation: relu}
  - {name: fc, op: dense, channels: 4, bias: true}
)"},
        {"no normalisation", R"(name: bare
input: {channels: 3, height: 8, width: 8}
layers:
  - {name: a, op: conv, channels: 8, kernel: 3, padding: same, bias: true, activation: relu}
  - {name: b, op: conv, channels: 8, kernel: 3, padding: same, bias: true}
  - {name: sum, op: add, from: [a, b], activation: relu}
  - {name: dw, op: conv, groups: depthwise, kernel: 3, stride: 2, padding: same, bias: true, activation: relu}
  - {name: g, op: conv, channels: 8, kernel: 1, groups: 2, bias: true}
  - {name: c, op: conv, channels: 5, kernel: 2, dilation: 2, bias: true, activation: tanh}
  - {name: pool, op: global_avg_pool}
  - {name: fc, op: dense, channels: 4, bias: true}
)"},
        {"sequence", R"(name: sequence
input: {channels: 4, length: 21}
layers:
  - {name: a, op: conv, channels: 9, kernel: 5, padding: same, stride: 2}
  - {name: a_bn, op: batch_norm, activation: relu}
  - {name: b, op: conv, channels: 9, kernel: 3, dilation: 2, padding: [4, 0], bias: true}
  - {name: b_bn, op: batch_norm, activation: relu}
  - {name: sum, op: add, from: [a_bn, b_bn]}
  - {name: pool, op: avg_pool, kernel: 3, stride: 2, padding: same}
  - {name: flat, op: flatten}
  - {name: fc, op: dense, channels: 3, bias: true}
)"}};
    return kTexts;
}

/// By name of a reference network or of a small one.
inline Network engineNetwork(const std::string &name)
{
    const auto small = smallNetworks().find(name);
    if (small != smallNetworks().end())
        return parseNetwork(small->second, name + ".yaml").value();
    Network network = loadNetwork(name).value();
    if (name == "resnet18-tiny") // the same layers on pictures of 16×16: a sixteenth of the work
        network.input.height = network.input.width = 16;
    return network;
}

/// Any blocks of the searchable groups, at least one each.
inline ChannelMasks randomBlocks(const SearchSpace &space, RandomStream &random)
{
    ChannelMasks masks = space.fullMasks();
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        if (group.frozen)
            continue;
        const double share = random.uniform();
        const auto kept = static_cast<int>(random.below(static_cast<std::uint64_t>(group.blocks())));
        for (int block = 0; block < group.blocks(); ++block) {
            const bool on = block == kept || random.uniform() < share;
            for (int c = 0; c < group.blockSize(block); ++c)
                masks[g][static_cast<std::size_t>(block * group.granularity + c)] = on;
        }
    }
    return masks;
}

/// One block in every searchable group, any of them.
inline ChannelMasks oneBlockEach(const SearchSpace &space, RandomStream &random)
{
    ChannelMasks masks = space.fullMasks();
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        if (group.frozen)
            continue;
        const auto kept = static_cast<int>(random.below(static_cast<std::uint64_t>(group.blocks())));
        for (int c = 0; c < group.channels; ++c)
            masks[g][static_cast<std::size_t>(c)] = c / group.granularity == kept;
    }
    return masks;
}

} // namespace dnas::test
