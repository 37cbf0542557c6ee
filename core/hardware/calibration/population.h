// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measurements as rows and observations of a fit, and how well a fit predicts what it has not seen.
#pragma once

#include "core/hardware/calibration/measurements.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dnas {

/// Measurements sorted into systems: those of one chip, library, submitter, round and clock are a row.
struct Population {
    std::vector<MeasuredRow> rows;
    std::vector<Observation> observations;
    std::vector<Measurement> measurements; ///< as read
    std::vector<int> rowOf;                ///< by measurement
    std::vector<int> measurementOf;        ///< by observation
    std::vector<double> clockMhz;          ///< by row

    /// Index of the row that a measurement belongs to, by board and runtime; -1: none.
    int findRow(const std::string &board, const std::string &runtime) const;
};

/// Loads the networks that the measurements name. Fails when one cannot be read or a layer is not in it, and where a
/// measurement has no clock. Systems without a chip, core or library get names of their own.
Result<Population> buildPopulation(std::vector<Measurement> measurements);

/// One measured figure against what the rest of the population says of it.
struct HeldOut {
    int observation = 0;
    double predicted = 0;
    double measured = 0;
    double relativeError() const { return predicted / measured - 1; }
};

/// Told how many of how many fits are done; false stops.
using GoOn = std::function<bool(int done, int total)>;

/// Each observation predicted without its network on any row of the same chip and generation of the library; the
/// other networks stay. Nothing of a fit is carried over from one to the next. Only observations that are `wanted` are
/// predicted (none given: all). `goOn` is asked before every fit.
std::vector<HeldOut> leaveOneOut(const Population &population,
                                 const std::function<bool(const Observation &)> &wanted = {}, const GoOn &goOn = {});

/// Of |predicted / measured − 1|.
struct ErrorSummary {
    std::size_t count = 0;
    double median = 0;
    double percentile90 = 0;
};
ErrorSummary summarise(const std::vector<HeldOut> &heldOut, const Population &population, bool energy);

} // namespace dnas
