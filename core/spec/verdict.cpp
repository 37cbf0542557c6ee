// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/verdict.h"

#include "core/spec/spec_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace dnas {

namespace {

constexpr double kTightShare = 0.1; ///< a target this close above the least is tight
constexpr double kRounding = 1e-9;  ///< 16.2 % of a seed may miss the least by a last bit

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
        limit.because = "the smallest network of this space still needs " + amountOf(metric, least) + ", " +
                        comparison(least, limit.target) + " the target of " + target;
    } else if (shape == TermShape::Absolute && limit.target > most * (1 + kRounding)) {
        limit.verdict = Verdict::Impossible;
        limit.because =
            "the seed network has only " + amountOf(metric, most) + ", and an aim of " + target + " lies above it";
    } else if (shape == TermShape::Hinge && limit.target >= most) {
        limit.verdict = Verdict::Feasible;
        limit.because = "the seed network already meets it with " + amountOf(metric, most);
    } else if (limit.target <= least * (1 + std::max(kTightShare, error))) {
        limit.verdict = Verdict::Tight;
        limit.because = "only " + roundedPercent(std::max(0.0, limit.target / least - 1)) + " above the " +
                        amountOf(metric, least) + " that the smallest network of this space needs" +
                        (error > kTightShare ? ", a figure known to " + ("± " + roundedPercent(error)) : "");
    } else {
        limit.verdict = Verdict::Feasible;
        limit.because = "this space reaches from " + bareAmount(metric, least) + " to " + amountOf(metric, most);
    }
}

/// A figure as people read it that is not on the wrong side of `value`: `write` rounds to a few digits, `read` is what
/// the reader of specs makes of that.
template <typename Write, typename Read>
std::string roundedBeyond(double value, bool up, const Write &write, const Read &read)
{
    std::string text = write(value);
    for (int nudge = 1; nudge <= 100; ++nudge) {
        const double meant = read(text);
        if (up ? meant >= value : meant <= value)
            break;
        text = write(value * (1 + (up ? 1e-3 : -1e-3) * nudge));
    }
    return text;
}

std::string remedyFor(const WidthOptions &width, const LimitVerdict &limit)
{
    const bool tooSmall = limit.target < limit.bounds.least;
    const double reachable = tooSmall ? limit.bounds.least : limit.bounds.most;
    const auto amount = [&](double value) {
        return bareAmount(limit.metric, value);
    };
    const auto amountRead = [&](const std::string &text) {
        const auto value = parseQuantity(text, limit.metric);
        return value.ok() ? *value : reachable; // grouped counts are exact
    };
    const auto shareRead = [](const std::string &text) {
        return std::strtod(text.c_str(), nullptr) / 100;
    };
    std::string remedy = tooSmall ? "raise the target to at least " : "lower the target to at most ";
    remedy += roundedBeyond(reachable, tooSmall, amount, amountRead) + " (" +
              roundedBeyond(reachable / limit.bounds.most, tooSmall, roundedPercent, shareRead) + " of the seed)";
    if (!tooSmall)
        return remedy;
    return remedy + (width.search && width.exclude.empty() && width.granularity == 1
                         ? ", or start from a smaller network"
                         : ", or let more of the network change (space: width)");
}

} // namespace

std::string amountOf(const std::string &metric, double value)
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
    for (std::size_t i = 0; i < spec.objective.size(); ++i) {
        const ObjectiveTerm &term = spec.objective[i];
        const SpaceCost::Bounds &reach = bounds.at(term.metric);
        for (const TargetValue &target : term.targets) {
            LimitVerdict limit;
            limit.term = i;
            limit.metric = term.metric;
            limit.target = target.relative ? target.value * reach.most : target.value;
            limit.bounds = reach;
            limit.line = term.line;
            judge(limit, term.shape, errorOf(seedCost, term.metric));
            if (limit.verdict == Verdict::Impossible)
                limit.remedy = remedyFor(spec.width, limit);
            const bool known = std::any_of(limits.begin(), limits.end(), [&](const LimitVerdict &other) {
                return other.term == limit.term && other.target == limit.target;
            });
            if (!known)
                limits.push_back(std::move(limit));
        }
    }
    return limits;
}

} // namespace dnas
