// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fill_up.h"

#include "core/space/channel_masks.h"

#include <algorithm>
#include <optional>

namespace dnas {

namespace {

class Filler {
public:
    Filler(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
           const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &limits)
        : m_space(space)
        , m_groups(space.groups())
        , m_cost(cost)
        , m_importance(importance)
        , m_limits(limits)
        , m_masks(masks)
    {
        for (const int width : widthsOf(masks))
            m_widths.push_back(width);
        m_cost.evaluate(m_widths, m_now);
        collectOff();
    }

    ChannelMasks fill()
    {
        while (holds(m_now)) {
            const std::optional<Block> best = worthiest();
            if (!best)
                break;
            switchOn(*best);
        }
        return std::move(m_masks);
    }

private:
    /// Blocks that are off, by group, the most important last.
    void collectOff()
    {
        m_off.resize(m_groups.size());
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            for (int block = 0; block < m_groups[g].blocks() && !m_groups[g].frozen; ++block) {
                if (m_masks[g][static_cast<std::size_t>(block * m_groups[g].granularity)] == 0)
                    m_off[g].push_back(block);
            }
            std::stable_sort(m_off[g].begin(), m_off[g].end(),
                             [&](int a, int b) { return importanceOf(g, a) < importanceOf(g, b); });
        }
    }

    double importanceOf(std::size_t group, int block) const
    {
        return m_importance[group][static_cast<std::size_t>(block)];
    }

    bool holds(const SpaceCost::Values &values) const
    {
        return std::all_of(m_limits.begin(), m_limits.end(), [&](const ActiveTerm &limit) {
            return values.value[static_cast<std::size_t>(limit.metricIndex)] <= limit.target;
        });
    }

    struct Block {
        std::size_t group = 0;
        int index = 0;
    };

    /// The block that brings most for what it takes, and fits. Of blocks of one size in a group only the most
    /// important is looked at.
    std::optional<Block> worthiest()
    {
        std::optional<Block> best;
        double bestWorth = -1;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            std::optional<int> seen;
            for (auto block = m_off[g].rbegin(); block != m_off[g].rend(); ++block) {
                const int size = m_groups[g].blockSize(*block);
                if (seen == size)
                    continue;
                seen = size;
                if (const double worth = worthOf({g, *block}); worth > bestWorth) {
                    bestWorth = worth;
                    best = Block{g, *block};
                }
                if (m_groups[g].channels % m_groups[g].granularity == 0)
                    break; // all are of one size
            }
        }
        return best;
    }

    /// Importance for each share of the limits that it takes; -1 when it does not fit.
    double worthOf(const Block &block)
    {
        constexpr double kFree = 1e-9; // of a limit: what takes nothing comes first
        const double size = m_groups[block.group].blockSize(block.index);
        m_widths[block.group] += size;
        m_cost.evaluate(m_widths, m_trial);
        m_widths[block.group] -= size;
        if (!holds(m_trial))
            return -1;
        double share = kFree;
        for (const ActiveTerm &limit : m_limits) {
            const auto metric = static_cast<std::size_t>(limit.metricIndex);
            share = std::max(share, (m_trial.value[metric] - m_now.value[metric]) / limit.target);
        }
        return importanceOf(block.group, block.index) / share;
    }

    void switchOn(const Block &block)
    {
        std::erase(m_off[block.group], block.index);
        switchBlock(m_space, m_masks, block.group, block.index, true);
        m_widths[block.group] += m_groups[block.group].blockSize(block.index);
        m_cost.evaluate(m_widths, m_now);
    }

    const SearchSpace &m_space;
    const std::vector<ChannelGroup> &m_groups;
    const SpaceCost &m_cost;
    const std::vector<std::vector<double>> &m_importance;
    const std::vector<ActiveTerm> &m_limits;
    ChannelMasks m_masks;
    std::vector<std::vector<int>> m_off;
    std::vector<double> m_widths;
    SpaceCost::Values m_now, m_trial;
};

} // namespace

bool onlyLimits(const std::vector<ActiveTerm> &terms)
{
    return !terms.empty() && std::all_of(terms.begin(), terms.end(),
                                         [](const ActiveTerm &term) { return term.shape == TermShape::Hinge; });
}

ChannelMasks filledUp(const SearchSpace &space, const SpaceCost &cost, const ChannelMasks &masks,
                      const std::vector<std::vector<double>> &importance, const std::vector<ActiveTerm> &terms)
{
    return Filler(space, cost, masks, importance, terms).fill();
}

} // namespace dnas
