// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stop, abort, pause and steering of a sweep, with the fake trainer.
#include "tests/core/search/sweep_bench.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

namespace {

bool isAt(const FakeMoment &moment, std::uint64_t seed, Phase phase, int epoch, int step)
{
    return moment.seed == seed && moment.phase == phase && moment.epoch == epoch && moment.step == step;
}

} // namespace

class TestSweepControl : public QObject {
    Q_OBJECT

private slots:
    void stopKeepsWhatIsFinished_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("epoch");
        QTest::newRow("first epoch of the search") << static_cast<int>(Phase::Search) << 0;
        QTest::newRow("later in the search") << static_cast<int>(Phase::Search) << 2;
        QTest::newRow("fine-tuning") << static_cast<int>(Phase::FineTune) << 1;
    }
    void stopKeepsWhatIsFinished()
    {
        QFETCH(int, phase);
        QFETCH(int, epoch);
        const SearchPlan plan = demoPlan("[75%, 50%, 25%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        const auto reached = [&](const FakeMoment &moment) {
            return isAt(moment, seedOfRun(plan, 1), static_cast<Phase>(phase), epoch, 1);
        };
        const SweepTrace trace = bench.runUntil(plan, reached);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->reason, FinishReason::Stopped);
        QCOMPARE(trace.summary->runsDone, 2); // the seed network and the first
        QVERIFY(trace.events.isBalanced());
        QCOMPARE(trace.events.reasons()[FinishReason::Stopped], 1);
        QCOMPARE(trace.run(plan.runs[0].key)->state, RunState::Done);
        QCOMPARE(trace.run(plan.runs[1].key)->state, RunState::Stopped);
        QVERIFY(!trace.run(plan.runs[2].key)); // never begun
        // What the stopped one came to is derived, measured and kept.
        QCOMPARE(trace.candidates.size(), std::size_t{3});
        const Candidate &cut = *trace.events.candidates.back();
        QVERIFY(cut.network == plan.space.derive(cut.masks));
        QVERIFY(cut.testQuality > 0 && cut.quality > 0);
        const double weights = costOf(cut.network, plan.setup).total.at("weights").value;
        QVERIFY(std::abs(weights - plan.runs[1].terms[0].target) <= 0.02 * 30864);
        // The same plan again completes to what it would have been.
        SweepBench later(folder);
        const SweepTrace again = later.run(plan);
        VERIFY_OK(again.summary);
        QCOMPARE(again.summary->runsSkipped, 2);
        QCOMPARE(again.summary->runsDone, 2);
        QCOMPARE(again.digest, undisturbed(plan).digest);
    }

    void stopInTheWarmUp()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        const auto reached = [&](const FakeMoment &moment) {
            return moment.phase == Phase::WarmUp && moment.epoch == 1;
        };
        const SweepTrace trace = bench.runUntil(plan, reached);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->reason, FinishReason::Stopped);
        QCOMPARE(trace.events.finished.size(), std::size_t{1});
        QVERIFY(trace.events.isBalanced());
        QVERIFY(trace.candidates.empty());
        SweepBench later(folder);
        QCOMPARE(later.run(plan).digest, undisturbed(plan).digest);
    }

    void stopWithSeveralWorkers()
    {
        const SearchPlan plan = demoPlan("[80%, 60%, 40%, 20%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 3;
        const auto reached = [&](const FakeMoment &moment) {
            return isAt(moment, seedOfRun(plan, 1), Phase::Search, 1, 0);
        };
        const SweepTrace trace = bench.runUntil(plan, reached);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->reason, FinishReason::Stopped);
        QVERIFY(trace.events.isBalanced());
        SweepBench later(folder);
        later.options.jobs = 2;
        QCOMPARE(later.run(plan).digest, undisturbed(plan).digest);
    }

    void abortDrops()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        for (const Phase phase : {Phase::Search, Phase::FineTune}) {
            QTemporaryDir folder;
            SweepBench bench(folder);
            FakeScript script;
            script.atStep = [&](const FakeMoment &moment) {
                if (isAt(moment, seedOfRun(plan, 1), phase, 1, 2))
                    bench.stop.request(StopRequest::Abort);
            };
            const SweepTrace trace = bench.run(plan, script);
            VERIFY_OK(trace.summary);
            QCOMPARE(trace.summary->reason, FinishReason::Aborted);
            QCOMPARE(trace.candidates.size(), std::size_t{2}); // of the seed and the first
            QCOMPARE(trace.run(plan.runs[1].key)->state, RunState::Aborted);
            QVERIFY(trace.events.isBalanced());
            QCOMPARE(trace.events.reasons()[FinishReason::Aborted], 1);
            QVERIFY(!trace.runDigests.contains(plan.runs[1].key));
            SweepBench later(folder);
            QCOMPARE(later.run(plan).digest, undisturbed(plan).digest);
        }
    }

    void pauseBlocksAndResumeGoesOn()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        std::atomic<int> steps{0};
        std::atomic<bool> paused{false};
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            ++steps;
            if (isAt(moment, seedOfRun(plan, 0), Phase::Search, 1, 2)) {
                bench.controls.setPaused(true);
                paused = true;
            }
        };
        SweepTrace trace;
        std::thread worker([&] { trace = bench.run(plan, script); });
        const bool reached = QTest::qWaitFor([&] { return paused.load(); }, 10000);
        const int before = steps;
        QTest::qSleep(30); // one that does not wait would go on here
        const int after = steps;
        bench.controls.setPaused(false);
        worker.join();
        QVERIFY(reached);
        QCOMPARE(after, before);
        VERIFY_OK(trace.summary);
        QVERIFY(steps > after);
        QCOMPARE(trace.digest, undisturbed(plan).digest); // pauses leave no trace
    }

    void stopEndsAPause_data()
    {
        QTest::addColumn<bool>("abort");
        QTest::newRow("stop") << false;
        QTest::newRow("abort") << true;
    }
    void stopEndsAPause()
    {
        QFETCH(bool, abort);
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 2;
        bench.options.includeSeed = false;
        std::atomic<int> waiting{0};
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (moment.phase == Phase::Search && moment.epoch == 1 && moment.step == 0) {
                bench.controls.setPaused(true);
                ++waiting;
            }
        };
        SweepTrace trace;
        std::thread worker([&] { trace = bench.run(plan, script); });
        const bool reached = QTest::qWaitFor([&] { return waiting > 0; }, 10000);
        bench.stop.request(abort ? StopRequest::Abort : StopRequest::Stop);
        bench.controls.interrupt();
        worker.join(); // the time limit of the test is what fails when it hangs
        QVERIFY(reached);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->reason, abort ? FinishReason::Aborted : FinishReason::Stopped);
        QVERIFY(trace.events.isBalanced());
        QCOMPARE(trace.candidates.empty(), abort);
    }

    void steeringIsRecordedAndReachesLaterRuns()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        const SweepTrace plain = undisturbed(plan);
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (isAt(moment, seedOfRun(plan, 0), Phase::Search, 1, 2)) {
                bench.controls.push({{}, "strength.weights", 7.5});
                bench.controls.push({{}, "target.weights", 20000});
                bench.controls.push({{}, "learning_rate", 0.125});
                bench.controls.push({{}, "strength.macs", 3}); // no term of these runs
            }
        };
        FakeTrainerFactory factory(script);
        const SweepTrace trace = bench.run(plan, factory);
        VERIFY_OK(trace.summary);
        const int first = trace.run(plan.runs[0].key)->id.value;
        const int second = trace.run(plan.runs[1].key)->id.value;
        for (const auto &[run, epoch, step] : {std::tuple{first, 1, 2}, std::tuple{second, 0, 0}}) {
            const auto &changes = trace.steering.at(run);
            QCOMPARE(changes.size(), std::size_t{3});
            for (const SteeringChanged &change : changes) {
                QCOMPARE(change.phase, Phase::Search);
                QCOMPARE(change.epoch, epoch);
                QCOMPARE(change.step, step);
            }
            QCOMPARE(changes[0].key, std::string("strength.weights"));
            QCOMPARE(changes[0].newValue, 7.5);
            QVERIFY(changes[0].oldValue > 0 && changes[0].oldValue != 7.5);
            QCOMPARE(changes[1].key, std::string("target.weights"));
            QCOMPARE(changes[1].oldValue, plan.runs[run == first ? 0 : 1].terms[0].target);
            QCOMPARE(changes[1].newValue, 20000.0);
            QCOMPARE(changes[2].key, std::string("learning_rate"));
            QCOMPARE(changes[2].oldValue, plan.recipe.search.weights.learningRate);
            QCOMPARE(changes[2].newValue, 0.125);
        }
        for (const EpochReport &epoch : trace.events.epochs) {
            const bool steered = (epoch.run.value == first && epoch.epoch >= 1) || epoch.run.value == second;
            if (epoch.phase != Phase::Search)
                continue;
            QCOMPARE(epoch.strengths.at(0) == 7.5, steered);
            QCOMPARE(epoch.targets.at(0) == 20000, steered);
        }
        QCOMPARE(factory.count("rate 0.125000"), 4); // two when it came, and when each went on to fine-tuning
        // Both are derived for the target that was asked last.
        for (std::size_t i = 1; i <= 2; ++i) {
            const Candidate &candidate = *trace.events.candidates.at(i);
            const double weights = costOf(candidate.network, plan.setup).total.at("weights").value;
            QVERIFY(std::abs(weights - 20000) <= 0.02 * 30864);
        }
        QVERIFY(trace.digest != plain.digest);
        // Steering from the start, as the command line does it, is the same for the run that began later.
        QTemporaryDir other;
        SweepBench replay(other);
        replay.controls.push({{}, "strength.weights", 7.5});
        replay.controls.push({{}, "target.weights", 20000});
        replay.controls.push({{}, "learning_rate", 0.125});
        const SweepTrace replayed = replay.run(demoPlan("[75%, 50%]"));
        QVERIFY(replayed.digest != plain.digest);
    }

    void steeringOfOneRunLeavesTheOthers()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        const SweepTrace plain = undisturbed(plan);
        const RunId second = plain.run(plan.runs[1].key)->id;
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 2;
        bench.controls.push({second, "strength.weights", 2});
        const SweepTrace trace = bench.run(plan);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.events.steering.size(), std::size_t{1});
        QCOMPARE(trace.events.steering[0].run, second);
        QCOMPARE(trace.runDigests.at(plan.runs[0].key), plain.runDigests.at(plan.runs[0].key));
        QVERIFY(trace.runDigests.at(plan.runs[1].key) != plain.runDigests.at(plan.runs[1].key));
    }
};

QTEST_GUILESS_MAIN(TestSweepControl)
#include "tst_sweep_control.moc"
