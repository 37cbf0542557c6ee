// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A benchmark as data: which data set, which network by default, which recipe. resources/benchmarks/*.yaml.
#pragma once

#include "core/base/result.h"
#include "core/features/front_end.h"
#include "core/network/network.h"
#include "core/spec/data_origin.h"
#include "core/spec/data_source.h"
#include "core/spec/named_recipe.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct Benchmark {
    std::string name;
    std::string title;
    std::string description;
    DataSource data;
    std::optional<DataOrigin> fetch; ///< where it can be had
    FrontEnd frontEnd;               ///< of sounds
    Shape input;
    int classes = 0;
    std::vector<std::string> classNames; ///< may be empty: only their number is known
    std::vector<double> mean;            ///< per channel, of pixels in 0…1
    std::vector<double> deviation;
    std::string network;              ///< default
    Recipe recipe;                    ///< default
    std::vector<NamedRecipe> recipes; ///< others that a spec may choose
    std::string source;
    /// The YAML itself without `recipes:`, for the study: of those a study keeps the one that it used.
    std::string text;
};

/// What a network of the benchmark is measured by: "accuracy", or "AUC" where anomalies are told by what cannot be
/// given back.
std::string qualityMetricOf(const Benchmark &benchmark);
/// Such networks give back their input.
bool isReconstruction(const Benchmark &benchmark);

/// The name of the class `label`, or its number where the benchmark knows no names.
std::string classNameOf(const Benchmark &benchmark, std::size_t label);

Result<Benchmark> parseBenchmark(std::string_view yaml, const std::string &file);
Result<Benchmark> loadBenchmark(const std::string &nameOrPath);

} // namespace dnas
