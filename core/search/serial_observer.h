// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Passes events and checkpoints on, one at a time, whatever worker they come from.
#pragma once

#include "core/events/checkpoint_store.h"
#include "core/events/search_observer.h"

#include <mutex>

namespace dnas {

class SerialObserver : public SearchObserver, public CheckpointStore {
public:
    SerialObserver(SearchObserver &next, CheckpointStore &store)
        : m_next(next)
        , m_store(store)
    {
    }
    void keepEpoch(const EpochReport &report, const RunCheckpoint &checkpoint) override
    {
        const std::lock_guard lock(m_mutex);
        m_store.keepEpoch(report, checkpoint);
    }
    Result<std::optional<RunCheckpoint>> latest(RunId run, Phase phase) const override
    {
        return m_store.latest(run, phase);
    }
    void onRunStarted(const RunStarted &event) override { pass(&SearchObserver::onRunStarted, event); }
    void onPhaseStarted(const PhaseStarted &event) override { pass(&SearchObserver::onPhaseStarted, event); }
    void onStep(const StepReport &event) override { pass(&SearchObserver::onStep, event); }
    void onEpoch(const EpochReport &event) override { pass(&SearchObserver::onEpoch, event); }
    void onSteering(const SteeringChanged &event) override { pass(&SearchObserver::onSteering, event); }
    void onCandidate(const CandidateFound &event) override { pass(&SearchObserver::onCandidate, event); }
    void onFinished(const SearchFinished &event) override { pass(&SearchObserver::onFinished, event); }
    void onNotice(const Notice &event) override { pass(&SearchObserver::onNotice, event); }

private:
    template <typename Event>
    void pass(void (SearchObserver::*method)(const Event &), const Event &event)
    {
        const std::lock_guard lock(m_mutex);
        (m_next.*method)(event);
    }
    SearchObserver &m_next;
    CheckpointStore &m_store;
    std::mutex m_mutex;
};

} // namespace dnas
