// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sort, one sweep: by increasing cost, a point stays if its quality is above everything cheaper.
#include "core/study/pareto_front.h"

#include <algorithm>
#include <cmath>

namespace dnas {

std::vector<std::size_t> paretoFront(std::span<const FrontPoint> points)
{
    std::vector<std::size_t> order;
    order.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isnan(points[i].x) && !std::isnan(points[i].y))
            order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (points[a].x != points[b].x)
            return points[a].x < points[b].x;
        if (points[a].y != points[b].y)
            return points[a].y > points[b].y;
        return a < b;
    });
    std::vector<std::size_t> front;
    for (const std::size_t i : order)
        if (front.empty() || points[i].y > points[front.back()].y)
            front.push_back(i);
    return front;
}

double hypervolume(std::span<const FrontPoint> points, FrontPoint reference)
{
    double area = 0;
    double lower = reference.y; // quality that is already covered from here to the reference
    for (const std::size_t i : paretoFront(points)) {
        if (points[i].x >= reference.x)
            break;
        if (points[i].y <= lower)
            continue;
        area += (reference.x - points[i].x) * (points[i].y - lower);
        lower = points[i].y;
    }
    return area;
}

int kneeOf(std::span<const FrontPoint> front)
{
    if (front.size() < 3)
        return -1;
    const FrontPoint first = front.front();
    const double width = front.back().x - first.x;
    const double height = front.back().y - first.y;
    if (!(width > 0) || !(height > 0) || !std::isfinite(width) || !std::isfinite(height))
        return -1;
    // Scaled, the chord runs from (0, 0) to (1, 1), so the distance from it is |v - u| / √2.
    int knee = -1;
    double farthest = -1;
    for (std::size_t i = 1; i + 1 < front.size(); ++i) {
        const double u = (front[i].x - first.x) / width;
        const double v = (front[i].y - first.y) / height;
        const double distance = std::abs(v - u);
        if (distance > farthest) {
            farthest = distance;
            knee = static_cast<int>(i);
        }
    }
    return knee;
}

} // namespace dnas
