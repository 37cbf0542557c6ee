// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A benchmark as data: which data set, which network by default, which recipe. resources/benchmarks/*.yaml.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"
#include "core/spec/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct Benchmark {
    std::string name;
    std::string title;
    std::string description;
    std::string format; ///< reader: cifar10, cifar100, demo
    std::string folder; ///< below the data folder; empty for generated data
    Shape input;
    int classes = 0;
    std::vector<std::string> classNames;
    std::vector<double> mean; ///< per channel, of pixels in 0…1
    std::vector<double> deviation;
    std::string network;           ///< default
    Recipe recipe;                 ///< default
    std::uint64_t dataSeed = 1;    ///< of generated data
    std::int64_t trainSamples = 0; ///< of generated data, or as the format has them
    std::int64_t testSamples = 0;
    std::string source;
    std::string text; ///< the YAML itself, for the study
};

Result<Benchmark> parseBenchmark(std::string_view yaml, const std::string &file);
Result<Benchmark> loadBenchmark(const std::string &nameOrPath);

} // namespace dnas
