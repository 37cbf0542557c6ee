// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events → rows.
#include "core/study/study_recorder.h"

#include <algorithm>

namespace dnas {
RunState runStateOf(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Done:
        return RunState::Done;
    case FinishReason::Stopped:
        return RunState::Stopped;
    case FinishReason::Aborted:
        return RunState::Aborted;
    case FinishReason::Failed:
        return RunState::Failed;
    }
    return RunState::Failed;
}

StudyRecorder::StudyRecorder(std::shared_ptr<Study> study, CostFunction costs, SearchObserver &next)
    : m_study(std::move(study))
    , m_costs(std::move(costs))
    , m_next(next)
{
}

Result<void> StudyRecorder::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void StudyRecorder::keep(const Result<void> &result)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.ok())
        m_status = result;
}

Result<void> StudyRecorder::startRun(const RunStarted &event)
{
    const auto runs = m_study->runs();
    if (!runs.ok())
        return runs.error();
    const auto known = std::find_if(runs->begin(), runs->end(),
                                    [&](const StudyRun &run) { return run.id == event.run && run.key == event.key; });
    if (known != runs->end()) {
        // Its epochs are there already (a shared warm-up that is used again), or it was interrupted and begins anew.
        if (known->state == RunState::Done)
            return {};
        if (auto removed = m_study->removeRun(event.run); !removed.ok())
            return removed;
    }
    return m_study->addRun({event.run, event.key, event.label, RunState::Running, {}, event.termNames});
}

void StudyRecorder::onRunStarted(const RunStarted &event)
{
    keep(startRun(event));
    m_next.onRunStarted(event);
}

void StudyRecorder::onPhaseStarted(const PhaseStarted &event) { m_next.onPhaseStarted(event); }

void StudyRecorder::onStep(const StepReport &event) { m_next.onStep(event); }

void StudyRecorder::onEpoch(const EpochReport &event)
{
    keep(m_study->addEpoch(event));
    m_next.onEpoch(event);
}

void StudyRecorder::onSteering(const SteeringChanged &event)
{
    keep(m_study->addSteering(event));
    m_next.onSteering(event);
}

void StudyRecorder::onCandidate(const CandidateFound &event)
{
    if (event.candidate) {
        const auto [costs, feasible] = m_costs(*event.candidate);
        const auto added = m_study->addCandidate(*event.candidate, costs, feasible);
        keep(added.ok() ? Result<void>() : Result<void>(added.error()));
    }
    m_next.onCandidate(event);
}

void StudyRecorder::onFinished(const SearchFinished &event)
{
    keep(m_study->setRunState(event.run, runStateOf(event.reason), event.error ? event.error->text() : std::string()));
    m_next.onFinished(event);
}

} // namespace dnas
