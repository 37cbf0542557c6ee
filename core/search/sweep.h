// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All runs of a plan into one study: the shared warm-up, then the runs spread over worker threads. Knows trainers by
// their interface only, so it is tested with a scripted fake. Torch-free.
#pragma once

#include "core/search/run_worker.h"
#include "core/search/search_run.h"
#include "core/search/sweep_tasks.h"

#include <map>
#include <string>
#include <vector>

namespace dnas {

class SerialObserver;
class StudyRecorder;

class Sweep {
public:
    /// Everything must outlive the sweep. `study` is open for writing.
    Sweep(const SearchPlan &plan, const SearchOptions &options, TrainerFactory &factory, std::shared_ptr<Study> study,
          SearchObserver &observer, SearchControls &controls, StopToken &stop);

    Result<SearchSummary> run();

private:
    /// What was begun as a replay goes on as one, and what was not does not: its runs would be others.
    Result<void> chooseReplay(const std::vector<SweepTask> &tasks);
    /// `mustApply`: fails when nothing of it concerns the tasks.
    Result<void> readReplay(const std::filesystem::path &path, const std::vector<SweepTask> &tasks, bool mustApply);
    /// What was begun goes on with the data that it was begun with.
    Result<void> requireSameSamples() const;
    Result<std::optional<WarmStart>> warmStart(SerialObserver &observer, StudyRecorder &recorder);
    Result<void> train(const std::vector<SweepTask> &tasks, SearchSummary &summary);
    /// The runs, spread over workers.
    Result<void> performAll(const std::vector<SweepTask> &tasks, const WarmStart &start, SerialObserver &observer,
                            const StudyRecorder &recorder, SearchSummary &summary);
    /// Returns the reason that the run ended with.
    FinishReason perform(const SweepTask &task, const WarmStart &start, SerialObserver &observer);
    Result<RunContext> contextOf(RunId id, const std::string &key, SerialObserver &observer);
    void countCandidates(SearchSummary &summary) const;

    const SearchPlan &m_plan;
    const SearchOptions &m_options;
    TrainerFactory &m_factory;
    std::shared_ptr<Study> m_study;
    SearchObserver &m_observer;
    SearchControls &m_controls;
    StopToken &m_stop;
    RunWorker m_worker;
    std::map<std::string, std::vector<SteeringChanged>> m_replay; ///< by key, from SearchOptions::replay
    std::size_t m_behindShared = 0;                               ///< see SteeringBox
};

} // namespace dnas
