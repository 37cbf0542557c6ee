// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See roc.h.
#include "core/search/roc.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace dnas {

namespace {

struct RocPoint {
    double falseAlarms = 0; ///< share of the normal ones
    double hits = 0;        ///< share of the anomalous ones
};

/// From (0, 0) to (1, 1), one point for each different score; empty without both kinds.
std::vector<RocPoint> rocOf(std::span<const double> scores, std::span<const std::int32_t> labels)
{
    const auto anomalous = static_cast<double>(std::count(labels.begin(), labels.end(), 1));
    const double normal = static_cast<double>(labels.size()) - anomalous;
    if (anomalous == 0 || normal == 0)
        return {};
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::vector<RocPoint> curve{{}};
    double hits = 0, alarms = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        (labels[order[i]] == 1 ? hits : alarms) += 1;
        if (i + 1 == order.size() || scores[order[i + 1]] != scores[order[i]])
            curve.push_back({alarms / normal, hits / anomalous});
    }
    return curve;
}

/// By trapezoids, up to a rate of false alarms.
double areaUpTo(const std::vector<RocPoint> &curve, double most)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const RocPoint &from = curve[i - 1];
        RocPoint to = curve[i];
        if (from.falseAlarms >= most)
            break;
        if (to.falseAlarms > most) {
            to.hits =
                from.hits + (to.hits - from.hits) * (most - from.falseAlarms) / (to.falseAlarms - from.falseAlarms);
            to.falseAlarms = most;
        }
        area += (to.falseAlarms - from.falseAlarms) * (from.hits + to.hits) / 2;
    }
    return area;
}

} // namespace

double areaUnderRoc(std::span<const double> scores, std::span<const std::int32_t> labels)
{
    const auto curve = rocOf(scores, labels);
    return curve.empty() ? std::numeric_limits<double>::quiet_NaN() : areaUpTo(curve, 1);
}

double partialAreaUnderRoc(std::span<const double> scores, std::span<const std::int32_t> labels, double most)
{
    const auto curve = rocOf(scores, labels);
    if (curve.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double guessing = most * most / 2;
    return 0.5 * (1 + (areaUpTo(curve, most) - guessing) / (most - guessing));
}

} // namespace dnas
