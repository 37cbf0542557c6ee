// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The complexity terms of the loss: strengths, targets, schedules, and their slopes. Torch-free.
// docs/methods.md, section 1 (normalised strengths), 2 (multi-complexity loss), 3.1 (ramp).
#pragma once

#include "core/space/space_cost.h"
#include "core/spec/search_spec.h"

#include <string>
#include <vector>

namespace dnas {

/// One term as it stands now; strength and target may be steered.
struct ActiveTerm {
    std::string metric;
    int metricIndex = -1; ///< into SpaceCost::metrics()
    TermShape shape = TermShape::Hinge;
    double target = 0;
    double seedCost = 1;
    double strength = 0;  ///< final, normalised: multiplies (R − T)/R⁰
    bool ramped = false;  ///< starts at 1 % and reaches the final strength at half of the search
    bool steered = false; ///< set by hand: no schedule any more
    double growth = 1;    ///< factor of a limit that stayed violated after the ramp
};

/// Resolves `auto` strengths by the warm-up loss: λ·(R⁰ − T)/R⁰ = multiplier · L, the rule behind the published
/// strengths (arXiv 2206.00302; 2310.07217 eq. 13). A target closer than 5 % of the seed's cost counts as
/// 5 % away, so that a limit that is met from the start is not free to violate later.
std::vector<ActiveTerm> resolveTerms(const RunPlan &run, const SpaceCost &cost, double warmUpLoss);

/// After epoch `epoch` of the second half of a search: a limit that `metricValues` still violate pulls half as much
/// again in the next one (methods, 3.1), up to a thousandfold. Not what was steered by hand.
void growViolated(std::vector<ActiveTerm> &terms, const std::vector<double> &metricValues, int epoch, int epochs);

/// Strength in epoch `epoch` (from 0) of `epochs`: 2310.07217 eq. 14 for ramped terms, else constant; times the growth.
double strengthAt(const ActiveTerm &term, int epoch, int epochs);

/// What a target allows when `done` (0 to 1) of a search is over: from the seed's cost down to the target by the same
/// factor with every step, and there at five sixths, so that the weights have the rest to follow.
double ceilingAt(const ActiveTerm &term, double done);

struct PenaltyValue {
    double total = 0;
    std::vector<double> byTerm;
    std::vector<double> slopeByMetric; ///< ∂total/∂R, by metric
};
/// Σ λ·f(R)/R⁰ with f = |R − T|, max(0, R − T) or R.
void penaltyOf(const std::vector<ActiveTerm> &terms, const std::vector<double> &strengths,
               const std::vector<double> &metricValues, PenaltyValue &out);

/// Relative violation of a term at a cost: how far above a limit, how far from an aim; 0 for what is minimised.
double violationOf(const ActiveTerm &term, double cost);

} // namespace dnas
