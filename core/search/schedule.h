// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learning rate over a phase, step by step. Torch-free.
#pragma once

#include "core/spec/recipe.h"

#include <cstdint>

namespace dnas {

/// Multiplier of the peak learning rate at `step` (from 0) of `totalSteps`.
/// constant; cosine: ½(1 + cos πt); one_cycle: from 1/25 up to 1 in the first 30 %, then down to 1/250 000, both by
/// half cosines (Smith & Topin 2018); steps: `factor` at each milestone epoch; exponential: factor^epoch.
double learningRateFactor(const OptimizerOptions &options, std::int64_t step, std::int64_t totalSteps,
                          std::int64_t stepsPerEpoch);

} // namespace dnas
