// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See parallel_layout.h.
#include "widgets/parallel_layout.h"

#include "core/hardware/metric.h"
#include "core/report/ticks.h"
#include "widgets/plot_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paretoscope {

namespace {

constexpr double kRoom = 0.04; ///< of the span, beyond the extremes
constexpr double kLeastRoomLog = 1.1;

struct Unit {
    double factor = 1;
    QString text;
};

/// In which the numbers of an axis are written that reaches to `most`.
Unit unitOf(const QString &metric, double most)
{
    const dnas::MetricInfo *info = dnas::findMetric(metric.toStdString());
    const QString base = info ? fromUtf8(info->unit) : QString();
    if (base == QStringLiteral("B") && most >= 1024)
        return most >= 1024 * 1024 ? Unit{1024 * 1024, QStringLiteral("MiB")} : Unit{1024, QStringLiteral("KiB")};
    if (base == QStringLiteral("µJ") && most >= 1000)
        return most >= 1e6 ? Unit{1e6, QStringLiteral("J")} : Unit{1000, QStringLiteral("mJ")};
    return {1, base};
}

bool isShort(const AxisScale &scale) { return scale.scale == dnas::Scale::Log && scale.least <= 0; }

} // namespace

bool hasPositive(std::span<const double> values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value) && value > 0; });
}

double AxisScale::unitOf(double value) const
{
    if (!std::isfinite(value))
        return std::numeric_limits<double>::quiet_NaN();
    double unit = 0;
    if (scale == dnas::Scale::Log)
        unit = value > 0 ? std::log(value / low) / std::log(high / low) : 0;
    else
        unit = (value - low) / (high - low);
    return flipped ? 1 - unit : unit;
}

double AxisScale::valueAt(double unit) const
{
    const double share = std::clamp(flipped ? 1 - unit : unit, 0.0, 1.0);
    if (isShort(*this) && share <= 0)
        return least;
    return scale == dnas::Scale::Log ? low * std::pow(high / low, share) : low + share * (high - low);
}

AxisScale axisScale(std::span<const double> values, dnas::Scale scale, bool flipped)
{
    AxisScale result{.flipped = flipped};
    result.scale = scale == dnas::Scale::Log && hasPositive(values) ? dnas::Scale::Log : dnas::Scale::Linear;
    const bool log = result.scale == dnas::Scale::Log;
    double low = std::numeric_limits<double>::infinity(); // of what has a place on the scale
    double high = -low;
    double least = low;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        least = std::min(least, value);
        high = std::max(high, value);
        if (!log || value > 0)
            low = std::min(low, value);
    }
    if (low > high)
        return result;
    result.least = least;
    result.most = high;
    if (log) {
        const double room = std::max(std::pow(high / low, kRoom), kLeastRoomLog);
        result.low = low / room;
        result.high = high * room;
        return result;
    }
    double room = (high - low) * kRoom;
    if (!(room > std::abs(high) * 1e-12)) // all alike
        room = high != 0 ? std::abs(high) * 0.05 : 0.5;
    result.low = low >= 0 ? std::max(0.0, low - room) : low - room;
    result.high = high + room;
    return result;
}

std::vector<AxisTick> axisTicks(const AxisScale &scale, bool percent, double height, double lineHeight,
                                const QString &metric)
{
    const Unit unitShown = unitOf(metric, scale.most);
    std::vector<AxisTick> ticks;
    const int wanted = std::clamp(static_cast<int>(height / (lineHeight * 3.2)), 2, 10);
    std::vector<double> taken; // places of labels
    if (isShort(scale)) {
        ticks.push_back({scale.lowUnit(), QStringLiteral("≤ 0")});
        taken.push_back(scale.lowUnit());
    }
    for (const dnas::Tick &tick :
         dnas::ticksFor(scale.low / unitShown.factor, scale.high / unitShown.factor, scale.scale, percent, wanted)) {
        const double unit = scale.unitOf(tick.at * unitShown.factor);
        const bool free = std::none_of(taken.begin(), taken.end(), [&](double other) {
            return std::abs(unit - other) * height < lineHeight * 0.95;
        });
        const bool named = free && !tick.label.empty();
        if (named)
            taken.push_back(unit);
        QString text = named ? fromUtf8(tick.label) : QString();
        if (named && tick.at != 0 && !unitShown.text.isEmpty())
            text += QLatin1Char(' ') + unitShown.text;
        ticks.push_back({unit, text});
    }
    return ticks;
}

int ParallelFrame::nearest(double place) const
{
    const auto best = std::min_element(
        x.begin(), x.end(), [place](double a, double b) { return std::abs(a - place) < std::abs(b - place); });
    return best == x.end() ? -1 : static_cast<int>(best - x.begin());
}

ParallelFrame parallelFrame(QSizeF size, int axes, double lineHeight, double labelWidth, bool legend,
                            double widestTitle)
{
    ParallelFrame frame;
    frame.lineHeight = lineHeight;
    const auto setHeights = [&] {
        // Above the axes the title and the mark of the better end, below them that mark and the legend.
        frame.top = std::round(lineHeight * (frame.staggered ? 3.7 : 2.5)) + 4;
        frame.bottom = std::max(frame.top + 1, std::floor(size.height() - lineHeight * (legend ? 2.8 : 1.3) - 2));
    };
    setHeights();
    if (axes < 1)
        return frame;
    const double usable = std::max(1.0, size.width() - labelWidth);
    const double right = std::clamp(usable / axes * 0.45, 12.0, 70.0);
    const double left = std::max(labelWidth, right);
    const double step = axes > 1 ? std::max(1.0, (size.width() - left - right) / (axes - 1)) : size.width() / 2;
    for (int axis = 0; axis < axes; ++axis)
        frame.x.push_back(std::round(axes > 1 ? left + axis * step : size.width() / 2));
    frame.column = step - 8;
    frame.staggered = axes > 1 && widestTitle > frame.column;
    frame.titleRoom = frame.staggered ? 2 * step - 8 : frame.column;
    setHeights();
    return frame;
}

double distanceToSegment(QPointF point, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0;
    const QPointF gap = point - (from + share * along);
    return std::hypot(gap.x(), gap.y());
}

} // namespace paretoscope
