// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/checkpoint_choice.h"

#include <algorithm>

namespace dnas {

namespace {

/// A search checkpoint whose violations stay below this counts as on its targets; the last step closes the rest.
constexpr double kCloseEnough = 0.02;

} // namespace

double worstViolation(const std::vector<ActiveTerm> &terms, const std::map<std::string, double> &costs)
{
    double worst = 0;
    for (const ActiveTerm &term : terms) {
        if (const auto found = costs.find(term.metric); found != costs.end())
            worst = std::max(worst, violationOf(term, found->second));
    }
    return worst;
}

bool isBetter(const Checkpoint &a, const Checkpoint &b)
{
    if (b.epoch < 0)
        return true;
    const bool aMeets = a.violation <= kCloseEnough;
    const bool bMeets = b.violation <= kCloseEnough;
    if (aMeets != bMeets)
        return aMeets;
    if (!aMeets && a.violation != b.violation)
        return a.violation < b.violation;
    if (a.validation.quality != b.validation.quality)
        return a.validation.quality > b.validation.quality;
    return a.validation.loss < b.validation.loss;
}

} // namespace dnas
