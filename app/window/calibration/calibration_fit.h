// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The work of the calibration wizard: a fit, as `dnas calibrate` does it, and an example of the file it reads.
// Blocking; called on a worker. Knows no widgets.
#pragma once

#include "core/hardware/calibration/calibrate.h"

#include <atomic>
#include <memory>
#include <string>

namespace paretoscope {

/// Shared with the worker: how far it is, and whether it is still wanted.
struct FitProgress {
    std::atomic<bool> cancelled = false;
    std::atomic<int> done = 0;  ///< fits
    std::atomic<int> total = 0; ///< 0: not known yet
};

/// One fit of everything, then one without each measured network. Errors name file and line.
dnas::Result<dnas::Calibration> fitBoard(const std::string &board, const std::string &measurements,
                                         const std::shared_ptr<FitProgress> &progress);

/// A file of measurements with what the board's file predicts now in the place of measured values.
dnas::Result<std::string> exampleMeasurements(const std::string &board);

} // namespace paretoscope
