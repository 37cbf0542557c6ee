// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How good a front is, as one number, and how it became so good: hypervolume as a share of the box that all
// candidates of the study span, so that fronts of the same study can be compared.
#pragma once

#include "core/report/figures.h"
#include "core/study/pareto_front.h"

#include <optional>
#include <span>
#include <vector>

namespace dnas {

/// What all finished candidates span in two metrics.
struct FrontBox {
    FrontPoint best;
    FrontPoint worst; ///< dearest and lowest: the reference point of the hypervolume
};

/// Of the candidates that are done, whether feasible or not; nothing when there are none.
std::optional<FrontBox> spanOf(std::span<const CandidateSummary> candidates, const std::string &xMetric,
                               const std::string &yMetric);
/// The same, or nothing when the box has no area.
std::optional<FrontBox> frontBox(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options);

/// The share (0…1) of frontBox() that the front within the limits of the options dominates, after each of the
/// candidates that are done, in their order. Empty when the box has no area. O(n log n).
std::vector<double> hypervolumeHistory(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options);

} // namespace dnas
