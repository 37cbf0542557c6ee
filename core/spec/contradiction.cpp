// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See contradiction.h. From the seed network, block by block, whatever brings the limits nearest for the least of the
// aim.
#include "core/spec/contradiction.h"

#include "core/base/joined.h"
#include "core/spec/verdict.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr double kMissedShare = 0.1;

struct Limit {
    std::size_t metric;
    double target;
};

class Shrinker {
public:
    Shrinker(const SearchPlan &plan, std::vector<Limit> limits)
        : m_groups(plan.space.groups())
        , m_cost(plan.space, plan.setup)
        , m_limits(std::move(limits))
    {
        for (const ChannelGroup &group : m_groups)
            m_widths.push_back(group.channels);
        m_cost.evaluate(m_widths, m_now);
    }

    /// What is left of `aim` when every limit holds.
    double leaves(std::size_t aim)
    {
        while (isViolated()) {
            std::size_t best = m_groups.size();
            double bestRate = 0;
            for (std::size_t g = 0; g < m_groups.size(); ++g) {
                if (m_groups[g].frozen || m_widths[g] <= blockOf(g))
                    continue;
                if (const double rate = rateOf(g, aim); rate > bestRate) {
                    bestRate = rate;
                    best = g;
                }
            }
            if (best == m_groups.size())
                break;
            m_widths[best] -= blockOf(best);
            m_cost.evaluate(m_widths, m_now);
        }
        return m_now.value[aim];
    }

private:
    double blockOf(std::size_t group) const { return m_groups[group].granularity; }

    bool isViolated() const
    {
        return std::any_of(m_limits.begin(), m_limits.end(),
                           [&](const Limit &limit) { return m_now.value[limit.metric] > limit.target; });
    }

    /// Progress towards the limits for each share of the aim that it costs.
    double rateOf(std::size_t group, std::size_t aim)
    {
        m_widths[group] -= blockOf(group);
        m_cost.evaluate(m_widths, m_trial);
        m_widths[group] += blockOf(group);
        double progress = 0;
        for (const Limit &limit : m_limits) {
            if (m_now.value[limit.metric] <= limit.target)
                continue;
            double saved = m_now.value[limit.metric] - m_trial.value[limit.metric];
            if (saved <= 0) // one of several that need the peak alike
                saved = blockOf(group) * m_now.gradient[limit.metric * m_groups.size() + group];
            progress += saved / limit.target;
        }
        constexpr double kFree = 1e-9;
        return progress / (std::max(0.0, m_now.value[aim] - m_trial.value[aim]) / m_now.value[aim] + kFree);
    }

    const std::vector<ChannelGroup> &m_groups;
    SpaceCost m_cost;
    std::vector<Limit> m_limits;
    std::vector<double> m_widths;
    SpaceCost::Values m_now, m_trial;
};

} // namespace

std::string contradictionOf(const SearchPlan &plan, const RunPlan &run)
{
    const SpaceCost cost(plan.space, plan.setup);
    std::vector<Limit> limits;
    std::vector<const RunTerm *> limiting;
    for (const RunTerm &term : run.terms) {
        if (term.shape == TermShape::Hinge && term.target < term.seedCost) {
            limits.push_back({static_cast<std::size_t>(cost.indexOf(term.metric)), term.target});
            limiting.push_back(&term);
        }
    }
    if (limits.empty())
        return {};
    for (const RunTerm &term : run.terms) {
        if (term.shape != TermShape::Absolute)
            continue;
        const double left = Shrinker(plan, limits).leaves(static_cast<std::size_t>(cost.indexOf(term.metric)));
        if (left >= term.target * (1 - kMissedShare))
            continue;
        const auto text = [](const RunTerm *limit) {
            return findMetric(limit->metric)->title + " within " + bareAmount(limit->metric, limit->target);
        };
        return joined(limiting, text, " and ") + " leaves at most about " + bareAmount(term.metric, left) + " of " +
               term.metric + ", and the aim of " + bareAmount(term.metric, term.target) +
               " lies above it; lower the aim or raise the limit";
    }
    return {};
}

} // namespace dnas
