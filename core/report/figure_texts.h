// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of figures and reports: axis titles with units, what a point says when the mouse is over it.
// Private to this folder.
#pragma once

#include "core/report/figures.h"

#include <string>

namespace dnas {

/// "Flash (B)", "Latency (ms)", "Weights"; the name itself when it is no metric.
std::string metricTitle(const std::string &metric);
/// "12.5 k weights", "75.3 KiB flash".
std::string costText(const std::string &metric, double value);
/// "counted", "calibrated ± 7.5 %".
std::string originText(const CostValue &cost);
/// "81.25 %"; "n/a" when it is no number.
std::string percentText(double share, int decimals);
/// "81.2 % validation, 79.0 % test", "0.812 validation, 0.790 test (AUC)".
std::string candidateQualityText(const CandidateSummary &candidate);
std::string publishedText(const NamedPoint &point, const std::string &qualityMetric);
/// "λ macs 0.1 → 0.5".
std::string steeringText(const SteeringChanged &change);

} // namespace dnas
