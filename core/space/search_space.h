// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SearchSpace: what may change. For now the widths: groups of channels that must agree, each with a mask in
// blocks of `granularity` channels. docs/methods.md, section 1 ("Channel groups").
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"
#include "core/network/operator.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace dnas {

/// A set of layers whose output channels share one mask.
struct ChannelGroup {
    std::string name;        ///< name of its first producer
    std::vector<int> layers; ///< members, by layer index
    int channels = 0;        ///< of the seed
    int granularity = 1;
    bool frozen = false;
    std::string reason; ///< why it is frozen ("reaches the output" …)

    int blocks() const { return (channels + granularity - 1) / granularity; } ///< the last may be smaller
    int blockSize(int block) const
    {
        const int rest = channels - block * granularity;
        return rest < granularity ? rest : granularity;
    }
    /// Channels of the smallest that the search can make of it.
    int least() const { return frozen ? channels : std::min(blockSize(0), blockSize(blocks() - 1)); }
};

/// A run of channels of a layer's output: which group they follow and how often each is repeated (flatten).
struct ChannelSegment {
    int group = 0;
    int repeat = 1;
    bool operator==(const ChannelSegment &) const = default;
};

struct WidthOptions {
    int granularity = 1;
    bool search = true;               ///< false: every group frozen (plain training)
    std::vector<std::string> exclude; ///< layers whose group stays as it is
};

/// Which channels are kept, by group; every group has as many entries as channels.
using ChannelMasks = std::vector<std::vector<std::uint8_t>>;

class SearchSpace {
public:
    /// `seed` must have been read by the reader. Fails when an excluded layer does not exist.
    static Result<SearchSpace> create(Network seed, const WidthOptions &options);

    const Network &seed() const { return m_seed; }
    const std::vector<Shape> &shapes() const { return m_shapes; } ///< of the seed, by layer
    const std::vector<ChannelGroup> &groups() const { return m_groups; }
    /// Composition of the output channels of a layer, in order.
    const std::vector<ChannelSegment> &segments(int layer) const { return m_segments[static_cast<std::size_t>(layer)]; }
    /// Group of a layer whose output is one group, or -1 (concatenation).
    int groupOf(int layer) const;

    ChannelMasks fullMasks() const;
    /// Mask of a layer's output features in order (segments expanded, repeats included).
    std::vector<std::uint8_t> featureMask(int layer, const ChannelMasks &masks) const;
    /// The network with only the kept channels. Every group must keep at least one.
    Network derive(const ChannelMasks &masks) const;
    /// The space of the derived network, with the same groups in the same order: what is left to be searched. Masks
    /// must keep whole blocks.
    SearchSpace narrowed(const ChannelMasks &masks) const;
    /// Seed with every searchable group at `widths[group]` channels (the first ones kept).
    ChannelMasks masksOfWidths(const std::vector<int> &widths) const;

private:
    Network m_seed;
    std::vector<Shape> m_shapes;
    std::vector<ChannelGroup> m_groups;
    std::vector<std::vector<ChannelSegment>> m_segments;
};

} // namespace dnas
