// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A search falls through its limits: channels that are off get no gradient of the task, so what momentum and noise
// switch off too much never returns. What is left below the limits is given back. docs/methods.md, section 3.1.
// Torch-free.
#pragma once

#include "core/objective/objective.h"
#include "core/space/space_cost.h"

#include <vector>

namespace dnas {

/// Whether all terms are limits: only then less cost is worth nothing.
bool onlyLimits(const std::vector<ActiveTerm> &terms);

/// `masks` with blocks switched on, most importance for each share of the limits that they take first, as long as every
/// limit holds. Unchanged when one is violated. `importance`: |α|, or what a block is worth, by group and block;
/// `terms`: limits only.
ChannelMasks filledUp(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                      const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms);

} // namespace dnas
