// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What dnas bench measures, one function a subject. Blocking; nothing else should run on the machine meanwhile.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace paretoscope {

struct BenchResult {
    std::string name; ///< "train.plain.resnet8.b32.t2"
    double value = 0;
    std::string unit;
    std::string better; ///< higher or lower
    std::string detail;
};

enum class BenchLength { Quick, Full };
/// Told what is measured now.
using BenchProgress = std::function<void(const std::string &)>;
using BenchResults = dnas::Result<std::vector<BenchResult>>;

BenchResults benchTrainingSteps(BenchLength length, const BenchProgress &progress);
BenchResults benchCosts(BenchLength length, const BenchProgress &progress);
/// Predicted against published latencies and energies, one network left out at a time (bench_accuracy.cpp).
BenchResults benchCostAccuracy(BenchLength length, const BenchProgress &progress);
/// What compaction and a second worker bring to whole searches (bench_search.cpp).
BenchResults benchSearch(BenchLength length, const BenchProgress &progress);
/// Decoding, features, batches, what the loader costs a training step; on data it generates (bench_data.cpp).
BenchResults benchData(BenchLength length, const BenchProgress &progress);
/// Memory and time of opening and reading sets of full size (bench_memory.cpp). Takes minutes and 12 GB of disk in the
/// system's folder for temporary files; errors: no room.
BenchResults benchLargeData(BenchLength length, const BenchProgress &progress);

} // namespace paretoscope
