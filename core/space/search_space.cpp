// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The space of widths: its groups, masks over them, and the network that masks leave.
#include "core/space/search_space.h"

#include "core/network/shapes.h"
#include "core/space/channel_groups.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace dnas {

namespace {

void freeze(ChannelGroup &group, const char *reason)
{
    if (!group.frozen)
        group.reason = reason;
    group.frozen = true;
}

} // namespace

Result<SearchSpace> SearchSpace::create(Network seed, const WidthOptions &options)
{
    if (options.granularity < 1)
        return invalidInput("must be 1 or more", {.key = "granularity"});
    Result<std::vector<Shape>> shapes = inferShapes(seed);
    if (!shapes.ok())
        return shapes.error();
    ChannelAnalysis analysis = analyseChannels(seed, *shapes);
    for (const std::string &name : options.exclude) {
        const int layer = seed.indexOf(name);
        if (layer < 0)
            return invalidInput("network " + seed.name + " has no layer '" + name + "'; name one of its layers",
                                {.key = "exclude"});
        for (const ChannelSegment &segment : analysis.segments[static_cast<std::size_t>(layer)])
            freeze(analysis.groups[static_cast<std::size_t>(segment.group)], "is excluded from the search");
    }
    for (ChannelGroup &group : analysis.groups) {
        group.granularity = options.granularity;
        if (!options.search)
            freeze(group, "widths are not searched");
    }
    SearchSpace space;
    space.m_seed = std::move(seed);
    space.m_shapes = std::move(*shapes);
    space.m_groups = std::move(analysis.groups);
    space.m_segments = std::move(analysis.segments);
    return space;
}

int SearchSpace::groupOf(int layer) const
{
    const std::vector<ChannelSegment> &parts = segments(layer);
    return parts.size() == 1 ? parts.front().group : -1;
}

ChannelMasks SearchSpace::fullMasks() const
{
    ChannelMasks masks;
    for (const ChannelGroup &group : m_groups)
        masks.emplace_back(static_cast<std::size_t>(group.channels), std::uint8_t{1});
    return masks;
}

std::vector<std::uint8_t> SearchSpace::featureMask(int layer, const ChannelMasks &masks) const
{
    std::vector<std::uint8_t> mask;
    for (const ChannelSegment &segment : segments(layer)) {
        for (const std::uint8_t kept : masks[static_cast<std::size_t>(segment.group)])
            mask.insert(mask.end(), static_cast<std::size_t>(segment.repeat), kept);
    }
    return mask;
}

SearchSpace SearchSpace::narrowed(const ChannelMasks &masks) const
{
    // Groups are kept and not found again: a depthwise layer with one channel left looks like any other convolution.
    SearchSpace space = *this;
    space.m_seed = derive(masks);
    space.m_shapes = inferShapes(space.m_seed).value();
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        space.m_groups[g].channels = static_cast<int>(std::count(masks[g].begin(), masks[g].end(), std::uint8_t{1}));
    return space;
}

Network SearchSpace::derive(const ChannelMasks &masks) const
{
    assert(masks.size() == m_groups.size());
    std::vector<int> kept;
    for (const std::vector<std::uint8_t> &mask : masks) {
        kept.push_back(static_cast<int>(std::count_if(mask.begin(), mask.end(), [](auto bit) { return bit != 0; })));
        assert(kept.back() > 0);
    }
    Network derived = m_seed;
    for (std::size_t i = 0; i < derived.layers.size(); ++i) {
        Layer &layer = derived.layers[i];
        if (layer.channels == 0)
            continue;
        int channels = 0;
        for (const ChannelSegment &segment : m_segments[i])
            channels += segment.repeat * kept[static_cast<std::size_t>(segment.group)];
        if (layer.groups > 1 && layer.groups == layer.channels)
            layer.groups = channels;
        layer.channels = channels;
        if (layer.weightBits.size() == 1)
            layer.weightBits.front().channels = channels;
    }
    return derived;
}

ChannelMasks SearchSpace::masksOfWidths(const std::vector<int> &widths) const
{
    assert(widths.size() == m_groups.size());
    ChannelMasks masks = fullMasks();
    for (std::size_t g = 0; g < masks.size(); ++g) {
        if (m_groups[g].frozen)
            continue;
        const int width = std::clamp(widths[g], 1, m_groups[g].channels);
        std::fill(masks[g].begin() + width, masks[g].end(), std::uint8_t{0});
    }
    return masks;
}

} // namespace dnas
