// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Geometry of parallel coordinates without a widget: values to places along an axis, axes to columns, ticks.
// A place along an axis is a unit: 0 at the bottom, 1 on top.
#pragma once

#include "core/report/figure.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <span>
#include <vector>

namespace paretoscope {

bool hasPositive(std::span<const double> values);

/// What an axis shows; `low` and `high` are its ends in value, `least` and `most` the extremes of the data.
struct AxisScale {
    double low = 0, high = 1;
    double least = 0, most = 1;
    dnas::Scale scale = dnas::Scale::Linear;
    bool flipped = false;

    /// NaN where the value is absent; a value that has no logarithm stands at the low end.
    double unitOf(double value) const;
    /// Clamped to the axis; its low end includes values without a logarithm.
    double valueAt(double unit) const;
    /// Of the low end: 0, or 1 on a flipped axis.
    double lowUnit() const { return flipped ? 1 : 0; }
};
/// With a little room beyond the extremes; log falls back to linear where no value is positive.
AxisScale axisScale(std::span<const double> values, dnas::Scale scale, bool flipped);

struct AxisTick {
    double unit = 0;
    QString text; ///< empty: a minor tick
};
/// Ticks whose labels keep `lineHeight` apart on an axis of `height` pixels.
/// `metric`: of a cost, whose numbers get their units ("96 KiB").
std::vector<AxisTick> axisTicks(const AxisScale &scale, bool percent, double height, double lineHeight,
                                const QString &metric = {});

/// Pixels: columns, and the top and bottom that all axes share.
struct ParallelFrame {
    double top = 0, bottom = 0;
    double lineHeight = 12;
    double column = 0;      ///< width from an axis to the next, without a gap
    double titleRoom = 0;   ///< width that a title may take
    bool staggered = false; ///< every other title stands a line lower
    std::vector<double> x;  ///< by axis

    double height() const { return bottom - top; }
    double yOf(double unit) const { return bottom - unit * height(); }
    double unitAt(double y) const { return height() > 0 ? (bottom - y) / height() : 0; }
    /// The axis nearest to `x`, -1 without axes.
    int nearest(double x) const;
};
/// `labelWidth`: room for tick labels left of the first axis; `legend`: room for a line below; `widestTitle`: titles
/// that do not fit beside each other are staggered.
ParallelFrame parallelFrame(QSizeF size, int axes, double lineHeight, double labelWidth, bool legend,
                            double widestTitle = 0);

double distanceToSegment(QPointF point, QPointF from, QPointF to);

} // namespace paretoscope
