// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steering from another process, what is heard when, and forks, with the fake trainer.
#include "tests/core/search/steered_sweep.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

class TestSweepSteering : public QObject {
    Q_OBJECT

private slots:
    /// What another process leaves in the study reaches the run, once, also over a kill.
    void requestsOfOthersAreHeard()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        const RunId first = undisturbed(plan).run(plan.runs[0].key)->id;
        QTemporaryDir folder;
        SweepBench bench(folder);
        std::string copy;
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.seed != seedOfRun(plan, 0) || moment.phase != Phase::Search)
                return;
            if (moment.epoch == 1 && moment.step == 0) {
                const auto visitor = Study::open(bench.options.output, StudyAccess::Steer).value();
                VERIFY_OK(visitor->requestSteering({{first, "target.weights", 15000}, {first, "learning_rate", 0.5}}));
                QVERIFY(!visitor->requestSteering({{RunId{77}, "learning_rate", 0.5}}).ok());
                copy = folder.filePath(QStringLiteral("copy")).toStdString();
                VERIFY_OK(visitor->saveCopy(copy)); // killed before it was heard
            }
            if (moment.epoch == 1)
                QTest::qSleep(60); // longer than the box's interval over the epoch
        };
        const SweepTrace trace = bench.run(plan, script);
        VERIFY_OK(trace.summary);
        const auto &changes = trace.steering.at(first.value);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[0].newValue, 15000.0);
        QVERIFY(reading(bench)->steeringRequests(0)->empty());

        SweepBench killed(folder, "copy");
        const SweepTrace resumed = killed.run(plan);
        VERIFY_OK(resumed.summary);
        QCOMPARE(resumed.steering.at(first.value).size(), std::size_t{2});
        QCOMPARE(resumed.steering.at(first.value)[0].epoch, 1);
        QCOMPARE(resumed.steering.at(first.value)[0].step, 0);
    }

    /// What is said to every run reaches those that begin behind a kill.
    void wishesForAllSurviveAKill()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.seed != seedOfRun(plan, 0) || moment.phase != Phase::Search)
                return;
            if (moment.epoch == 1 && moment.step == 1)
                bench.controls.push({{}, "strength.weights", 4});
            if (moment.epoch == 3 && moment.step == 0) {
                const auto copy = folder.filePath(QStringLiteral("copy")).toStdString();
                for (int look = 0; look < 100 && reading(bench)->steeringRequests(0)->empty(); ++look)
                    QTest::qSleep(50);
                VERIFY_OK(reading(bench)->saveCopy(copy));
            }
        };
        const SweepTrace whole = bench.run(plan, script);
        VERIFY_OK(whole.summary);
        QCOMPARE(whole.events.steering.size(), std::size_t{2});
        QVERIFY(reading(bench)->steeringRequests(0)->empty());
        SweepBench killed(folder, "copy");
        const SweepTrace resumed = killed.run(plan);
        VERIFY_OK(resumed.summary);
        QCOMPARE(resumed.digest, whole.digest);
    }

    void forkGoesOnUnderOtherLimits()
    {
        const SearchPlan plan = demoPlan("75%");
        QTemporaryDir folder;
        SweepBench bench(folder);
        SearchPlan keeping = plan;
        keeping.spec.keepAllCheckpoints = true;
        const SweepTrace parent = bench.run(keeping);
        VERIFY_OK(parent.summary);
        const RunId from = parent.run(plan.runs[0].key)->id;
        RunId fork;
        RunId last;
        {
            const auto study = Study::open(bench.options.output, StudyAccess::Write).value();
            fork = study->addFork(from, 1, {{{}, "target.weights", 9000}}).value();
            last = study->addFork(from, 3, {{{}, "target.weights", 9000}}).value(); // at the end of the search
            QCOMPARE(study->addFork(from, 1, {{{}, "target.weights", 9000}}).value(),
                     fork);                                                         // it is there, to be trained
            QVERIFY(!study->addFork(from, 9, {{{}, "target.weights", 9000}}).ok()); // was not kept
            QVERIFY(!study->addFork(RunId{77}, 1, {}).ok());
        }
        // Killed anywhere on the way, it comes to the same.
        SweepBench whole(folder);
        std::vector<QString> copies;
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.step != 1)
                return;
            copies.push_back(QStringLiteral("copy%1").arg(copies.size()));
            VERIFY_OK(reading(whole)->saveCopy(folder.filePath(copies.back()).toStdString()));
        };
        const SweepTrace trace = whole.run(plan, script);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsDone, 2);
        QCOMPARE(copies.size(), std::size_t{2 + 2 + 2}); // two epochs of the search, twice fine-tuning
        for (const QString &copy : copies) {
            SweepBench killed(folder, copy.toUtf8().constData());
            const SweepTrace resumed = killed.run(plan);
            VERIFY_OK(resumed.summary);
            QCOMPARE(resumed.digest, trace.digest);
        }
        {
            const auto writing = Study::open(whole.options.output, StudyAccess::Write).value();
            QVERIFY(!writing->addFork(from, 1, {{{}, "target.weights", 9000}}).ok()); // and now it is done
        }
        const auto study = reading(whole);
        const auto runs = study->runs().value();
        for (const StudyRun &run : runs) {
            QCOMPARE(run.state, RunState::Done);
            QCOMPARE(run.fork.has_value(), run.id == fork || run.id == last);
            if (run.fork) {
                QCOMPARE(run.outline->targets.at(0).planned, plan.runs[0].terms[0].target);
                QCOMPARE(run.outline->targets.at(0).now(), 9000.0);
            }
        }
        const auto mother = study->history(from).value();
        const auto child = study->history(fork).value();
        QCOMPARE(child.size(), mother.size());
        for (std::size_t i = 0; i < child.size(); ++i)
            QCOMPARE(child[i].taskLoss == mother[i].taskLoss, i < 2);
        QCOMPARE(child[1].targets[0], mother[1].targets[0]);
        QCOMPARE(child[2].targets[0], 9000.0);
        const auto changed = study->steering(fork).value();
        QCOMPARE(changed.size(), std::size_t{1});
        QCOMPARE(changed[0].oldValue, plan.runs[0].terms[0].target);
        for (const CandidateSummary &candidate : trace.candidates) {
            if (candidate.run == fork || candidate.run == last)
                QVERIFY(std::abs(candidate.costs.at("weights").value - 9000) <= 0.02 * 30864);
        }
        // The parent is what it was.
        QCOMPARE(trace.runDigests.at(plan.runs[0].key), parent.runDigests.at(plan.runs[0].key));
    }

    /// A fork that failed before its first own epoch is still this fork when it is tried again.
    void aFailedForkKeepsItsChanges()
    {
        const SearchPlan plan = demoPlan("75%", "keep_checkpoints: all\n");
        QTemporaryDir folder;
        SweepBench bench(folder);
        const SweepTrace parent = bench.run(plan);
        RunId fork;
        {
            const auto study = Study::open(bench.options.output, StudyAccess::Write).value();
            fork = study->addFork(parent.run(plan.runs[0].key)->id, 1, {{{}, "target.weights", 9000}}).value();
        }
        FakeScript script;
        script.atEpoch = [](const FakeMoment &moment) -> Result<void> {
            if (moment.phase == Phase::Search)
                return Error{ErrorCode::Internal, "the loss is no number", {}};
            return {};
        };
        SweepBench failing(folder);
        QCOMPARE(failing.run(plan, script).summary->runsFailed, 1);
        SweepBench again(folder);
        const SweepTrace trace = again.run(plan);
        VERIFY_OK(trace.summary);
        const auto study = reading(again);
        QCOMPARE(study->steering(fork)->size(), std::size_t{1});
        QCOMPARE(study->history(fork)->at(2).targets[0], 9000.0);
        QVERIFY(std::abs(trace.candidates.back().costs.at("weights").value - 9000) <= 0.02 * 30864);
    }

    /// Said in a pause, and then the search is stopped: the run goes on with it.
    void whatWasSaidBeforeAStopCounts()
    {
        const SearchPlan plan = demoPlan("75%");
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.seed != seedOfRun(plan, 0) || moment.phase != Phase::Search || moment.step != 1)
                return;
            if (moment.epoch == 0)
                bench.controls.push({{}, "strength.weights", 4});
            if (moment.epoch == 2) {
                bench.controls.push({{}, "target.weights", 9000});
                bench.stop.request(StopRequest::Stop);
            }
        };
        QCOMPARE(bench.run(plan, script).summary.value().reason, FinishReason::Stopped);
        SweepBench again(folder);
        const SweepTrace trace = again.run(plan);
        VERIFY_OK(trace.summary);
        const auto changes = trace.steering.at(trace.run(plan.runs[0].key)->id.value);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[1].epoch, 2);
        QVERIFY(std::abs(trace.candidates.back().costs.at("weights").value - 9000) <= 0.02 * 30864);
    }

    /// Once the network that was found is trained, nothing changes the search that found it.
    void aSettledSearchHearsNothingMore()
    {
        const SearchPlan plan = demoPlan("75%");
        QTemporaryDir folder;
        SweepBench bench(folder);
        const auto reached = [&](const FakeMoment &moment) {
            return moment.seed == seedOfRun(plan, 0) && moment.phase == Phase::FineTune && moment.epoch == 1;
        };
        QCOMPARE(bench.runUntil(plan, reached).summary.value().reason, FinishReason::Stopped);
        {
            const auto visitor = Study::open(bench.options.output, StudyAccess::Steer).value();
            VERIFY_OK(visitor->requestSteering({{{}, "target.weights", 9000}}));
        }
        SweepBench again(folder);
        const SweepTrace trace = again.run(plan);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.digest, undisturbed(plan).digest);
    }

    void checkpointsOfAnotherSpecAreNamed()
    {
        const SearchPlan plan = demoPlan("50%");
        QTemporaryDir folder;
        SweepBench bench(folder);
        const auto reached = [&](const FakeMoment &moment) {
            return moment.seed == seedOfRun(plan, 0) && moment.epoch == 2;
        };
        VERIFY_OK(bench.runUntil(plan, reached).summary);
        const SearchPlan longer = demoPlan("50%", "phases: {warm_up: 2, search: 6, fine_tune: 2}\n");
        SweepBench strict(folder);
        strict.options.resume = true;
        auto refused = strict.run(longer).summary;
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY2(refused.error().text().find("phases.search is 4 there and 6 here") != std::string::npos,
                 refused.error().text().c_str());
        refused = SweepBench(folder).run(demoPlan("50%", "seed: 7\n")).summary;
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().text().find("seed is 1 there and 7 here") != std::string::npos,
                 refused.error().text().c_str());
        SweepBench same(folder);
        same.options.resume = true;
        const SweepTrace resumed = same.run(plan);
        VERIFY_OK(resumed.summary);
        QCOMPARE(resumed.digest, undisturbed(plan).digest);
    }
};

QTEST_GUILESS_MAIN(TestSweepSteering)
#include "tst_sweep_steering.moc"
