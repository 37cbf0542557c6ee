// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Costs of masks, and what one block more or less would change: "within one block of the target", for tests.
#pragma once

#include "core/search/final_step.h"
#include "core/space/channel_masks.h"

#include <algorithm>
#include <cmath>

namespace dnas::test {

inline std::vector<double> valuesAt(const SpaceCost &cost, const ChannelMasks &masks)
{
    const auto widths = widthsOf(masks);
    SpaceCost::Values values;
    cost.evaluate(std::vector<double>(widths.begin(), widths.end()), values);
    return values.value;
}

/// The smallest change of a metric that one more block makes, switched on or off.
inline double smallestMove(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                           std::size_t metric, bool on)
{
    const double now = valuesAt(cost, masks)[metric];
    double smallest = 1e300;
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        for (int block = 0; !group.frozen && block < group.blocks(); ++block) {
            ChannelMasks other = masks;
            if ((masks[g][static_cast<std::size_t>(block * group.granularity)] != 0) == on)
                continue;
            for (int c = 0; c < group.blockSize(block); ++c)
                other[g][static_cast<std::size_t>(block * group.granularity + c)] ^= 1;
            if (widthsOf(other)[g] > 0)
                smallest = std::min(smallest, std::abs(valuesAt(cost, other)[metric] - now));
        }
    }
    return smallest;
}

} // namespace dnas::test
