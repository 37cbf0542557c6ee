// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as they stand on axes and in tables: "12.5 k", "87.35 %", "10⁻⁴". Always with a point, any locale.
#pragma once

#include "core/report/figure.h"

#include <QString>

#include <cstdint>

namespace paretoscope {

// The texts of core/report/ticks.h, so that the window and a report say a figure alike.

QString tickText(double value, double step, bool percent, double largest = 0);
QString valueText(double value, bool percent);
QString decadeText(double value, bool percent);
/// "76 912": the blanks, which break no line, are where the core has them too.
QString countText(std::int64_t count);
/// std::string is UTF-8 throughout the core.
inline QString fromUtf8(const std::string &text) { return QString::fromStdString(text); }

} // namespace paretoscope
