// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All runs of a plan into one study: the shared warm-up, then the runs spread over worker threads. Knows trainers by
// their interface only, so it is tested with a scripted fake. Torch-free.
#pragma once

#include "core/search/run_worker.h"
#include "core/search/search_run.h"

namespace dnas {

class StudyRecorder;

class Sweep {
public:
    /// Everything must outlive the sweep. `study` is open for writing.
    Sweep(const SearchPlan &plan, const SearchOptions &options, TrainerFactory &factory, std::shared_ptr<Study> study,
          SearchObserver &observer, SearchControls &controls, StopToken &stop);

    Result<SearchSummary> run();

private:
    /// One line of work: a run of the plan, or the seed network.
    struct Task {
        RunId id;
        std::string key;
        std::string label;
        const RunPlan *plan = nullptr; ///< null: the seed network
    };
    Result<std::vector<Task>> openTasks(SearchSummary &summary);
    Result<std::optional<WarmStart>> warmStart(SearchObserver &observer, StudyRecorder &recorder);
    /// Returns the reason that the run ended with.
    FinishReason perform(const Task &task, const WarmStart &start, SearchObserver &observer);
    RunContext contextOf(RunId id, SearchObserver &observer);
    void countCandidates(SearchSummary &summary) const;

    const SearchPlan &m_plan;
    const SearchOptions &m_options;
    TrainerFactory &m_factory;
    std::shared_ptr<Study> m_study;
    SearchObserver &m_observer;
    SearchControls &m_controls;
    StopToken &m_stop;
    RunWorker m_worker;
};

} // namespace dnas
