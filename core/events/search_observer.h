// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a running search is heard and steered. Methods are called on the engine's worker threads, one call at a
// time (the engine serialises them), and must not block for long.
#pragma once

#include "core/base/result.h"
#include "core/base/work_progress.h"
#include "core/events/search_events.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

class SearchObserver {
public:
    virtual ~SearchObserver() = default;
    /// Before the first run, while files are decoded for the first time.
    virtual void onDataProgress(const WorkProgress &) {}
    virtual void onRunStarted(const RunStarted &) {}
    virtual void onPhaseStarted(const PhaseStarted &) {}
    virtual void onStep(const StepReport &) {}
    virtual void onEpoch(const EpochReport &) {}
    virtual void onSteering(const SteeringChanged &) {}
    virtual void onCandidate(const CandidateFound &) {}
    virtual void onFinished(const SearchFinished &) {}
    virtual void onNotice(const Notice &) {}
};

/// One wish of the user. `run` empty: every run.
struct SteeringRequest {
    std::optional<RunId> run;
    std::string key; ///< "strength.<metric>", "target.<metric>", "learning_rate"
    double value = 0;
    std::int64_t id = 0; ///< of a request that another process left in the study; 0: none
};

/// A small queue, read by the engine at step borders. Any thread may call; nothing blocks but waitWhilePaused.
class SearchControls {
public:
    void push(SteeringRequest request);
    /// Requests after position `from` that concern `run`; moves `from` to the end. Every run keeps its own
    /// position, so one request reaches all runs, also those that start later.
    std::vector<SteeringRequest> since(std::size_t &from, RunId run) const;

    void setPaused(bool paused);
    bool paused() const;
    /// Blocks the calling worker while paused; wakes at resume or when `interrupt` is called after a stop.
    void waitWhilePaused();
    /// Ends a pause for good (stop or abort was asked).
    void interrupt();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<SteeringRequest> m_requests;
    bool m_paused = false;
    bool m_interrupted = false;
};

} // namespace dnas
