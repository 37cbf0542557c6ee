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

struct MissedLimit {
    std::string metric;
    double value = 0;
    double limit = 0;
};

struct FinalStep {
    ChannelMasks masks;
    int moved = 0;                   ///< channels switched off or on
    std::vector<MissedLimit> missed; ///< of the derived network; empty but where terms contradict each other
};

/// `masks` with blocks switched off in order of least importance per cost saved until every limit among the terms
/// holds. What is worth infinitely much stays.
ChannelMasks withinLimits(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                          const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms);

/// Switches off blocks in order of least importance per cost saved until every limit holds; then moves every aim to
/// within one block of its target, switching off or on, without breaking a limit. Where all terms are limits, what is
/// left below them is given back (fill_up.h). `importance`: |α| by group and block.
FinalStep settleTargets(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                        const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms);

/// The same until the limits hold for the derived network as it is priced: the memory plan may lie above the bound that
/// the search sees. What cannot be met is in `missed`.
FinalStep settleDerived(const SearchSpace &space, const BoardSetup &setup, const SpaceCost &cost,
                        const ChannelMasks &masks, const std::vector<std::vector<double>> &importance,
                        const std::vector<ActiveTerm> &terms);

/// Limits that a priced network is over.
std::vector<MissedLimit> missedLimits(const std::vector<ActiveTerm> &terms, const CostSet &costs);

} // namespace dnas
