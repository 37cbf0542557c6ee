// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as text, independent of the locale.
#pragma once

#include <string>

namespace dnas {

/// The shortest text that reads back as the same number.
std::string exactNumber(double value);
/// For people: six significant digits.
std::string shortNumber(double value);
/// For people: "3 s", "4 min 10 s", "2 h 05 min"; what is negative is none.
std::string durationText(double seconds);

} // namespace dnas
