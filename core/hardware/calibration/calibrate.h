// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From measurements to a board file with fitted coefficients and a stated error. What few measurements leave open is
// filled from the published ones of other boards. docs/calibration.md.
#pragma once

#include "core/hardware/board.h"
#include "core/hardware/calibration/population.h"

#include <string>
#include <vector>

namespace dnas {

/// A measured figure, what the fitted coefficients give, and what they would have given without this network.
struct Residual {
    std::string network;
    std::string layer;
    bool energy = false;
    double measured = 0;
    double fitted = 0;
    double heldOut = 0;
};

struct RuntimeCalibration {
    std::string runtime;
    std::vector<Residual> residuals;
    double latencyErrorPercent = 0; ///< root mean square of the held-out errors; 0: not measured
    double energyErrorPercent = 0;
};

struct Calibration {
    Board board; ///< with fitted runtimes, origin calibrated
    std::vector<RuntimeCalibration> runtimes;
};

/// Worth a warning: such a model ranks networks, but foretells no limit.
inline bool isPoor(const RuntimeCalibration &fit)
{
    constexpr double kPoorPercent = 30;
    return fit.latencyErrorPercent > kPoorPercent || fit.energyErrorPercent > kPoorPercent;
}

/// Measurements needed for one runtime: fewer leave no error to state.
inline constexpr std::size_t kLeastMeasurements = 3;

/// `measurements`: rows of other boards are passed over; rows that name neither board nor chip count for this
/// board, those without a runtime for its first. `published`: what else is known (publishedMeasurements()). Fails when
/// a runtime does not exist, has too few measurements (says how many are needed), or when no row is for this board.
Result<Calibration> calibrate(Board board, std::vector<Measurement> measurements, std::vector<Measurement> published,
                              const GoOn &goOn = {});

/// The same from a board by name or path and a file of measurements, beside the published ones; fitted runtimes say
/// where their figures are from. Errors name file and line.
Result<Calibration> calibrateFromFile(const std::string &board, const std::string &measurements, const GoOn &goOn = {});

} // namespace dnas
