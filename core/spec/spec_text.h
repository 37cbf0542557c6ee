// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small text work that reading, writing and labelling a spec share: numbers, percentages, quoting.
// Private to this folder.
#pragma once

#include "core/base/error.h"
#include "core/base/numbers.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// "1 254", rounded to a whole number.
std::string groupedNumber(double value);

/// "25%" or "12.5 %" → 0.25, 0.125; nothing when it is no percentage.
std::optional<double> parsePercent(std::string_view text);
/// 0.25 → "25%", such that parsePercent gives the same double wherever it can.
std::string percentText(double share);

/// A YAML scalar, quoted where plain text would read as something else.
std::string yamlScalar(const std::string &text);
/// "[a, b]", or the element itself when there is exactly one.
std::string yamlListOrScalar(const std::vector<std::string> &elements);
std::string yamlList(const std::vector<std::string> &elements);

/// YAML without one key of the outermost map and what stands below it, comments included.
std::string withoutBlock(std::string_view yaml, std::string_view key);

/// An error about something that the spec names, told at its place in the spec unless it lies inside the other file.
Error placedAt(Error error, const Place &place);

} // namespace dnas
