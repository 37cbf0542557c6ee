// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last step before derivation: makes limits certain and aims exact, channel by channel.
// docs/methods.md, section 3.1. Torch-free.
#pragma once

#include "core/objective/objective.h"
#include "core/space/space_cost.h"

#include <vector>

namespace dnas {

struct FinalStep {
    ChannelMasks masks;
    int moved = 0; ///< channels switched off or on
};

/// Switches off blocks in order of least |α| per cost saved until every limit holds; then moves every aim to within
/// one block of its target, switching off or on, without breaking a limit. `importance`: |α| by group and block.
FinalStep settleTargets(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                        const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms);

/// Kept channels by group.
std::vector<int> widthsOf(const ChannelMasks &masks);

} // namespace dnas
