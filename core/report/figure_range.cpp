// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See figure_range.h.
#include "core/report/figure_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dnas {

bool canStandOn(const Axis &axis, double value)
{
    return std::isfinite(value) && (axis.scale == Scale::Linear || value > 0);
}

bool isDrawable(const Figure &figure, const Series &series, std::size_t i)
{
    return i < series.x.size() && i < series.y.size() && canStandOn(figure.x, series.x[i]) &&
           canStandOn(figure.y, series.y[i]);
}

AxisRange fittedRange(const Figure &figure, AxisSide side)
{
    const bool isX = side == AxisSide::X;
    const Axis &axis = isX ? figure.x : figure.y;
    const bool log = axis.scale == Scale::Log;
    if (isX && !figure.categories.empty())
        return {-0.6, static_cast<double>(figure.categories.size()) - 0.4};

    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    bool hasBars = false;
    for (const Series &series : figure.series) {
        hasBars = hasBars || std::find(series.marks.begin(), series.marks.end(), Mark::Bar) != series.marks.end();
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            if (!isDrawable(figure, series, i))
                continue;
            low = std::min(low, isX ? series.x[i] : series.y[i]);
            high = std::max(high, isX ? series.x[i] : series.y[i]);
        }
    }
    if (low > high)
        return log ? AxisRange{0.1, 1} : AxisRange{0, 1};
    if (hasBars && !isX && !log)
        low = std::min(low, 0.0);

    const double dataLow = low;
    const double dataHigh = high;
    const double room = log ? std::max(std::log(high / low) * 1.5, 0.7)
                            : std::max((high - low) * 1.5, std::max(std::abs(low), std::abs(high)) * 0.5);
    for (const Rule &rule : figure.rules) {
        if (rule.vertical != isX || !canStandOn(axis, rule.at))
            continue;
        const double outside = log ? std::max(std::log(rule.at / dataHigh), std::log(dataLow / rule.at))
                                   : std::max(rule.at - dataHigh, dataLow - rule.at);
        if (outside > room)
            continue;
        low = std::min(low, rule.at);
        high = std::max(high, rule.at);
    }
    if (log) {
        const double factor = std::max(std::pow(high / low, 0.05), 1.1);
        return {low / factor, high * factor};
    }
    double margin = (high - low) * 0.05;
    if (!(margin > std::max(std::abs(low), std::abs(high)) * 1e-12)) // one value, or as good as one
        margin = low == 0 ? 0.5 : std::abs(low) * 0.05;
    AxisRange range{low - margin, high + margin};
    if (low >= 0 && (range.low < 0 || hasBars))
        range.low = 0;
    if (axis.percent && high <= 1) // a point at 100 % is drawn whole
        range.high = std::min(range.high, 1 + 0.02 * (1 - range.low));
    return range;
}

} // namespace dnas
