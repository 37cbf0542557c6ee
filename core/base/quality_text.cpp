// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_text.h. Independent of the locale.
#include "core/base/quality_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace dnas {

bool isShare(const std::string &qualityMetric) { return qualityMetric.empty() || qualityMetric == "accuracy"; }

std::string qualityText(const std::string &qualityMetric, double value, int decimals)
{
    if (!std::isfinite(value))
        return "–";
    const bool share = isShare(qualityMetric);
    std::array<char, 400> buffer; // the largest double has 309 digits
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), share ? 100 * value : value,
                                            std::chars_format::fixed, share ? decimals : decimals + 2);
    return error == std::errc() ? std::string(buffer.data(), end) + (share ? " %" : "") : "–";
}

} // namespace dnas
