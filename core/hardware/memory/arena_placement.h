// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two ways to give offsets to tensors: greedily in some order, and by an exact search. Private to the memory plan.
#pragma once

#include "core/hardware/memory/arena_plan.h"

#include <span>

namespace dnas {

/// Into which of the free gaps a tensor goes.
enum class Fit {
    Lowest,
    Tightest, ///< the smallest that is large enough
    TwoEnds,  ///< lowest or highest (below the ceiling), opposite to the last neighbour: exact for chains
};

/// Sets every offset, in the given order; returns the peak. `ceiling` is only looked at by TwoEnds, and may be passed.
std::int64_t placeGreedily(std::vector<ArenaTensor> &tensors, std::span<const int> order, Fit fit,
                           std::int64_t ceiling);

struct ExactResult {
    std::int64_t peak = 0;
    bool finished = false; ///< within the limit, so the peak is the least there is
};
/// Looks for a placement with a peak below `peak`, which the present offsets have, down to `lowerBound`; keeps the
/// best.
ExactResult placeExactly(std::vector<ArenaTensor> &tensors, std::int64_t peak, std::int64_t lowerBound, int nodeLimit);

} // namespace dnas
