// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast training steps are, by three loops over the same network and the same prepared batch: plain (ours, no
// decisions, no costs), search (ours, masks and costs on), untuned (torch::nn in the default layout). Torch-free.
#pragma once

#include "core/base/result.h"

#include <string>

namespace dnas {

struct TrainingBenchOptions {
    std::string network = "resnet8"; ///< name or path
    std::string board = "nucleo-h743zi2";
    int batch = 32;
    int threads = 1;
    double seconds = 6; ///< of measuring, all loops together
};

struct TrainingBenchResult {
    double plain = 0; ///< images/s, median over rounds
    double search = 0;
    double untuned = 0;
    double overhead = 0; ///< median over rounds of time(search) / time(plain), neighbours in time
    double gain = 0;     ///< median over rounds of time(untuned) / time(plain)
    int rounds = 0;
};

/// Blocks for about `seconds`. Rounds alternate between the loops, so that a noisy machine hits all alike.
Result<TrainingBenchResult> benchTraining(const TrainingBenchOptions &options);

} // namespace dnas
