// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See other_setup.h.
#include "core/spec/other_setup.h"

#include "core/space/reach.h"

#include <algorithm>

namespace dnas {

namespace {

/// What a target of the plan comes to where the seed network costs `most`: shares move with it.
double targetAt(const ObjectiveTerm &term, const LimitVerdict &limit, double most)
{
    for (const TargetValue &target : term.targets) {
        if (target.relative && target.value * limit.bounds.most == limit.target)
            return target.value * most;
    }
    return limit.target;
}

/// Whether a setup can meet all targets, each by itself.
bool meetsAll(const SearchPlan &plan, const BoardSetup &setup)
{
    const auto bounds = reachOf(plan.space, setup);
    return std::all_of(plan.verdicts.begin(), plan.verdicts.end(), [&](const LimitVerdict &limit) {
        const auto found = bounds.find(limit.metric);
        if (found == bounds.end())
            return false;
        const auto &[least, most] = found->second;
        const ObjectiveTerm &term = plan.spec.objective[limit.term];
        const double target = targetAt(term, limit, most);
        return least <= target && (term.shape != TermShape::Absolute || target <= most);
    });
}

} // namespace

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

} // namespace dnas
