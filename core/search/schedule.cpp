// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dnas {

namespace {

/// From a to b along half a cosine, t in 0…1.
double halfCosine(double a, double b, double t) { return b + (a - b) * 0.5 * (1 + std::cos(std::numbers::pi * t)); }

} // namespace

double learningRateFactor(const OptimizerOptions &options, std::int64_t step, std::int64_t totalSteps,
                          std::int64_t stepsPerEpoch)
{
    const double t = totalSteps > 1 ? static_cast<double>(step) / static_cast<double>(totalSteps) : 0;
    const double epoch = stepsPerEpoch > 0 ? static_cast<double>(step / stepsPerEpoch) : 0;
    if (options.schedule == "cosine")
        return halfCosine(1, 0, t);
    if (options.schedule == "one_cycle") {
        constexpr double kRise = 0.3;
        if (t < kRise)
            return halfCosine(1.0 / 25, 1, t / kRise);
        return halfCosine(1, 1.0 / 250000, (t - kRise) / (1 - kRise));
    }
    if (options.schedule == "exponential")
        return std::pow(options.factor, epoch);
    if (options.schedule == "steps") {
        const auto passed = std::count_if(options.milestones.begin(), options.milestones.end(),
                                          [&](double milestone) { return epoch >= milestone; });
        return std::pow(options.factor, static_cast<double>(passed));
    }
    return 1;
}

} // namespace dnas
