// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/channel_masks.h"

#include <numeric>

namespace dnas {

std::vector<int> widthsOf(const ChannelMasks &masks)
{
    std::vector<int> widths;
    for (const auto &mask : masks)
        widths.push_back(std::accumulate(mask.begin(), mask.end(), 0));
    return widths;
}

void switchBlock(const SearchSpace &space, ChannelMasks &masks, std::size_t group, int block, bool on)
{
    const ChannelGroup &of = space.groups()[group];
    std::fill_n(masks[group].begin() + static_cast<std::ptrdiff_t>(block) * of.granularity, of.blockSize(block),
                static_cast<std::uint8_t>(on));
}

} // namespace dnas
