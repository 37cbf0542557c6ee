// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From verdicts to an error: every target that cannot be met, by how much, and what would have to change.
#include "core/space/reach.h"
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

/// Whether a setup can meet all absolute targets, each by itself.
bool meetsAll(const SearchPlan &plan, const BoardSetup &setup)
{
    const auto bounds = reachOf(plan.space, setup);
    return std::all_of(plan.verdicts.begin(), plan.verdicts.end(), [&](const LimitVerdict &limit) {
        const auto found = bounds.find(limit.metric);
        return found != bounds.end() && (found->second.least <= limit.target ||
                                         !isAbsolute(plan.spec.objective[termOf(plan.spec, limit)], limit));
    });
}

/// "choose operating point vos0-480mhz": of this board's kernel libraries and points the first that can meet every
/// limit, the present library first; empty when none can. Points of clock tables are too many to try.
std::string otherSetup(const SearchPlan &plan)
{
    const Board &board = plan.setup.board;
    std::vector<std::string> runtimes{plan.setup.runtime.name};
    for (const Runtime &runtime : board.runtimes) {
        if (runtime.name != runtimes.front())
            runtimes.push_back(runtime.name);
    }
    std::vector<std::string> points{plan.setup.point.name};
    for (const OperatingPoint &point : board.points) {
        if (point.name != points.front())
            points.push_back(point.name);
    }
    for (const std::string &runtime : runtimes) {
        for (const std::string &point : points) {
            const auto setup = selectSetup(board, runtime, point);
            if (!setup.ok() || !checkRuns(plan.space.seed(), *setup).ok() || !meetsAll(plan, *setup))
                continue;
            std::string what;
            if (runtime != runtimes.front())
                what = "runtime " + runtime;
            if (point != points.front())
                what += (what.empty() ? "" : " at ") + ("operating point " + point);
            return what;
        }
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
    if (!message.empty()) {
        const std::string other = otherSetup(plan);
        if (!other.empty())
            message += "; or choose " + other + ", where each can be met";
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
