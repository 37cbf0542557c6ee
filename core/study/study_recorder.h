// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes what a search tells into a study and passes it on. An event is stored before it is passed on, so whoever
// hears of it finds it in the file. Called like every SearchObserver: on worker threads, one call at a time.
//
// What cannot be written (a full disk) is hours of work: the recorder says so, waits, and tries again until there is
// room, the user stops the search, or its patience ends. The search waits with it.
#pragma once

#include "core/base/stop_token.h"
#include "core/events/search_observer.h"
#include "core/study/study.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

namespace dnas {

/// The state that a run ends in.
RunState runStateOf(FinishReason reason);

class StudyRecorder : public SearchObserver, public CheckpointStore {
public:
    /// Costs of a candidate on the study's board, and whether it meets every limit of its run.
    using CostFunction = std::function<std::pair<CostSet, bool>(const Candidate &)>;

    /// Waits between attempts grow from `first` to `longest`; after `total` it gives up for good.
    struct Patience {
        std::chrono::milliseconds first{500};
        std::chrono::milliseconds longest{10'000};
        std::chrono::milliseconds total{600'000};
    };

    /// `next` and `stop` must outlive the recorder.
    StudyRecorder(std::shared_ptr<Study> study, CostFunction costs, SearchObserver &next, const StopToken &stop,
                  Patience patience);
    StudyRecorder(std::shared_ptr<Study> study, CostFunction costs, SearchObserver &next, const StopToken &stop);

    void setRetention(CheckpointRetention retention) { m_retention = retention; } ///< before the search begins

    void keepEpoch(const EpochReport &report, const RunCheckpoint &checkpoint) override;
    Result<std::optional<RunCheckpoint>> latest(RunId run, Phase phase) const override;

    /// Shared warm-up, see Study::putWarmUp().
    void keepWarmUp(const std::string &key, const WeightStore &weights, double loss);

    /// The first thing that could not be written; the search goes on, as do the events. A run that lost something
    /// is stored as failed, so that it is run again. Any thread.
    Result<void> status() const;

    void onRunStarted(const RunStarted &event) override;
    void onPhaseStarted(const PhaseStarted &event) override;
    void onStep(const StepReport &event) override;
    void onEpoch(const EpochReport &event) override;
    void onSteering(const SteeringChanged &event) override;
    void onCandidate(const CandidateFound &event) override;
    void onFinished(const SearchFinished &event) override;
    void onNotice(const Notice &event) override;

private:
    void keep(RunId run, const std::function<Result<void>()> &write);
    Result<void> writePatiently(const std::function<Result<void>()> &write);
    void waitBeforeRetry(std::chrono::milliseconds time) const;
    Result<void> startRun(const RunStarted &event);
    bool isReplayed(const SteeringChanged &event);

    std::shared_ptr<Study> m_study;
    CostFunction m_costs;
    SearchObserver &m_next;
    const StopToken &m_stop;
    Patience m_patience;
    CheckpointRetention m_retention = CheckpointRetention::Usual;
    std::set<RunId> m_restarted;                              ///< runs that had begun before
    std::map<RunId, std::vector<SteeringChanged>> m_replayed; ///< stored before, so not stored when applied again
    std::map<RunId, std::string> m_broken;                    ///< runs of which something could not be written, and why
    mutable std::mutex m_mutex;                               ///< of m_status
    Result<void> m_status;
};

} // namespace dnas
