// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Was the search worth it? Searched candidates beside the simple ways to the same targets (`baselines` of a spec),
// which were trained for as many epochs.
#pragma once

#include "core/study/study.h"

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace dnas {

/// What searches with the same targets and as many epochs are held against: at least one. The best of several draws is
/// the best on test, which favours the baselines.
struct BaselineSet {
    const CandidateSummary *widthMultiplier = nullptr;  ///< null: there is none (yet)
    std::vector<const CandidateSummary *> randomWidths; ///< by test quality, the best last
    const CandidateSummary *magnitude = nullptr;        ///< null: there is none (yet)

    /// The best of all of them on test.
    const CandidateSummary &best() const;
    /// Test quality; there are random widths.
    double medianOfRandom() const;
};

struct HeldAgainst {
    const CandidateSummary *searched = nullptr;
    bool isInside = true; ///< it costs at most all of its targets
    std::shared_ptr<const BaselineSet> baselines;

    /// Inside its targets, as baselines are, and on test better than each of them.
    bool isBetter() const { return isInside && searched->testQuality > baselines->best().testQuality; }
};

/// Finished searches that have a finished baseline with the same targets and as many epochs, in the order of the
/// candidates, which must outlive the result. What was steered counts as what it was changed to last. Of two baselines
/// of one kind and one draw the later counts. Runs whose outline the study does not know have none.
std::vector<HeldAgainst> heldAgainst(std::span<const CandidateSummary> candidates, std::span<const StudyRun> runs);

std::set<RunId> baselinesOf(std::span<const StudyRun> runs);
/// The kinds of baselines that there are: "width multiplier, random widths, magnitude pruning".
std::string baselineKinds(std::span<const HeldAgainst> all);

} // namespace dnas
