// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a training step costs when its batch comes from the loader, against the same step on a batch that was prepared
// beforehand. Torch-free.
#pragma once

#include "core/base/timing.h"
#include "core/data/data_set.h"

#include <memory>
#include <string>

namespace dnas {

struct LoadingBenchOptions {
    std::shared_ptr<const DataSet> data; ///< its training samples, augmented; at least 8 batches of them
    std::string network;                 ///< name or path; takes the inputs of `data` and tells its classes
    int batch = 32;
    int threads = 1;
    int ahead = 2; ///< as LoaderOptions: 0 makes each batch on the thread that trains
    /// Processor: what the loader costs where no core is free for its thread; meant for ahead = 0.
    TimeKind time = TimeKind::Wall;
    double seconds = 6; ///< of measuring
};

struct LoadingBenchResult {
    double prepared = 0; ///< samples/s, median over rounds
    double loaded = 0;
    double ratio = 0;            ///< median over rounds of time(loaded) / time(prepared), neighbours in time
    double lower = 0, upper = 0; ///< quartiles of the ratios
    int rounds = 0;
};

/// Blocks for about `seconds`. Errors: the network's, too few samples.
Result<LoadingBenchResult> benchLoading(const LoadingBenchOptions &options);

} // namespace dnas
