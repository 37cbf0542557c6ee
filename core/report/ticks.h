// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where ticks stand and how numbers read on axes and in tables: "12.5 k", "87.35 %", "10⁻⁴". Always with a point,
// any locale.
#pragma once

#include "core/report/figure.h"

#include <string>
#include <vector>

namespace dnas {

/// `value` with so many decimals; a true minus sign is not used, so that the text is a number for machines.
std::string fixedText(double value, int decimals);

/// A tick label; `step` (distance to the next tick, > 0) decides how many decimals are needed.
/// `largest` is the largest value on the axis, so that 5 k stands beside 10 k.
std::string tickText(double value, double step, bool percent, double largest = 0);
/// A power of ten as on a logarithmic axis: "0.01" … "100 k", beyond that "10⁻⁵".
std::string decadeText(double value, bool percent);
/// A single figure with four significant digits: hovering, tables.
std::string valueText(double value, bool percent);

struct Tick {
    double at = 0;
    std::string label; ///< empty: a minor tick
};

/// Ticks inside [low, high], about `wanted` of them with labels: steps of 1, 2 or 5 times a power of ten; on a
/// logarithmic axis decades, 1-2-5 or plain steps as the range asks.
std::vector<Tick> ticksFor(double low, double high, Scale scale, bool percent, int wanted);

} // namespace dnas
