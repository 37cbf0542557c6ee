// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/final_step.h"

#include "core/hardware/cost.h"
#include "core/search/fill_up.h"
#include "core/space/channel_masks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace dnas {

namespace {

constexpr double kRounding = 1e-12;

struct Move {
    std::size_t group = 0;
    int block = 0;
    bool on = false;   ///< the state it changes to
    double change = 0; ///< of the metric
};

class Settler {
public:
    Settler(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
            const std::vector<std::vector<double>> &importance)
        : m_space(space)
        , m_cost(cost)
        , m_importance(importance)
    {
        m_step.masks = masks;
        for (const int width : widthsOf(masks))
            m_widths.push_back(width);
        m_cost.evaluate(m_widths, m_now);
    }

    void meetLimits(const std::vector<ActiveTerm> &terms)
    {
        for (const ActiveTerm &term : terms) {
            if (term.shape == TermShape::Hinge)
                meetLimit(term);
        }
    }

    void meetAim(const ActiveTerm &term, const std::vector<ActiveTerm> &all)
    {
        approach(term, all);
        m_settled.push_back(term);
    }

    void fillUp(const std::vector<ActiveTerm> &limits)
    {
        const std::vector<int> before = widthsOf(m_step.masks);
        m_step.masks = filledUp(m_space, m_cost, m_step.masks, m_importance, limits);
        const std::vector<int> after = widthsOf(m_step.masks);
        m_step.moved +=
            std::accumulate(after.begin(), after.end(), 0) - std::accumulate(before.begin(), before.end(), 0);
    }

    FinalStep result() { return std::move(m_step); }

private:
    void meetLimit(const ActiveTerm &term)
    {
        const auto metric = static_cast<std::size_t>(term.metricIndex);
        while (m_now.value[metric] > term.target) {
            auto moves = movesOf(metric, false);
            std::erase_if(moves, [&](const Move &move) { return std::isinf(importanceOf(move)); });
            if (!moves.empty())
                apply(cheapest(moves));
            else if (!takeSmallerBlock(metric))
                return;
        }
    }

    void approach(const ActiveTerm &term, const std::vector<ActiveTerm> &all)
    {
        const auto metric = static_cast<std::size_t>(term.metricIndex);
        for (int guard = 0; guard < 100000; ++guard) {
            const double distance = m_now.value[metric] - term.target;
            auto moves = movesOf(metric, distance < 0);
            double smallest = std::numeric_limits<double>::infinity();
            for (const Move &move : moves)
                smallest = std::min(smallest, std::abs(move.change));
            if (moves.empty() || std::abs(distance) <= smallest)
                return;
            std::erase_if(moves, [&](const Move &move) {
                return std::abs(distance + move.change) >= std::abs(distance) || breaksLimit(move, all) ||
                       worsensSettledAim(move);
            });
            if (moves.empty())
                return;
            apply(distance < 0 ? mostImportant(moves) : cheapest(moves));
        }
    }

    bool isOn(std::size_t group, int block) const
    {
        return m_step.masks[group][static_cast<std::size_t>(block * m_space.groups()[group].granularity)] != 0;
    }

    /// Cost of `metric` after a change of the width of one group.
    double valueWith(std::size_t group, double delta, std::size_t metric)
    {
        m_widths[group] += delta;
        m_cost.evaluate(m_widths, m_trial);
        m_widths[group] -= delta;
        return m_trial.value[metric];
    }

    /// What a change of width makes of the metric. Where several steps need the largest memory alike, no single block
    /// shrinks the peak: then what it saves of the first of them counts, or a limit could never be met.
    double changeOf(std::size_t group, double delta, std::size_t metric)
    {
        const double change = valueWith(group, delta, metric) - m_now.value[metric];
        if (change != 0 || delta > 0)
            return change;
        return delta * m_now.gradient[metric * m_space.groups().size() + group];
    }

    std::vector<Move> movesOf(std::size_t metric, bool on)
    {
        std::vector<Move> moves;
        for (std::size_t g = 0; g < m_space.groups().size(); ++g) {
            const ChannelGroup &group = m_space.groups()[g];
            if (group.frozen)
                continue;
            int kept = 0;
            for (int block = 0; block < group.blocks(); ++block)
                kept += isOn(g, block) ? 1 : 0;
            std::optional<std::pair<int, double>> known; // blocks of one size change the cost alike
            for (int block = 0; block < group.blocks(); ++block) {
                if (isOn(g, block) == on || (!on && kept <= 1))
                    continue;
                const int size = group.blockSize(block);
                if (!known || known->first != size)
                    known = {size, changeOf(g, on ? size : -size, metric)};
                if (known->second != 0)
                    moves.push_back({g, block, on, known->second});
            }
        }
        return moves;
    }

    /// Where one block is left of a group, its last block may be smaller: the bounds count on that one.
    bool takeSmallerBlock(std::size_t metric)
    {
        for (std::size_t g = 0; g < m_space.groups().size(); ++g) {
            const ChannelGroup &group = m_space.groups()[g];
            const int last = group.blocks() - 1;
            const int size = group.blockSize(last);
            if (group.frozen || m_widths[g] <= size || m_widths[g] > group.granularity ||
                changeOf(g, size - m_widths[g], metric) == 0)
                continue;
            int kept = 0;
            while (!isOn(g, kept))
                ++kept;
            if (std::isinf(importanceOf({g, kept, false, 0})))
                continue;
            apply({g, last, true, 0});
            apply({g, kept, false, 0});
            return true;
        }
        return false;
    }

