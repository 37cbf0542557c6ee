// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Colours, dashes and shapes of an SVG. Every element carries its light colour as an attribute, for programs that
// know nothing else, and a class by which the style sheet makes it dark where the reader prefers that.
// Private to this folder.
#pragma once

#include "core/report/figure.h"

#include <string>
#include <string_view>

namespace dnas {

/// Names of colours: "ground", "text", "muted", "axis", "grid", "dominated", "infeasible", "c0" … "c7" (Okabe–Ito).
std::string_view colourOf(Role role, int category);
/// The attributes that give an element these colours; an empty name means none.
std::string paint(std::string_view stroke, std::string_view fill);

bool hasMark(const Series &series, Mark mark);
bool hasLine(const Series &series);
/// Attributes for width and dash of a line.
std::string lineAttributes(const Series &series);
/// Element of a marker around (x, y) with its hover text, already escaped (may be empty).
std::string marker(const Series &series, double x, double y, const std::string &title);

} // namespace dnas
