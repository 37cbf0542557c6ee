// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events → rows.
#include "core/study/study_recorder.h"

#include <algorithm>
#include <thread>

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

StudyRecorder::StudyRecorder(std::shared_ptr<Study> study, CostFunction costs, SearchObserver &next,
                             const StopToken &stop, Patience patience)
    : m_study(std::move(study))
    , m_costs(std::move(costs))
    , m_next(next)
    , m_stop(stop)
    , m_patience(patience)
{
}

StudyRecorder::StudyRecorder(std::shared_ptr<Study> study, CostFunction costs, SearchObserver &next,
                             const StopToken &stop)
    : StudyRecorder(std::move(study), std::move(costs), next, stop, Patience{})
{
}

Result<void> StudyRecorder::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void StudyRecorder::keep(RunId run, const std::function<Result<void>()> &write)
{
    const Result<void> result = writePatiently(write);
    if (result.ok())
        return;
    m_broken.try_emplace(run, result.error().text());
    const std::lock_guard lock(m_mutex);
    if (m_status.ok())
        m_status = result;
}

Result<void> StudyRecorder::writePatiently(const std::function<Result<void>()> &write)
{
    Result<void> result = write();
    if (!status().ok())
        return result; // patience ended before
    auto wait = m_patience.first;
    auto waited = std::chrono::milliseconds(0);
    while (!result.ok() && result.error().code == ErrorCode::Io && !m_stop.requested() && waited < m_patience.total) {
        if (waited.count() == 0)
            m_next.onNotice({result.error().text() + "; the search waits and tries again"});
        waitBeforeRetry(wait);
        waited += wait;
        wait = std::min(2 * wait, m_patience.longest);
        result = write();
        if (result.ok())
            m_next.onNotice({m_study->path().string() + ": written after all; the search goes on"});
    }
    return result;
}

void StudyRecorder::waitBeforeRetry(std::chrono::milliseconds time) const
{
    // A stop must not wait for the whole pause.
    constexpr std::chrono::milliseconds kSlice(50);
    for (; time.count() > 0 && !m_stop.requested(); time -= std::min(time, kSlice))
        std::this_thread::sleep_for(std::min(time, kSlice));
}

void StudyRecorder::keepWarmUp(const std::string &key, const WeightStore &weights, double loss)
{
    keep(kSharedRun, [&] { return m_study->putWarmUp(key, weights, loss); });
    if (status().ok())
        (void)m_study->dropCheckpoints(kSharedRun, m_retention); // left over, they only take room
}

void StudyRecorder::keepEpoch(const EpochReport &report, const RunCheckpoint &checkpoint)
{
    keep(report.run, [&] { return m_study->addEpoch(report, checkpoint, m_retention); });
    m_next.onEpoch(report);
}

Result<std::optional<RunCheckpoint>> StudyRecorder::latest(RunId run, Phase phase) const
{
    return m_study->latestCheckpoint(run, phase);
}

Result<void> StudyRecorder::startRun(const RunStarted &event)
{
    const auto runs = m_study->runs();
    if (!runs.ok())
        return runs.error();
    const auto known = std::find_if(runs->begin(), runs->end(),
                                    [&](const StudyRun &run) { return run.id == event.run && run.key == event.key; });
    if (known != runs->end()) {
        // Its epochs are there already (a shared warm-up that is used again), or it was interrupted and goes on.
        if (known->state == RunState::Done)
            return {};
        m_restarted.insert(event.run);
        if (auto taken = m_study->continueRun(event.run); !taken.ok())
            return taken;
        auto steering = m_study->steering(event.run);
        if (!steering.ok())
            return steering.error();
        m_replayed[event.run] = std::move(*steering);
        return {};
    }
    return m_study->addRun(
        {event.run, event.key, event.label, RunState::Running, {}, event.termNames, {}, event.outline});
}

void StudyRecorder::onRunStarted(const RunStarted &event)
{
    m_broken.erase(event.run);
    keep(event.run, [&] { return startRun(event); });
    m_next.onRunStarted(event);
}

void StudyRecorder::onPhaseStarted(const PhaseStarted &event) { m_next.onPhaseStarted(event); }

void StudyRecorder::onStep(const StepReport &event) { m_next.onStep(event); }

void StudyRecorder::onEpoch(const EpochReport &event)
{
    keep(event.run, [&] { return m_study->addEpoch(event); });
    m_next.onEpoch(event);
}

bool StudyRecorder::isReplayed(const SteeringChanged &event)
{
    auto &stored = m_replayed[event.run];
    const auto same = std::find_if(stored.begin(), stored.end(), [&](const SteeringChanged &other) {
        return other.phase == event.phase && other.epoch == event.epoch && other.step == event.step &&
               other.key == event.key && other.newValue == event.newValue;
    });
    if (same == stored.end())
        return false;
    stored.erase(same);
    return true;
}

void StudyRecorder::onSteering(const SteeringChanged &event)
{
    if (!isReplayed(event))
        keep(event.run, [&] { return m_study->addSteering(event); });
    m_next.onSteering(event);
}

void StudyRecorder::onCandidate(const CandidateFound &event)
{
    if (event.candidate) {
        const auto [costs, feasible] = m_costs(*event.candidate);
        keep(event.candidate->run, [&]() -> Result<void> {
            const auto added = m_study->addCandidate(*event.candidate, costs, feasible);
            if (!added.ok())
                return added.error();
            return m_restarted.contains(event.candidate->run)
                       ? m_study->removeOlderCandidates(event.candidate->run, *added)
                       : Result<void>();
        });
    }
    m_next.onCandidate(event);
}

void StudyRecorder::onFinished(const SearchFinished &event)
{
    keep(event.run, [&] {
        if (const auto broken = m_broken.find(event.run); broken != m_broken.end())
            return m_study->setRunState(event.run, RunState::Failed, "not everything was written: " + broken->second);
        return m_study->setRunState(event.run, runStateOf(event.reason),
                                    event.error ? event.error->text() : std::string());
    });
    // The warm-up goes on being needed until its weights are stored.
    if (event.reason == FinishReason::Done && event.run != kSharedRun)
        (void)m_study->dropCheckpoints(event.run, m_retention); // left over, they only take room
    m_next.onFinished(event);
}

void StudyRecorder::onNotice(const Notice &event) { m_next.onNotice(event); }

} // namespace dnas
