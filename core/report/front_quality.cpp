// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history keeps the staircase of the front in a map: a new point changes it only where it lies, so that all
// points together cost O(n log n) instead of a front each.
#include "core/report/front_quality.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dnas {

namespace {

/// The area below the front so far, down to the reference point.
class GrowingFront {
public:
    explicit GrowingFront(FrontPoint reference)
        : m_reference(reference)
    {
    }

    void add(FrontPoint point)
    {
        if (!(point.x < m_reference.x) || !(point.y > m_reference.y))
            return;
        auto next = m_steps.upper_bound(point.x);
        double height = next == m_steps.begin() ? m_reference.y : std::prev(next)->second;
        if (height >= point.y)
            return;
        // To the right, up to the first point that is better, the steps rise to this one.
        double from = point.x;
        for (; next != m_steps.end() && next->second <= point.y; next = m_steps.erase(next)) {
            m_area += (next->first - from) * (point.y - height);
            from = next->first;
            height = next->second;
        }
        const double end = next == m_steps.end() ? m_reference.x : next->first;
        m_area += (end - from) * (point.y - height);
        m_steps[point.x] = point.y;
    }
    double area() const { return m_area; }

private:
    FrontPoint m_reference;
    std::map<double, double> m_steps; ///< cost → quality, both rising
    double m_area = 0;
};

} // namespace

std::optional<FrontBox> spanOf(std::span<const CandidateSummary> candidates, const std::string &xMetric,
                               const std::string &yMetric)
{
    const MetricReader x(xMetric);
    const MetricReader y(yMetric);
    std::optional<FrontBox> box;
    for (const CandidateSummary &candidate : candidates) {
        if (candidate.state != CandidateState::Done)
            continue;
        const FrontPoint point{x(candidate), y(candidate)};
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            continue;
        if (!box)
            box = FrontBox{point, point};
        box->best = {std::min(box->best.x, point.x), std::max(box->best.y, point.y)};
        box->worst = {std::max(box->worst.x, point.x), std::min(box->worst.y, point.y)};
    }
    return box;
}

std::optional<FrontBox> frontBox(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options)
{
    const auto box = spanOf(candidates, options.xMetric, options.yMetric);
    if (box && (!(box->worst.x > box->best.x) || !(box->best.y > box->worst.y)))
        return {};
    return box;
}

std::vector<double> hypervolumeHistory(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options)
{
    const auto box = frontBox(candidates, options);
    if (!box)
        return {};
    const double whole = (box->worst.x - box->best.x) * (box->best.y - box->worst.y);
    const MetricReader x(options.xMetric);
    const MetricReader y(options.yMetric);
    const InsideLimits inside(options);
    GrowingFront front(box->worst);
    std::vector<double> shares;
    for (const CandidateSummary &candidate : candidates) {
        if (candidate.state != CandidateState::Done)
            continue;
        if (candidate.feasible && inside(candidate))
            front.add({x(candidate), y(candidate)});
        shares.push_back(front.area() / whole);
    }
    return shares;
}

} // namespace dnas
