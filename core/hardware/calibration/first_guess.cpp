// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See first_guess.h.
#include "core/hardware/calibration/first_guess.h"

namespace dnas {

WorkVector firstGuess(const MeasuredRow &row)
{
    if (row.unit == WorkUnit::Ne16Cycle) { // its own schedule as it is; eight cores beside it
        WorkVector guess;
        guess.fill(1);
        guess[kElementTerm] = 1.0 / 8;
        return guess;
    }
    // A multiply-add of a plain convolution is 1. There is no channel to pair in a depthwise one, and few at the input;
    // weights are read once in a dense one; an element is requantised; a layer has a call with its set-up.
    WorkVector guess{1, 2, 2, 1.2, 4, 1.5, 5, 2000};
    constexpr double kLanes = 2; // of the core that these numbers are for
    if (row.lanes > 0) {
        for (std::size_t k = 0; k < kMacKinds.size(); ++k)
            guess[k] *= kLanes / row.lanes;
    }
    return guess;
}

WorkVector leastCycles(const MeasuredRow &row)
{
    WorkVector least{};
    if (row.unit == WorkUnit::Mac && row.lanes > 0) {
        for (std::size_t k = 0; k < kMacKinds.size(); ++k)
            least[k] = 1 / row.lanes;
    }
    return least;
}

} // namespace dnas
