// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search behind a door. LibTorch takes most of a second to load, so it lies in a module that is opened when
// something is to be trained; whoever only reads studies or prices networks never waits for it. Torch-free.
#pragma once

#include "core/search/loading_bench.h"
#include "core/search/search_run.h"
#include "core/search/training_bench.h"

namespace dnas {

/// What the module does. Each function is the one of its name in core/search, with its contract.
class Engine {
public:
    virtual ~Engine() = default;
    virtual Result<SearchSummary> runSearch(const SearchPlan &plan, const SearchOptions &options,
                                            SearchObserver &observer, SearchControls &controls,
                                            StopToken &stop) const = 0;
    virtual Result<ProbeResult> probeSearch(const SearchPlan &plan, const SearchOptions &options) const = 0;
    virtual Result<TrainingBenchResult> benchTraining(const TrainingBenchOptions &options) const = 0;
    virtual Result<LoadingBenchResult> benchLoading(const LoadingBenchOptions &options) const = 0;
    virtual StudyEnvironment currentEnvironment(int threads) const = 0;
};

/// Loads the module at the first call (about half a second) and keeps it until the program ends. Thread-safe. Fails
/// when the module is missing, cannot be loaded, or is of another version of the program.
Result<const Engine *> engine();

/// As engine(), from a given file.
Result<const Engine *> loadEngine(const std::filesystem::path &module);

} // namespace dnas
