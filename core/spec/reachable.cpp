// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From verdicts to an error: every target that cannot be met, by how much, and what would have to change.
#include "core/spec/contradiction.h"
#include "core/spec/search_spec.h"
#include "core/spec/verdict.h"

#include <algorithm>

namespace dnas {

namespace {

/// The term of the spec that a limit came from.
std::size_t termOf(const SearchSpec &spec, const LimitVerdict &limit)
{
    for (std::size_t i = 0; i < spec.objective.size(); ++i) {
        const ObjectiveTerm &term = spec.objective[i];
        if (term.metric == limit.metric && term.line == limit.line && !term.targets.empty())
            return i;
    }
    return 0;
}

/// A share of the seed's cost moves with the seed's cost, so another operating point does not help.
bool isAbsolute(const ObjectiveTerm &term, const LimitVerdict &limit)
{
    return std::any_of(term.targets.begin(), term.targets.end(),
                       [&](const TargetValue &target) { return !target.relative && target.value == limit.target; });
}

/// "or the operating point vos0-480mhz (from 3.20 ms)": the first of this board's points and kernel libraries that
/// can meet the limit; empty when none can. Points of clock tables are too many to try.
std::string otherSetup(const SearchPlan &plan, const LimitVerdict &limit)
{
    const auto least = [&](const std::string &runtime, const std::string &point) -> std::optional<double> {
        const auto setup = selectSetup(plan.setup.board, runtime, point);
        if (!setup.ok() || !checkRuns(plan.space.seed(), *setup).ok())
            return std::nullopt;
        const auto bounds = SpaceCost(plan.space, *setup).bounds();
        const auto found = bounds.find(limit.metric);
        if (found == bounds.end() || found->second.least > limit.target)
            return std::nullopt;
        return found->second.least;
    };
    const auto offer = [&](const std::string &what, double value) {
        return ", or choose " + what + " (from " + bareAmount(limit.metric, value) + ")";
    };
    for (const OperatingPoint &point : plan.setup.board.points) {
        if (point.name == plan.setup.point.name)
            continue;
        if (const auto value = least(plan.setup.runtime.name, point.name))
            return offer("operating point " + point.name, *value);
    }
    for (const Runtime &runtime : plan.setup.board.runtimes) {
        if (runtime.name == plan.setup.runtime.name)
            continue;
        if (const auto value = least(runtime.name, plan.setup.point.name))
            return offer("runtime " + runtime.name, *value);
    }
    return {};
}

std::string remedyFor(const SearchPlan &plan, const LimitVerdict &limit)
{
    const bool tooSmall = limit.target < limit.bounds.least;
    const double reachable = tooSmall ? limit.bounds.least : limit.bounds.most;
    std::string remedy = tooSmall ? "raise the target to at least " : "lower the target to at most ";
    remedy +=
        bareAmount(limit.metric, reachable) + " (" + roundedPercent(reachable / limit.bounds.most) + " of the seed)";
    if (!tooSmall)
        return remedy;
    if (isAbsolute(plan.spec.objective[termOf(plan.spec, limit)], limit))
        remedy += otherSetup(plan, limit);
    const WidthOptions &width = plan.spec.width;
    return remedy + (width.search && width.exclude.empty() && width.granularity == 1
                         ? ", or start from a smaller network"
                         : ", or let more of the network change (space: width)");
}

} // namespace

Result<void> requireReachable(const SearchPlan &plan)
{
    std::string message;
    Place place;
    for (const LimitVerdict &limit : plan.verdicts) {
        if (limit.verdict != Verdict::Impossible)
            continue;
        const bool first = message.empty();
        if (first)
            place = {plan.spec.file, limit.line, "objective[" + std::to_string(termOf(plan.spec, limit)) + "].target"};
        message += (first ? "out of reach: " : "; also out of reach: ") + limit.because + "; " + remedyFor(plan, limit);
    }
    for (const RunPlan &run : plan.runs) {
        if (!message.empty())
            break;
        message = contradictionOf(plan, run);
        if (!message.empty()) {
            place = {plan.spec.file, plan.spec.objective.front().line, "objective"};
            message = "out of reach" + (plan.runs.size() > 1 ? " in run " + run.label : std::string()) + ": " + message;
        }
    }
    if (message.empty())
        return {};
    return Error{ErrorCode::OutOfReach, message, place};
}

} // namespace dnas