    double importanceOf(const Move &move) const
    {
        return m_importance[move.group][static_cast<std::size_t>(move.block)];
    }
    /// What is worth less than nothing goes first, the more the more it saves.
    double priceOf(const Move &move) const
    {
        const double importance = importanceOf(move);
        const double change = std::abs(move.change);
        return importance < 0 ? importance * change : importance / change;
    }
    Move cheapest(const std::vector<Move> &moves) const
    {
        return *std::min_element(moves.begin(), moves.end(),
                                 [&](const Move &a, const Move &b) { return priceOf(a) < priceOf(b); });
    }
    Move mostImportant(const std::vector<Move> &moves) const
    {
        return *std::max_element(moves.begin(), moves.end(), [&](const Move &a, const Move &b) {
            return importanceOf(a) / std::abs(a.change) < importanceOf(b) / std::abs(b.change);
        });
    }

    /// Aims are settled one after the other; a later one may not undo an earlier one.
    bool worsensSettledAim(const Move &move)
    {
        const int size = m_space.groups()[move.group].blockSize(move.block);
        return std::any_of(m_settled.begin(), m_settled.end(), [&](const ActiveTerm &term) {
            const auto metric = static_cast<std::size_t>(term.metricIndex);
            return std::abs(valueWith(move.group, move.on ? size : -size, metric) - term.target) >
                   std::abs(m_now.value[metric] - term.target);
        });
    }

    bool breaksLimit(const Move &move, const std::vector<ActiveTerm> &terms)
    {
        if (!move.on)
            return false;
        const int size = m_space.groups()[move.group].blockSize(move.block);
        return std::any_of(terms.begin(), terms.end(), [&](const ActiveTerm &term) {
            return term.shape == TermShape::Hinge &&
                   valueWith(move.group, size, static_cast<std::size_t>(term.metricIndex)) > term.target;
        });
    }

    void apply(const Move &move)
    {
        const int size = m_space.groups()[move.group].blockSize(move.block);
        switchBlock(m_space, m_step.masks, move.group, move.block, move.on);
        m_widths[move.group] += move.on ? size : -size;
        m_step.moved += size;
        m_cost.evaluate(m_widths, m_now);
    }

    const SearchSpace &m_space;
    const SpaceCost &m_cost;
    const std::vector<std::vector<double>> &m_importance;
    FinalStep m_step;
    std::vector<ActiveTerm> m_settled; ///< aims that were met before
    std::vector<double> m_widths;
    SpaceCost::Values m_now, m_trial;
};

} // namespace

ChannelMasks withinLimits(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                          const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms)
{
    Settler settler(space, cost, masks, importance);
    settler.meetLimits(terms);
    return settler.result().masks;
}

FinalStep settleTargets(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                        const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms)
{
    Settler settler(space, cost, masks, importance);
    settler.meetLimits(terms);
    if (onlyLimits(terms))
        settler.fillUp(terms);
    for (const ActiveTerm &term : terms) {
        if (term.shape == TermShape::Absolute)
            settler.meetAim(term, terms);
    }
    return settler.result();
}

std::vector<MissedLimit> missedLimits(const std::vector<ActiveTerm> &terms, const CostSet &costs)
{
    std::vector<MissedLimit> missed;
    for (const ActiveTerm &term : terms) {
        const auto found = costs.find(term.metric);
        if (term.shape == TermShape::Hinge && found != costs.end() &&
            found->second.value > term.target * (1 + kRounding))
            missed.push_back({term.metric, found->second.value, term.target});
    }
    return missed;
}

FinalStep settleDerived(const SearchSpace &space, const BoardSetup &setup, const SpaceCost &cost,
                        const ChannelMasks &masks, const std::vector<std::vector<double>> &importance,
                        const std::vector<ActiveTerm> &terms)
{
    constexpr int kMostAttempts = 50;
    std::vector<ActiveTerm> tightened = terms;
    FinalStep step;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        step = settleTargets(space, cost, masks, importance, tightened);
        step.missed = missedLimits(terms, costOf(space.derive(step.masks), setup).total);
        if (step.missed.empty())
            break;
        // Aim below what the search's own figure is now, by as much as the derived network is over.
        const std::vector<int> widths = widthsOf(step.masks);
        SpaceCost::Values now;
        cost.evaluate(std::vector<double>(widths.begin(), widths.end()), now);
        bool tighter = false;
        for (ActiveTerm &term : tightened) {
            for (const MissedLimit &missed : step.missed) {
                if (missed.metric != term.metric || term.shape != TermShape::Hinge)
                    continue;
                const double before = term.target;
                const double relaxed = now.value[static_cast<std::size_t>(term.metricIndex)];
                term.target = std::min(term.target, relaxed - (missed.value - missed.limit));
                tighter = tighter || (term.target < before && term.target > 0);
            }
        }
        if (!tighter)
            break;
    }
    return step;
}

} // namespace dnas
