// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far apart the outputs of two networks are.
#pragma once

#include <cmath>
#include <limits>
#include <vector>

namespace dnas::test {

inline double largest(const std::vector<float> &values)
{
    double most = 0;
    for (const float value : values)
        most = std::max(most, std::abs(static_cast<double>(value)));
    return most;
}

/// Infinite for outputs of different sizes.
inline double largestDifference(const std::vector<float> &a, const std::vector<float> &b)
{
    double most = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

} // namespace dnas::test
