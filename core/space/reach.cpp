// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/reach.h"

#include <algorithm>

namespace dnas {

std::map<std::string, SpaceCost::Bounds> reachOf(const SearchSpace &space, const BoardSetup &setup)
{
    auto bounds = SpaceCost(space, setup).bounds();
    const auto ram = bounds.find("ram");
    if (ram == bounds.end())
        return bounds;
    ChannelMasks smallest = space.fullMasks();
    for (std::size_t g = 0; g < smallest.size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        if (group.frozen)
            continue;
        const int block = group.blockSize(group.blocks() - 1) < group.blockSize(0) ? group.blocks() - 1 : 0;
        std::fill(smallest[g].begin(), smallest[g].end(), std::uint8_t{0});
        std::fill_n(smallest[g].begin() + static_cast<std::ptrdiff_t>(block) * group.granularity,
                    group.blockSize(block), std::uint8_t{1});
    }
    const auto planned = [&](const Network &network) {
        return costOf(network, setup).total.at("ram").value;
    };
    ram->second.least = std::max(ram->second.least, planned(space.derive(smallest)));
    ram->second.most = std::max(ram->second.most, planned(space.seed()));
    return bounds;
}

} // namespace dnas
