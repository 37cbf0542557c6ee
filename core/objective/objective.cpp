// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/objective.h"

#include <algorithm>
#include <cmath>

namespace dnas {

std::vector<ActiveTerm> resolveTerms(const RunPlan &run, const SpaceCost &cost, double warmUpLoss)
{
    std::vector<ActiveTerm> terms;
    for (const RunTerm &given : run.terms) {
        ActiveTerm term{.metric = given.metric,
                        .metricIndex = cost.indexOf(given.metric),
                        .shape = given.shape,
                        .target = given.target,
                        .seedCost = given.seedCost,
                        .strength = given.strength,
                        .ramped = given.ramped};
        if (given.strengthKind == StrengthKind::Auto) {
            const double distance =
                given.shape == TermShape::Minimise ? given.seedCost : std::abs(given.seedCost - given.target);
            const double safe = std::max(distance, 0.05 * given.seedCost);
            term.strength = given.strength * warmUpLoss * given.seedCost / safe;
        }
        terms.push_back(term);
    }
    return terms;
}

double strengthAt(const ActiveTerm &term, int epoch, int epochs)
{
    if (term.steered)
        return term.strength;
    if (!term.ramped || epochs < 2)
        return term.strength * term.growth;
    const double half = static_cast<double>(epochs) / 2;
    return std::min(term.strength / 100 + epoch * 0.99 * term.strength / half, term.strength) * term.growth;
}

void growViolated(std::vector<ActiveTerm> &terms, const std::vector<double> &metricValues, int epoch, int epochs)
{
    constexpr double kGrowth = 1.5;
    constexpr double kMost = 1000;
    if (2 * (epoch + 1) < epochs)
        return;
    for (ActiveTerm &term : terms) {
        const double value = metricValues[static_cast<std::size_t>(term.metricIndex)];
        if (term.shape == TermShape::Hinge && value > term.target)
            term.growth = std::min(term.growth * kGrowth, kMost);
    }
}

double ceilingAt(const ActiveTerm &term, double done)
{
    constexpr double kThere = 5.0 / 6;
    if (term.target >= term.seedCost)
        return term.target;
    return term.seedCost * std::pow(term.target / term.seedCost, std::min(done / kThere, 1.0));
}

void penaltyOf(const std::vector<ActiveTerm> &terms, const std::vector<double> &strengths,
               const std::vector<double> &metricValues, PenaltyValue &out)
{
    out.total = 0;
    out.byTerm.assign(terms.size(), 0);
    out.slopeByMetric.assign(metricValues.size(), 0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const ActiveTerm &term = terms[i];
        const auto metric = static_cast<std::size_t>(term.metricIndex);
        const double raw = strengths[i] / term.seedCost;
        double distance = metricValues[metric] - (term.shape == TermShape::Minimise ? 0 : term.target);
        double slope = 1;
        if (term.shape == TermShape::Absolute && distance != 0) {
            slope = distance < 0 ? -1 : 1;
            distance = std::abs(distance);
        } else if (term.shape == TermShape::Absolute || (term.shape == TermShape::Hinge && distance <= 0)) {
            slope = 0;
            distance = 0;
        }
        out.byTerm[i] = raw * distance;
        out.total += out.byTerm[i];
        out.slopeByMetric[metric] += raw * slope;
    }
}

double violationOf(const ActiveTerm &term, double cost)
{
    switch (term.shape) {
    case TermShape::Absolute:
        return std::abs(cost - term.target) / term.target;
    case TermShape::Hinge:
        return std::max(0.0, cost - term.target) / term.target;
    case TermShape::Minimise:
        return 0;
    }
    return 0;
}

} // namespace dnas
