// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as they stand on axes and in tables: "12.5 k", "87.35 %", "10⁻⁴". Always with a point, any locale.
#pragma once

#include "core/report/figure.h"

#include <QString>

namespace paretoscope {

/// A tick label; `step` (distance to the next tick, > 0) decides how many decimals are needed.
QString tickText(double value, double step, bool percent);
/// A single figure with four significant digits: hovering, tables.
QString valueText(double value, bool percent);
/// Power of ten as on a logarithmic axis: "0.01" … "100 k", beyond that "10⁻⁵".
QString decadeText(double value, bool percent);
/// std::string is UTF-8 throughout the core.
inline QString fromUtf8(const std::string &text) { return QString::fromStdString(text); }

} // namespace paretoscope
