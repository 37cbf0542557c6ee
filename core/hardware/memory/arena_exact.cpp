// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Branch and bound over placements. In some optimal placement every tensor lies on the ground or directly on one that
// is alive with it (else push it down). Taken by rising offset, each then lies on the highest of those before it that
// are alive with it. So it is enough to try all orders in which such offsets never fall; equal offsets by index.
#include "core/hardware/memory/arena_placement.h"

#include <algorithm>

namespace dnas {

namespace {

class ExactSearch {
public:
    ExactSearch(std::vector<ArenaTensor> &tensors, std::int64_t peak, std::int64_t lowerBound, int nodeLimit)
        : m_best(tensors)
        , m_bestPeak(peak)
        , m_lowerBound(lowerBound)
        , m_nodesLeft(nodeLimit)
        , m_boxes(tensors.size())
        , m_candidates(tensors.size())
    {
        // Two tensors meet if they are both alive when the later one begins; no other moments are needed.
        std::vector<int> begins;
        for (const ArenaTensor &tensor : tensors)
            begins.push_back(tensor.first);
        std::sort(begins.begin(), begins.end());
        begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
        m_top.resize(begins.size());
        m_waiting.resize(begins.size());
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            const auto from = std::lower_bound(begins.begin(), begins.end(), tensors[i].first);
            const auto to = std::upper_bound(begins.begin(), begins.end(), tensors[i].last);
            m_boxes[i] = {.bytes = tensors[i].bytes,
                          .from = static_cast<std::size_t>(from - begins.begin()),
                          .to = static_cast<std::size_t>(to - begins.begin())};
            for (std::size_t t = m_boxes[i].from; t < m_boxes[i].to; ++t)
                m_waiting[t] += tensors[i].bytes;
        }
    }

    ExactResult run()
    {
        explore(0, 0, 0, 0);
        return {.peak = m_bestPeak, .finished = m_nodesLeft > 0 || m_bestPeak == m_lowerBound};
    }

private:
    struct Box {
        std::int64_t bytes = 0;
        std::size_t from = 0; ///< moments, half open
        std::size_t to = 0;
        std::int64_t offset = -1; ///< -1: not placed
    };
    struct Candidate {
        std::int64_t offset = 0;
        std::size_t box = 0;
    };

    bool done() const { return m_nodesLeft <= 0 || m_bestPeak == m_lowerBound; }

    /// What waits must lie above all that has a place then, and not below the floor.
    std::int64_t bound(std::int64_t floor, std::int64_t peak) const
    {
        for (std::size_t t = 0; t < m_top.size(); ++t) {
            if (m_waiting[t] > 0)
                peak = std::max(peak, std::max(m_top[t], floor) + m_waiting[t]);
        }
        return peak;
    }

    void explore(std::size_t depth, std::int64_t floor, std::size_t floorBox, std::int64_t peak)
    {
        if (depth == m_boxes.size()) {
            m_bestPeak = peak; // bound() let through only what is better
            for (std::size_t i = 0; i < m_boxes.size(); ++i)
                m_best[i].offset = m_boxes[i].offset;
            return;
        }
        --m_nodesLeft;
        std::vector<Candidate> &candidates = m_candidates[depth];
        candidates.clear();
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const Box &box = m_boxes[i];
            if (box.offset >= 0)
                continue;
            const std::int64_t offset = topOf(box);
            if (offset > floor || (offset == floor && i >= floorBox))
                candidates.push_back({offset, i});
        }
        std::sort(candidates.begin(), candidates.end(), [this](const Candidate &a, const Candidate &b) {
            if (a.offset != b.offset)
                return a.offset < b.offset;
            const std::int64_t left = m_boxes[a.box].bytes;
            const std::int64_t right = m_boxes[b.box].bytes;
            return left != right ? left > right : a.box < b.box;
        });
        for (const Candidate &candidate : candidates) {
            if (done())
                return;
            tryBox(candidate, depth, peak);
        }
    }

    void tryBox(const Candidate &candidate, std::size_t depth, std::int64_t peak)
    {
        Box &box = m_boxes[candidate.box];
        const std::int64_t end = candidate.offset + box.bytes;
        const std::size_t saved = m_undo.size();
        for (std::size_t t = box.from; t < box.to; ++t) {
            m_undo.push_back(m_top[t]);
            m_top[t] = end;
            m_waiting[t] -= box.bytes;
        }
        box.offset = candidate.offset;
        const std::int64_t higher = std::max(peak, end);
        if (bound(candidate.offset, higher) < m_bestPeak)
            explore(depth + 1, candidate.offset, candidate.box, higher);
        box.offset = -1;
        for (std::size_t t = box.from; t < box.to; ++t) {
            m_top[t] = m_undo[saved + t - box.from];
            m_waiting[t] += box.bytes;
        }
        m_undo.resize(saved);
    }

    std::int64_t topOf(const Box &box) const
    {
        std::int64_t top = 0;
        for (std::size_t t = box.from; t < box.to; ++t)
            top = std::max(top, m_top[t]);
        return top;
    }

    std::vector<ArenaTensor> &m_best;
    std::int64_t m_bestPeak;
    std::int64_t m_lowerBound;
    int m_nodesLeft;
    std::vector<Box> m_boxes;
    std::vector<std::int64_t> m_top;     ///< by moment: end of the highest that has a place
    std::vector<std::int64_t> m_waiting; ///< by moment: bytes without a place
    std::vector<std::int64_t> m_undo;
    std::vector<std::vector<Candidate>> m_candidates; ///< by depth
};

} // namespace

ExactResult placeExactly(std::vector<ArenaTensor> &tensors, std::int64_t peak, std::int64_t lowerBound, int nodeLimit)
{
    return ExactSearch(tensors, peak, lowerBound, nodeLimit).run();
}

} // namespace dnas
