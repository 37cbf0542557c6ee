// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See contradiction.h. From the seed network, block by block, whatever brings the other targets nearest for the least
// of the aim.
#include "core/spec/contradiction.h"

#include "core/base/joined.h"
#include "core/spec/sweep.h"
#include "core/spec/verdict.h"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>

namespace dnas {

namespace {

constexpr double kMissedShare = 0.1;

struct Ceiling {
    std::size_t metric;
    double target;
    auto operator<=>(const Ceiling &) const = default;
};

/// What ceilings leave of a metric does not depend on the aim itself: a sweep of aims asks once.
using Left = std::map<std::pair<std::size_t, std::vector<Ceiling>>, double>;

class Shrinker {
public:
    Shrinker(const SearchSpace &space, const SpaceCost &cost, std::vector<Ceiling> ceilings)
        : m_groups(space.groups())
        , m_cost(cost)
        , m_ceilings(std::move(ceilings))
    {
        for (const ChannelGroup &group : m_groups)
            m_widths.push_back(group.channels);
        m_cost.evaluate(m_widths, m_now);
    }

    /// What is left of `aim` when every ceiling holds.
    double leaves(std::size_t aim)
    {
        while (isAbove()) {
            const std::size_t best = cheapestGroup(aim);
            if (best == m_groups.size())
                break;
            m_widths[best] -= m_groups[best].granularity;
            m_cost.evaluate(m_widths, m_now);
        }
        return m_now.value[aim];
    }

private:
    bool isAbove() const
    {
        return std::any_of(m_ceilings.begin(), m_ceilings.end(),
                           [&](const Ceiling &ceiling) { return m_now.value[ceiling.metric] > ceiling.target; });
    }

    std::size_t cheapestGroup(std::size_t aim) const
    {
        std::size_t best = m_groups.size();
        double bestRate = 0;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            if (m_groups[g].frozen || m_widths[g] <= m_groups[g].granularity)
                continue;
            if (const double rate = rateOf(g, aim); rate > bestRate) {
                bestRate = rate;
                best = g;
            }
        }
        return best;
    }

    /// Progress towards the ceilings for each share of the aim that a channel of the group costs, by the slopes of
    /// both.
    double rateOf(std::size_t group, std::size_t aim) const
    {
        double progress = 0;
        for (const Ceiling &ceiling : m_ceilings) {
            if (m_now.value[ceiling.metric] > ceiling.target)
                progress += slope(ceiling.metric, group) / ceiling.target;
        }
        constexpr double kFree = 1e-9;
        return progress / (std::max(0.0, slope(aim, group)) / m_now.value[aim] + kFree);
    }

    double slope(std::size_t metric, std::size_t group) const
    {
        return m_now.gradient[metric * m_groups.size() + group];
    }

    const std::vector<ChannelGroup> &m_groups;
    const SpaceCost &m_cost;
    std::vector<Ceiling> m_ceilings;
    std::vector<double> m_widths;
    SpaceCost::Values m_now;
};

/// "Latency ≤ 2.00 ms", "Weights = 7 000".
std::string ceilingText(const RunTerm *term)
{
    return findMetric(term->metric)->title + (term->shape == TermShape::Hinge ? " ≤ " : " = ") +
           bareAmount(term->metric, term->target);
}

std::optional<Contradiction> contradictionOf(const SearchPlan &plan, const SpaceCost &cost, const RunPlan &run,
                                             Left &left)
{
    for (std::size_t i = 0; i < run.terms.size(); ++i) {
        const RunTerm &aim = run.terms[i];
        if (aim.shape != TermShape::Absolute)
            continue;
        std::vector<Ceiling> ceilings;
        std::vector<const RunTerm *> holding;
        for (const RunTerm &term : run.terms) {
            if (&term == &aim || term.shape == TermShape::Minimise || term.target >= term.seedCost)
                continue;
            ceilings.push_back({static_cast<std::size_t>(cost.indexOf(term.metric)), term.target});
            holding.push_back(&term);
        }
        const std::size_t metric = static_cast<std::size_t>(cost.indexOf(aim.metric));
        const auto [known, isNew] = left.try_emplace({metric, ceilings}, 0);
        if (isNew)
            known->second = Shrinker(plan.space, cost, std::move(ceilings)).leaves(metric);
        const double room = known->second;
        if (room >= aim.target * (1 - kMissedShare))
            continue;
        return Contradiction{.term = i,
                             .run = plan.runs.size() > 1 ? run.label : std::string(),
                             .because = joined(holding, ceilingText) + " leaves at most about " +
                                        amountOf(aim.metric, room) + ", and the aim of " +
                                        bareAmount(aim.metric, aim.target) + " lies above it",
                             .remedy = "lower this aim or raise the other targets"};
    }
    return std::nullopt;
}

} // namespace

std::vector<Contradiction> contradictionsOf(const SearchPlan &plan)
{
    const SpaceCost cost(plan.space, plan.setup);
    std::vector<Contradiction> found;
    Left left;
    std::set<std::vector<double>> seen; // runs that differ in their strengths alone are looked at once
    for (const RunPlan &run : plan.runs) {
        if (!seen.insert(targetsOf(run)).second)
            continue;
        if (auto contradiction = contradictionOf(plan, cost, run, left))
            found.push_back(std::move(*contradiction));
    }
    return found;
}

} // namespace dnas
