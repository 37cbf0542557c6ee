// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/verdict.h"

#include "core/spec/spec_text.h"

#include <algorithm>
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

/// "12 % more than", "4.2 times".
std::string comparison(double larger, double smaller)
{
    const double ratio = larger / smaller;
    return ratio < 3 ? roundedPercent(ratio - 1) + " more than" : shortNumber(std::round(ratio * 10) / 10) + " times";
}

/// Relative error of the figures of a metric; 0: exact, or not known.
double errorOf(const CostSet &costs, const std::string &metric)
{
    const auto found = costs.find(metric);
    return found == costs.end() ? 0 : found->second.errorPercent.value_or(0) / 100;
}

void judge(LimitVerdict &limit, TermShape shape, double error)
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
    } else if (limit.target <= least * (1 + std::max(kTightShare, error))) {
        limit.verdict = Verdict::Tight;
        limit.because = "only " + roundedPercent(std::max(0.0, limit.target / least - 1)) + " above the " +
                        amount(metric, least) + " that the smallest network of this space needs" +
                        (error > kTightShare ? ", a figure known to " + ("± " + roundedPercent(error)) : "");
    } else {
        limit.verdict = Verdict::Feasible;
        limit.because = "this space reaches from " + bareAmount(metric, least) + " to " + amount(metric, most);
    }
}

} // namespace

std::string bareAmount(const std::string &metric, double value)
{
    const MetricInfo *info = findMetric(metric);
    return !info || info->unit.empty() ? groupedNumber(value) : formatMetric(metric, value);
}

std::string roundedPercent(double share)
{
    const double value = share * 100;
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, value < 10 ? "%.2g %%" : "%.0f %%", value);
    return buffer;
}

std::vector<LimitVerdict> judgeTargets(const SearchSpec &spec, const std::map<std::string, SpaceCost::Bounds> &bounds,
                                       const CostSet &seedCost)
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
            judge(limit, term.shape, errorOf(seedCost, term.metric));
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

} // namespace dnas
