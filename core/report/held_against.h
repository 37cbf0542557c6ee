// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Was the search worth it? Searched candidates beside the simple ways to the same targets (`baselines` of a spec),
// which were trained for as many epochs.
#pragma once

#include "core/study/study.h"

#include <span>
#include <vector>

namespace dnas {

struct HeldAgainst {
    const CandidateSummary *searched = nullptr;
    const CandidateSummary *uniform = nullptr;          ///< width multiplier; null: there is none (yet)
    std::vector<const CandidateSummary *> randomWidths; ///< by test quality, the best last
    const CandidateSummary *magnitude = nullptr;        ///< null: there is none (yet)

    /// The best of all of them on test.
    const CandidateSummary &best() const;
    bool isBetter() const { return searched->testQuality > best().testQuality; } ///< than each of them, on test
    /// Of the random widths, on test.
    double medianOfRandom() const;
};

/// Finished searches that have a finished baseline with the same targets, as their names tell, in the order of the
/// candidates. Of two baselines of one kind and one draw the later counts.
std::vector<HeldAgainst> heldAgainst(std::span<const CandidateSummary> candidates);

} // namespace dnas
