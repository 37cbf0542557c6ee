// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One tensor after the other into a gap between those that are alive at the same time and have a place already.
#include "core/hardware/memory/arena_placement.h"

#include <algorithm>
#include <limits>

namespace dnas {

namespace {

struct Gap {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

class Placer {
public:
    Placer(std::vector<ArenaTensor> &tensors, Fit fit, std::int64_t ceiling)
        : m_tensors(tensors)
        , m_high(fit == Fit::TwoEnds ? tensors.size() : 0)
        , m_fit(fit)
        , m_ceiling(ceiling)
    {
        m_placed.reserve(tensors.size());
    }

    std::int64_t place(int index)
    {
        ArenaTensor &tensor = m_tensors[static_cast<std::size_t>(index)];
        int newest = -1; // neighbour that began last
        const Gap gap = chooseGap(tensor, index, newest);
        const bool high = m_fit == Fit::TwoEnds && m_high[static_cast<std::size_t>(index)] != 0;
        tensor.offset = high ? gap.end - tensor.bytes : gap.begin;
        const auto above = [this](std::int64_t offset, int other) {
            return offset < m_tensors[static_cast<std::size_t>(other)].offset;
        };
        m_placed.insert(std::upper_bound(m_placed.begin(), m_placed.end(), tensor.offset, above), index);
        return tensor.end();
    }

private:
    /// Gaps that are large enough, from below; the last one is open (up to the ceiling where it matters).
    Gap chooseGap(const ArenaTensor &tensor, int index, int &newest)
    {
        std::int64_t free = 0;
        m_gaps.clear();
        for (const int other : m_placed) {
            const ArenaTensor &o = m_tensors[static_cast<std::size_t>(other)];
            if (o.last < tensor.first || tensor.last < o.first)
                continue;
            if (newest < 0 || o.first > m_tensors[static_cast<std::size_t>(newest)].first)
                newest = other;
            if (o.offset - free >= tensor.bytes)
                m_gaps.push_back({free, o.offset});
            free = std::max(free, o.end());
        }
        if (m_fit != Fit::TwoEnds) {
            m_gaps.push_back({free, std::numeric_limits<std::int64_t>::max()});
            const auto tighter = [](const Gap &a, const Gap &b) {
                return a.end - a.begin < b.end - b.begin;
            };
            return m_fit == Fit::Lowest ? m_gaps.front() : *std::min_element(m_gaps.begin(), m_gaps.end(), tighter);
        }
        if (m_ceiling - free >= tensor.bytes || m_gaps.empty())
            m_gaps.push_back({free, std::max(m_ceiling, free + tensor.bytes)});
        const bool high = newest >= 0 && m_high[static_cast<std::size_t>(newest)] == 0;
        m_high[static_cast<std::size_t>(index)] = high;
        return high ? m_gaps.back() : m_gaps.front();
    }

    std::vector<ArenaTensor> &m_tensors;
    std::vector<int> m_placed; ///< by offset
    std::vector<Gap> m_gaps;
    std::vector<char> m_high; ///< by tensor, for TwoEnds
    Fit m_fit;
    std::int64_t m_ceiling;
};

} // namespace

std::int64_t placeGreedily(std::vector<ArenaTensor> &tensors, std::span<const int> order, Fit fit, std::int64_t ceiling)
{
    Placer placer(tensors, fit, ceiling);
    std::int64_t peak = 0;
    for (const int index : order)
        peak = std::max(peak, placer.place(index));
    return peak;
}

} // namespace dnas
