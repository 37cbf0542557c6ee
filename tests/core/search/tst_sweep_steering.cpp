// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steering from another process, replaying what was steered, and forks, with the fake trainer.
#include "tests/core/search/sweep_bench.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

namespace {

constexpr const char *kTwoTerms =
    "benchmark: demo\nboard: nucleo-h743zi2\nphases: {warm_up: 2, search: 4, fine_tune: 2}\n"
    "objective:\n  - {metric: weights, target: 50%, shape: absolute}\n"
    "  - {metric: weights, target: 60%}\n  - {metric: macs, minimise: true, strength: 1}\n";

std::shared_ptr<Study> reading(const SweepBench &bench)
{
    return Study::open(bench.options.output, StudyAccess::Read).value();
}

/// Sweeps a plan whose first run is steered in the search and in fine-tuning, at the second step of the second epoch.
SweepTrace steered(SweepBench &bench, const SearchPlan &plan)
{
    FakeScript script;
    script.atStep = [&](const FakeMoment &moment) {
        if (moment.seed != seedOfRun(plan, 0) || moment.epoch != 1 || moment.step != 1)
            return;
        const RunId run = reading(bench)->runs()->back().id;
        if (moment.phase == Phase::Search) {
            bench.controls.push({run, "target.weights", 14000});
            bench.controls.push({run, "strength.weights", 2});
        }
        bench.controls.push({run, "learning_rate", 0.25 + moment.epoch});
    };
    return bench.run(plan, script);
}

} // namespace

class TestSweepSteering : public QObject {
    Q_OBJECT

private slots:
    void replayIsTheSame_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::newRow("one worker") << 1;
        QTest::newRow("two workers") << 2;
    }
    void replayIsTheSame()
    {
        QFETCH(int, jobs);
        // Two terms of one metric: one request changes both, and both changes are recorded.
        const SearchPlan plan = planSearch(parseSpec(kTwoTerms, "spec.yaml").value()).value();
        QTemporaryDir folder;
        SweepBench first(folder, "first");
        const SweepTrace before = steered(first, plan);
        VERIFY_OK(before.summary);
        QCOMPARE(before.events.steering.size(), std::size_t{6});
        QVERIFY(before.digest != undisturbed(plan).digest);

        SweepBench second(folder, "second");
        second.options.replay = first.options.output;
        second.options.jobs = jobs;
        const SweepTrace again = second.run(plan);
        VERIFY_OK(again.summary);
        QCOMPARE(again.digest, before.digest);
        QCOMPARE(again.events.steering.size(), std::size_t{6});
    }

    void nothingToReplayIsSaid()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench plain(folder, "plain");
        VERIFY_OK(plain.run(plan).summary);
        SweepBench second(folder, "second");
        second.options.replay = plain.options.output;
        auto summary = second.run(plan).summary;
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::InvalidInput);
        QVERIFY2(summary.error().text().find("nothing was steered") != std::string::npos,
                 summary.error().text().c_str());

        SweepBench other(folder, "other");
        (void)steered(other, plan);
        second.options.replay = other.options.output;
        summary = second.run(demoPlan("30%")).summary;
        QVERIFY(!summary.ok());
        QVERIFY2(summary.error().text().find("of another spec (objective") != std::string::npos,
                 summary.error().text().c_str());
    }

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
            QVERIFY(!study->addFork(from, 1, {{{}, "target.weights", 9000}}).ok()); // it is there
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
        const auto study = reading(whole);
        const auto runs = study->runs().value();
        for (const StudyRun &run : runs) {
            QCOMPARE(run.state, RunState::Done);
            QCOMPARE(run.fork.has_value(), run.id == fork || run.id == last);
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

    void checkpointsOfAnotherSpecAreNamed()
    {
        const SearchPlan plan = demoPlan("50%");
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.seed == seedOfRun(plan, 0) && moment.epoch == 2)
                bench.stop.request(StopRequest::Stop);
        };
        VERIFY_OK(bench.run(plan, script).summary);
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
