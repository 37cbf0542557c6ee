// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entry to the engine: everything from a plan to a study full of candidates. Blocks; call it on a worker
// thread. No torch in this header.
#pragma once

#include "core/base/stop_token.h"
#include "core/events/search_observer.h"
#include "core/spec/search_spec.h"
#include "core/study/study.h"

#include <filesystem>
#include <memory>

namespace dnas {

struct SearchOptions {
    std::filesystem::path data;            ///< empty: the default data folder
    std::filesystem::path output;          ///< the study; created, or extended when it holds the same specs' runs
    int jobs = 1;                          ///< runs at once; threads × jobs should not exceed the cores
    bool includeSeed = true;               ///< also train the seed network for the same total, as a candidate
    std::vector<SteeringRequest> steering; ///< applied from the start of every run
    std::filesystem::path replay;          ///< a study: what was steered in its runs is steered in the same runs again
    std::vector<RunId> only;               ///< runs of the study to go on with; empty: all of the plan, and forks
    bool resume = false; ///< fails when an unfinished run of the study is of another spec, instead of leaving it
};

struct SearchSummary {
    int runsDone = 0;
    int runsFailed = 0;
    int runsSkipped = 0; ///< already in the study
    int candidates = 0;  ///< in the study now
    int infeasible = 0;  ///< of them, outside a limit
    FinishReason reason = FinishReason::Done;
    std::filesystem::path study;
};

/// Trains and searches every run of the plan. Failed runs are states in the study; the returned error is for
/// what stops the whole (no data, study not writable).
Result<SearchSummary> runSearch(const SearchPlan &plan, const SearchOptions &options, SearchObserver &observer,
                                SearchControls &controls, StopToken &stop);

/// Seconds one run of the plan will take, from a ten-step probe of its phases. Loads the data.
struct ProbeResult {
    double warmUpSeconds = 0; ///< whole phase
    double runSeconds = 0;    ///< one run, warm-up not counted
    double imagesPerSecond = 0;
};
Result<ProbeResult> probeSearch(const SearchPlan &plan, const SearchOptions &options);

/// Processor, torch version … of this machine.
StudyEnvironment currentEnvironment(int threads);

} // namespace dnas
