// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See search_controller.h.
#include "app/window/search_controller.h"

#include "app/window/search_relay.h"

#include <exception>
#include <thread>

namespace paretoscope {
namespace {

constexpr int kStepIntervalMs = 100;

/// The border where exceptions of the engine end.
SearchOutcome runGuarded(SearchEngine &engine, const dnas::SearchPlan &plan, const dnas::SearchOptions &options,
                         dnas::SearchObserver &observer, dnas::SearchControls &controls, dnas::StopToken &stop)
{
    SearchOutcome outcome;
    try {
        auto result = engine.run(plan, options, observer, controls, stop);
        if (result.ok())
            outcome.summary = std::move(result).value();
        else
            outcome.error = result.error();
    } catch (const std::exception &failure) {
        outcome.error =
            dnas::Error{dnas::ErrorCode::Internal, std::string("The search ended unexpectedly: ") + failure.what(), {}};
    }
    return outcome;
}

} // namespace

struct SearchController::Session {
    Session(SearchController *controller, int number)
        : relay(controller, number)
    {
    }

    SearchRelay relay;
    dnas::SearchControls controls;
    dnas::StopToken stop;
    std::thread thread;
    int delivered = 0; ///< events; GUI thread
};

SearchController::SearchController(std::shared_ptr<SearchEngine> engine, QObject *parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_stepTimer(this)
{
    m_stepTimer.setInterval(kStepIntervalMs);
    connect(&m_stepTimer, &QTimer::timeout, this, &SearchController::flushStep);
}

SearchController::~SearchController()
{
    for (auto &[number, session] : m_sessions) {
        session->stop.request(dnas::StopRequest::Abort);
        session->controls.interrupt();
    }
    for (auto &[number, session] : m_sessions)
        session->thread.join();
}

SearchController::Session *SearchController::current()
{
    const auto found = m_sessions.find(m_session);
    return active() && found != m_sessions.end() ? found->second.get() : nullptr;
}

int SearchController::start(std::shared_ptr<const dnas::SearchPlan> plan, const dnas::SearchOptions &options)
{
    if (active())
        return 0;
    const int number = ++m_session;
    auto &session = m_sessions[number];
    session = std::make_unique<Session>(this, number);
    session->thread = std::thread([engine = m_engine, plan = std::move(plan), options, s = session.get()] {
        s->relay.post(runGuarded(*engine, *plan, options, s->relay, s->controls, s->stop));
    });
    m_stepTimer.start();
    setState(State::Running);
    return number;
}

void SearchController::pause()
{
    Session *session = current();
    if (!session || m_state != State::Running)
        return;
    session->controls.setPaused(true);
    setState(State::Paused);
}

void SearchController::resume()
{
    Session *session = current();
    if (!session || m_state != State::Paused)
        return;
    session->controls.setPaused(false);
    setState(State::Running);
}

void SearchController::stop()
{
    if (Session *session = current()) {
        session->stop.request(dnas::StopRequest::Stop);
        session->controls.interrupt();
        setState(State::Stopping);
    }
}

void SearchController::abort()
{
    if (Session *session = current()) {
        session->stop.request(dnas::StopRequest::Abort);
        session->controls.interrupt();
        setState(State::Stopping);
    }
}

void SearchController::abandon()
{
    if (!active())
        return;
    abort();
    m_stepTimer.stop();
    ++m_session; // what the old one still says is now of an older session
    setState(State::Idle);
}

void SearchController::steer(const dnas::SteeringRequest &request)
{
    if (Session *session = current())
        session->controls.push(request);
}

void SearchController::flushStep()
{
    const int number = m_session;
    if (Session *session = current()) {
        if (const auto progress = session->relay.takeData())
            emit dataProgressed(number, *progress);
    }
    if (Session *session = current()) // a listener may have given it up
        for (const dnas::StepReport &step : session->relay.takeSteps(session->delivered))
            if (number == m_session)
                emit stepReported(number, step);
}

void SearchController::deliver(int session, const Event &event)
{
    if (const auto *outcome = std::get_if<SearchOutcome>(&event)) {
        end(session, *outcome);
        return;
    }
    if (session != m_session)
        return;
    flushStep(); // what came before the event is told before it
    Session *source = current();
    if (session != m_session || !source)
        return;
    ++source->delivered;
    std::visit(
        [this, session](const auto &e) {
            using T = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<T, dnas::RunStarted>)
                emit runStarted(session, e);
            else if constexpr (std::is_same_v<T, dnas::PhaseStarted>)
                emit phaseStarted(session, e);
            else if constexpr (std::is_same_v<T, std::shared_ptr<const dnas::EpochReport>>)
                emit epochReported(session, e);
            else if constexpr (std::is_same_v<T, dnas::SteeringChanged>)
                emit steeringChanged(session, e);
            else if constexpr (std::is_same_v<T, dnas::CandidateFound>)
                emit candidateFound(session, e);
            else if constexpr (std::is_same_v<T, dnas::SearchFinished>)
                emit runFinished(session, e);
            else if constexpr (std::is_same_v<T, dnas::Notice>)
                emit noticed(session, QString::fromStdString(e.text));
        },
        event);
}

void SearchController::end(int session, const SearchOutcome &outcome)
{
    if (session == m_session)
        flushStep();
    const auto found = m_sessions.find(session);
    if (found != m_sessions.end()) {
        found->second->thread.join(); // it has said its last word, so this returns at once
        m_sessions.erase(found);
    }
    if (session != m_session)
        return;
    m_stepTimer.stop();
    setState(State::Idle);
    emit finished(session, outcome);
}

void SearchController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace paretoscope
