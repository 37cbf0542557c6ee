// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The observer on the engine's side: turns calls on worker threads into queued deliveries on the GUI thread.
// Step reports and the progress of preparing the data are only kept (the newest); the controller fetches them at its
// own pace, but never one that
// came after an event which has not been delivered yet.
#pragma once

#include "app/window/latest_value.h"
#include "app/window/search_controller.h"

#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace paretoscope {

class SearchRelay : public dnas::SearchObserver {
public:
    SearchRelay(SearchController *target, int session)
        : m_target(target)
        , m_session(session)
    {
    }

    void onDataProgress(const dnas::WorkProgress &event) override { m_data.put(event); }
    void onRunStarted(const dnas::RunStarted &event) override { post(event); }
    void onPhaseStarted(const dnas::PhaseStarted &event) override { post(event); }
    void onStep(const dnas::StepReport &event) override
    {
        const std::lock_guard lock(m_mutex);
        m_steps[event.run] = {m_posted, event};
    }
    void onEpoch(const dnas::EpochReport &event) override { post(std::make_shared<const dnas::EpochReport>(event)); }
    void onSteering(const dnas::SteeringChanged &event) override { post(event); }
    void onCandidate(const dnas::CandidateFound &event) override { post(event); }
    void onFinished(const dnas::SearchFinished &event) override { post(event); }
    void onNotice(const dnas::Notice &event) override { post(event); }

    void post(SearchController::Event event)
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_posted;
        }
        // The target outlives every worker (its destructor joins them), so the pointer is good here.
        QMetaObject::invokeMethod(
            m_target,
            [target = m_target, session = m_session, event = std::move(event)] { target->deliver(session, event); },
            Qt::QueuedConnection);
    }

    /// The newest since the last call: of the work before the first run, so it passes no other event.
    std::optional<dnas::WorkProgress> takeData() { return m_data.take(); }

    /// The step reports since the last call that came before event number `delivered` + 1.
    std::vector<dnas::StepReport> takeSteps(int delivered)
    {
        const std::lock_guard lock(m_mutex);
        std::vector<dnas::StepReport> steps;
        std::erase_if(m_steps, [&](const auto &entry) {
            const auto &[posted, step] = entry.second;
            if (posted > delivered)
                return false;
            steps.push_back(step);
            return true;
        });
        return steps;
    }

private:
    SearchController *m_target;
    int m_session;
    LatestValue<dnas::WorkProgress> m_data;
    std::mutex m_mutex;
    std::map<dnas::RunId, std::pair<int, dnas::StepReport>> m_steps; ///< with the events posted before it
    int m_posted = 0;
};

} // namespace paretoscope
