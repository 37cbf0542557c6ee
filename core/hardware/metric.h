// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The names of all metrics, their units, and a set of figures with origins. The set of metrics is data.
#pragma once

#include "core/hardware/board.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct MetricInfo {
    std::string name;    ///< weights, parameters, macs, flash, ram, cycles, latency, energy, compressed
    std::string jsonKey; ///< weights, parameters, macs, flash_bytes, ram_bytes, cycles, latency_ms, energy_uj
    std::string unit;    ///< "", "B", "ms", "µJ"
    std::string title;   ///< "Flash", "Latency" …
};

const std::vector<MetricInfo> &allMetrics();
const MetricInfo *findMetric(std::string_view name); ///< by name or JSON key; nullptr when unknown

struct CostValue {
    double value = 0;
    Origin origin = Origin::Counted;
    std::optional<double> errorPercent;
};

/// Metric name → figure. A metric that the board does not model is absent, never 0.
using CostSet = std::map<std::string, CostValue>;

/// For people: "75.3 KiB", "12.5 M", "23.80 ms", "412 µJ", "5.09 mJ".
std::string formatMetric(std::string_view metric, double value);

/// "64 KiB", "20 ms", "500 uJ", "1.5e6", "40k" → number in the metric's unit; error says which units are known.
Result<double> parseQuantity(std::string_view text, std::string_view metric);

} // namespace dnas
