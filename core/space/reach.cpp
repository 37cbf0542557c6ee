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
    std::vector<int> smallest;
    for (const ChannelGroup &group : space.groups())
        smallest.push_back(group.least());
    const auto planned = [&](const Network &network) {
        return costOf(network, setup).total.at("ram").value;
    };
    ram->second.least = std::max(ram->second.least, planned(space.derive(space.masksOfWidths(smallest))));
    ram->second.most = std::max(ram->second.most, planned(space.seed()));
    return bounds;
}

} // namespace dnas
