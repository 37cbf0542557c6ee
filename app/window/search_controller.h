// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs searches for the window: a worker thread per session, events as signals on the GUI thread. Every signal
// carries its session number; whatever an abandoned session still says is dropped. All methods: GUI thread,
// none blocks but the destructor (it aborts and waits for the workers).
#pragma once

#include "app/window/search_engine.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace paretoscope {

/// How a session ended: the summary, or what stopped it.
struct SearchOutcome {
    std::optional<dnas::SearchSummary> summary;
    std::optional<dnas::Error> error;
};

class SearchController : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Paused, Stopping };

    explicit SearchController(std::shared_ptr<SearchEngine> engine, QObject *parent = nullptr);
    ~SearchController() override;

    /// Begins a session and returns its number (from 1), or 0 while another is active.
    int start(std::shared_ptr<const dnas::SearchPlan> plan, const dnas::SearchOptions &options);
    void pause();
    void resume();
    void stop();  ///< keep all that is finished
    void abort(); ///< drop the running candidates
    /// Aborts and forgets the session: idle at once, nothing of it is heard any more, `finished` is not emitted.
    void abandon();
    /// A wish for the running session; takes effect at the next step border.
    void steer(const dnas::SteeringRequest &request);

    State state() const { return m_state; }
    bool active() const { return m_state != State::Idle; }
    int session() const { return m_session; }

signals:
    void stateChanged();
    /// While files are decoded for the first time, before the first run. At most ten a second; the last one arrives.
    void dataProgressed(int session, const dnas::WorkProgress &progress);
    void runStarted(int session, const dnas::RunStarted &event);
    void phaseStarted(int session, const dnas::PhaseStarted &event);
    /// At most ten a second; the last one arrives. In order with the other signals.
    void stepReported(int session, const dnas::StepReport &event);
    void epochReported(int session, const std::shared_ptr<const dnas::EpochReport> &event);
    void steeringChanged(int session, const dnas::SteeringChanged &event);
    void candidateFound(int session, const dnas::CandidateFound &event);
    void runFinished(int session, const dnas::SearchFinished &event);
    void noticed(int session, const QString &text); ///< something to know while the search goes on
    /// Exactly one for every session that is not abandoned, after all its other signals.
    void finished(int session, const paretoscope::SearchOutcome &outcome);

private:
    friend class SearchRelay;
    struct Session;
    using Event =
        std::variant<dnas::RunStarted, dnas::PhaseStarted, std::shared_ptr<const dnas::EpochReport>,
                     dnas::SteeringChanged, dnas::CandidateFound, dnas::SearchFinished, dnas::Notice, SearchOutcome>;

    void deliver(int session, const Event &event);
    void end(int session, const SearchOutcome &outcome);
    void flushStep();
    void setState(State state);
    Session *current();

    std::shared_ptr<SearchEngine> m_engine;
    std::map<int, std::unique_ptr<Session>> m_sessions; ///< the current one and those still ending
    QTimer m_stepTimer;
    State m_state = State::Idle;
    int m_session = 0;
};

} // namespace paretoscope
