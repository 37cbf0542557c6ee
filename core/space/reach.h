// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search space can reach on a board.
#pragma once

#include "core/space/space_cost.h"

namespace dnas {

/// SpaceCost's bounds, but for RAM those of the memory plans of the smallest network and of the seed: what a derived
/// network is held against.
std::map<std::string, SpaceCost::Bounds> reachOf(const SearchSpace &space, const BoardSetup &setup);

} // namespace dnas
