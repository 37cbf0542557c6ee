// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See steering_obstacle.h.
#include "app/window/pages/steering_obstacle.h"

#include <QCoreApplication>

#include <algorithm>

namespace paretoscope {

QString steeringObstacle(const dnas::StudyRun &run, const SessionRuns &session, SearchController::State state)
{
    using State = SearchController::State;
    const auto say = [](const char *text) {
        return QCoreApplication::translate("paretoscope::LivePage", text);
    };
    if (state == State::Idle)
        return say(QT_TRANSLATE_NOOP("paretoscope::LivePage", "No search is running: there is nothing to steer."));
    // A continued study runs again what it stored as stopped, failed or cut off.
    if (run.state == dnas::RunState::Done || session.finished.contains(run.id))
        return say(QT_TRANSLATE_NOOP("paretoscope::LivePage", "This run has ended."));
    if (state == State::Stopping)
        return say(QT_TRANSLATE_NOOP("paretoscope::LivePage", "The search is about to end."));
    if (run.isBaseline())
        return say(QT_TRANSLATE_NOOP("paretoscope::LivePage",
                                     "Nothing is searched in this run: it has no strengths and targets."));
    const auto phase = session.phases.find(run.id);
    if (phase != session.phases.end() &&
        (phase->second == dnas::Phase::FineTune || phase->second == dnas::Phase::Evaluation))
        return say(QT_TRANSLATE_NOOP("paretoscope::LivePage",
                                     "The network of this run is found; fine-tuning knows no strengths and targets."));
    return {};
}

bool anyRunCanBeSteered(const StudyDocument &document, const SessionRuns &session, SearchController::State state)
{
    const auto plan = document.plan();
    if (!plan || state == SearchController::State::Idle || state == SearchController::State::Stopping)
        return false;
    const std::vector<dnas::StudyRun> &runs = document.snapshot().runs;
    return std::any_of(plan->runs.begin(), plan->runs.end(), [&](const dnas::RunPlan &planned) {
        if (planned.method != dnas::Method::Search)
            return false;
        // What runs again may stand there twice, as it was stored and as it runs.
        return std::none_of(runs.begin(), runs.end(), [&](const dnas::StudyRun &run) {
            return run.key == planned.key && !steeringObstacle(run, session, state).isEmpty();
        });
    });
}

} // namespace paretoscope
