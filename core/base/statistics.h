// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Order statistics.
#pragma once

#include <vector>

namespace dnas {

/// The value that `share` (0 to 1) of the values are below, straight between two neighbours; 0 of no values.
double quantile(std::vector<double> values, double share);
inline double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

} // namespace dnas
