// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measured latencies and energies of networks, or of single layers, as CSV: docs/calibration.md.
#pragma once

#include "core/base/result.h"
#include "core/hardware/calibration/population_fit.h"

#include <optional>
#include <string>
#include <vector>

namespace dnas {

struct Measurement {
    MeasuredRow system;     ///< a user's file may leave all of it out
    std::string generation; ///< of the library; what is held out together
    std::string submitter;
    std::string round;
    double clockMhz = 0; ///< 0: the board's default point
    std::string point;   ///< operating point by name; empty: by clock
    std::string supply;
    std::string network; ///< by name or path, as `--network`
    std::string layer;   ///< of the network; empty: all of it
    std::optional<double> latencyMs;
    std::optional<double> energyUj;
    std::string board;
    std::string runtime;
    int line = 0;
};

/// Columns by the header's names, in any order; `network` and one of latency_ms, latency_us, latency_s, energy_uj,
/// energy_mj, energy_nj are required. Errors name file, line and column.
Result<std::vector<Measurement>> parseMeasurements(std::string_view csv, const std::string &file);
/// The same from a file. Networks that it names by a relative path are taken from its folder.
Result<std::vector<Measurement>> loadMeasurements(const std::string &path);

/// The published measurements that come with the program (resources/measurements/mlperf_tiny.csv).
Result<std::vector<Measurement>> publishedMeasurements();

} // namespace dnas
