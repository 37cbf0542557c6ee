// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Aims that other targets of the same run exclude. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// For every combination of targets in the sweep the first aim that the limits and the other aims leave no room for.
/// Limits alone never exclude each other: the smallest network meets all of them. How much of an aim they leave is
/// found greedily, so only what misses by more than a tenth is called a contradiction.
std::vector<Contradiction> contradictionsOf(const SearchPlan &plan);

} // namespace dnas
