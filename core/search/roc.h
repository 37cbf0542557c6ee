// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Area under the curve of true against false alarms: how well scores tell two kinds apart, whatever threshold is
// chosen. Plain values.
#pragma once

#include <cstdint>
#include <span>

namespace dnas {

/// Probability that an anomalous score lies above a normal one; ties count half. NaN without both kinds. `labels`: 0
/// normal, 1 anomalous.
double areaUnderRoc(std::span<const double> scores, std::span<const std::int32_t> labels);

/// The part of it at false alarm rates up to `most`, brought to 0.5 for guessing and 1 for perfection (D. K. McClish,
/// Analyzing a Portion of the ROC Curve, 1989), as DCASE 2020 task 2 reports it with most = 0.1. Between two thresholds
/// the curve is straight.
double partialAreaUnderRoc(std::span<const double> scores, std::span<const std::int32_t> labels, double most);

} // namespace dnas
