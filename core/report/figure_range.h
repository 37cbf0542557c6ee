// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What part of each axis a figure shows. Private to this folder.
#pragma once

#include "core/report/figure.h"

namespace dnas {

enum class AxisSide { X, Y };

struct AxisRange {
    double low = 0;
    double high = 1;
};

/// Finite, and above 0 on a logarithmic axis.
bool canStandOn(const Axis &axis, double value);
/// Whether point `i` of the series can be drawn at all.
bool isDrawable(const Figure &figure, const Series &series, std::size_t i);
/// All points with a margin. Rules belong into the picture unless they would squeeze the points.
AxisRange fittedRange(const Figure &figure, AxisSide side);

} // namespace dnas
