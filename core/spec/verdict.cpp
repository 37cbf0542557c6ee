// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/verdict.h"

#include "core/spec/spec_text.h"

#include <cmath>
#include <cstdio>

namespace dnas {

namespace {

constexpr double kTightShare = 0.1; ///< a target this close above the least is tight
constexpr double kRounding = 1e-9;  ///< 16.2 % of a seed may miss the least by a last bit

/// "1 254 weights", "12.3 KiB of flash", "4.20 ms of latency".
std::string amount(const std::string &metric, double value)
{
    const MetricInfo *info = findMetric(metric);
    if (!info || info->unit.empty())
        return groupedNumber(value) + " " + metric;
    return formatMetric(metric, value) + " of " + (metric == "ram" ? "RAM" : metric);
}

std::string bareAmount(const std::string &metric, double value)
{
    const MetricInfo *info = findMetric(metric);
    return !info || info->unit.empty() ? groupedNumber(value) : formatMetric(metric, value);
}

std::string percent(double share)
{
    const double value = share * 100;
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, value < 10 ? "%.2g %%" : "%.0f %%", value);
    return buffer;
}

/// "12 % more than", "4.2 times".
std::string comparison(double larger, double smaller)
{
    const double ratio = larger / smaller;
    return ratio < 3 ? percent(ratio - 1) + " more than" : shortNumber(std::round(ratio * 10) / 10) + " times";
}

void judge(LimitVerdict &limit, TermShape shape)
{
    const auto &[least, most] = limit.bounds;
    const std::string &metric = limit.metric;
    const std::string target = bareAmount(metric, limit.target);
    if (limit.target < least * (1 - kRounding)) {
        limit.verdict = Verdict::Impossible;
        limit.because = "the smallest network of this space still needs " + amount(metric, least) + ", " +
                        comparison(least, limit.target) + " the target of " + target;
    } else if (shape == TermShape::Absolute && limit.target > most * (1 + kRounding)) {
        limit.verdict = Verdict::Impossible;
        limit.because =
            "the seed network has only " + amount(metric, most) + ", and an aim of " + target + " lies above it";
    } else if (shape == TermShape::Hinge && limit.target >= most) {
        limit.verdict = Verdict::Feasible;
        limit.because = "the seed network already meets it with " + amount(metric, most);
    } else if (limit.target <= least * (1 + kTightShare)) {
        limit.verdict = Verdict::Tight;
        limit.because = "only " + percent(std::max(0.0, limit.target / least - 1)) + " above the " +
                        amount(metric, least) + " that the smallest network of this space needs";
    } else {
        limit.verdict = Verdict::Feasible;
        limit.because = "this space reaches from " + bareAmount(metric, least) + " to " + amount(metric, most);
    }
}

} // namespace

std::vector<LimitVerdict> judgeTargets(const SearchSpec &spec, const std::map<std::string, SpaceCost::Bounds> &bounds)
{
    std::vector<LimitVerdict> limits;
    for (const ObjectiveTerm &term : spec.objective) {
        const SpaceCost::Bounds &reach = bounds.at(term.metric);
        for (const TargetValue &target : term.targets) {
            LimitVerdict limit;
            limit.metric = term.metric;
            limit.target = target.relative ? target.value * reach.most : target.value;
            limit.bounds = reach;
            limit.line = term.line;
            judge(limit, term.shape);
            bool known = false;
            for (const LimitVerdict &other : limits)
                known =
                    known || (other.line == limit.line && other.metric == limit.metric && other.target == limit.target);
            if (!known)
                limits.push_back(std::move(limit));
        }
    }
    return limits;
}

Result<void> requireReachable(const SearchPlan &plan)
{
    for (const LimitVerdict &limit : plan.verdicts) {
        if (limit.verdict != Verdict::Impossible)
            continue;
        std::size_t term = 0;
        while (term + 1 < plan.spec.objective.size() &&
               (plan.spec.objective[term].metric != limit.metric || plan.spec.objective[term].line != limit.line ||
                plan.spec.objective[term].targets.empty()))
            ++term;
        const bool tooSmall = limit.target < limit.bounds.least;
        std::string remedy = tooSmall ? "raise the target to at least " : "lower the target to at most ";
        const double reachable = tooSmall ? limit.bounds.least : limit.bounds.most;
        remedy += bareAmount(limit.metric, reachable) + " (" + percent(reachable / limit.bounds.most) + " of the seed)";
        if (tooSmall)
            remedy += plan.spec.width.search && plan.spec.width.exclude.empty() && plan.spec.width.granularity == 1
                          ? ", or start from a smaller network"
                          : ", or let more of the network change (space: width)";
        return Error{ErrorCode::OutOfReach,
                     "out of reach: " + limit.because + "; " + remedy,
                     {plan.spec.file, limit.line, "objective[" + std::to_string(term) + "].target"}};
    }
    return {};
}

} // namespace dnas
