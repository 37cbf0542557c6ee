// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From findings to an error: every target that cannot be met, by how much, and what would have to change.
#include "core/spec/search_spec.h"

#include <optional>

namespace dnas {

namespace {

std::string keyOf(std::size_t term) { return "objective[" + std::to_string(term) + "].target"; }

std::optional<Error> impossibleTargets(const SearchPlan &plan)
{
    std::string message;
    Place place;
    for (const LimitVerdict &limit : plan.verdicts) {
        if (limit.verdict != Verdict::Impossible)
            continue;
        const bool first = message.empty();
        if (first)
            place = {plan.spec.file, limit.line, keyOf(limit.term)};
        message += first ? "out of reach: " : "; also out of reach: " + keyOf(limit.term) + ": ";
        message += limit.because + "; " + limit.remedy;
    }
    if (message.empty())
        return std::nullopt;
    if (!plan.elsewhere.empty())
        message += "; or choose " + plan.elsewhere + ", where each can be met";
    return Error{ErrorCode::OutOfReach, message, place};
}

std::optional<Error> excludedAim(const SearchPlan &plan)
{
    if (plan.contradictions.empty())
        return std::nullopt;
    const Contradiction &first = plan.contradictions.front();
    const std::string where = first.run.empty() ? std::string() : " in run " + first.run;
    return Error{ErrorCode::OutOfReach,
                 "out of reach" + where + ": " + first.because + "; " + first.remedy,
                 {plan.spec.file, plan.spec.objective[first.term].line, keyOf(first.term)}};
}

} // namespace

Result<void> requireReachable(const SearchPlan &plan)
{
    if (auto impossible = impossibleTargets(plan))
        return std::move(*impossible);
    if (auto excluded = excludedAim(plan))
        return std::move(*excluded);
    return {};
}

} // namespace dnas
