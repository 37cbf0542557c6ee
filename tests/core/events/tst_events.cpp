// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of phases and states, and the controls of a running search: queue, pause, interrupt.
#include "core/events/search_observer.h"
#include "tests/support/result_checks.h"

#include <chrono>
#include <future>
#include <thread>

using namespace dnas;

class TestEvents : public QObject {
    Q_OBJECT

private slots:
    void names();
    void everyRunReadsItsRequestsOnce();
    void lateRunsReadEverything();
    void pauseHoldsAndResumeWakes();
    void interruptEndsAPauseForGood();
    void manyThreadsLoseNothing();
};

void TestEvents::names()
{
    QCOMPARE(phaseName(Phase::WarmUp), "warm-up");
    QCOMPARE(phaseName(Phase::Search), "search");
    QCOMPARE(phaseName(Phase::FineTune), "fine-tuning");
    QCOMPARE(phaseName(Phase::Evaluation), "evaluation");
    QCOMPARE(finishReasonName(FinishReason::Done), "done");
    QCOMPARE(finishReasonName(FinishReason::Stopped), "stopped");
    QCOMPARE(finishReasonName(FinishReason::Aborted), "aborted");
    QCOMPARE(finishReasonName(FinishReason::Failed), "failed");
    QCOMPARE(candidateStateName(CandidateState::Done), "done");
    QCOMPARE(candidateStateName(CandidateState::Stopped), "stopped");
    QCOMPARE(candidateStateName(CandidateState::Failed), "failed");
    QCOMPARE(candidateStateName(CandidateState::Dropped), "dropped");
}

void TestEvents::everyRunReadsItsRequestsOnce()
{
    SearchControls controls;
    controls.push({std::nullopt, "learning_rate", 0.1});
    controls.push({RunId{1}, "strength.macs", 2});
    controls.push({RunId{2}, "strength.macs", 3});
    std::size_t one = 0;
    const auto first = controls.since(one, RunId{1});
    QCOMPARE(first.size(), std::size_t{2});
    QCOMPARE(first[0].key, std::string("learning_rate"));
    QCOMPARE(first[1].value, 2.0);
    QCOMPARE(one, std::size_t{3});
    QVERIFY(controls.since(one, RunId{1}).empty());

    controls.push({std::nullopt, "strength.macs", 4});
    const auto next = controls.since(one, RunId{1});
    QCOMPARE(next.size(), std::size_t{1});
    QCOMPARE(next[0].value, 4.0);
}

void TestEvents::lateRunsReadEverything()
{
    SearchControls controls;
    std::size_t early = 0;
    controls.push({std::nullopt, "target.weights", 1});
    controls.push({RunId{7}, "target.weights", 2});
    QCOMPARE(controls.since(early, RunId{1}).size(), std::size_t{1});
    std::size_t late = 0;
    QCOMPARE(controls.since(late, RunId{7}).size(), std::size_t{2});
}

void TestEvents::pauseHoldsAndResumeWakes()
{
    SearchControls controls;
    controls.waitWhilePaused(); // not paused: returns at once
    controls.setPaused(true);
    QVERIFY(controls.paused());
    auto worker = std::async(std::launch::async, [&] { controls.waitWhilePaused(); });
    QCOMPARE(worker.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
    controls.setPaused(false);
    QCOMPARE(worker.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    QVERIFY(!controls.paused());
}

void TestEvents::interruptEndsAPauseForGood()
{
    SearchControls controls;
    controls.setPaused(true);
    auto worker = std::async(std::launch::async, [&] { controls.waitWhilePaused(); });
    controls.interrupt();
    QCOMPARE(worker.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    controls.setPaused(true); // too late to hold anything up
    controls.waitWhilePaused();
    QVERIFY(!controls.paused());
}

void TestEvents::manyThreadsLoseNothing()
{
    SearchControls controls;
    std::size_t got = 0;
    {
        std::jthread reader([&](std::stop_token stop) {
            std::size_t position = 0;
            while (!stop.stop_requested())
                got += controls.since(position, RunId{1}).size();
            got += controls.since(position, RunId{1}).size();
        });
        std::vector<std::jthread> writers;
        for (int thread = 0; thread < 4; ++thread)
            writers.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    controls.push({RunId{1}, "learning_rate", 0.1});
            });
        writers.clear(); // joined
    }
    QCOMPARE(got, std::size_t{2000});
}

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
