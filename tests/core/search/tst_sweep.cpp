// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sweeps with the fake trainer: workers change nothing, failures are states, sweeps can be extended.
#include "core/study/database.h"
#include "tests/core/search/sweep_bench.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void wholeSweep()
    {
        const SearchPlan plan = demoPlan("[75%, 50%, 25%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeTrainerFactory factory;
        const SweepTrace trace = bench.run(plan, factory);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsDone, 4); // the seed network and three
        QCOMPARE(trace.summary->runsFailed, 0);
        QCOMPARE(trace.summary->runsSkipped, 0);
        QCOMPARE(trace.summary->candidates, 4);
        QCOMPARE(trace.summary->reason, FinishReason::Done);
        QVERIFY(trace.events.isBalanced());
        QCOMPARE(trace.events.started.size(), std::size_t{5}); // and the warm-up
        QCOMPARE(trace.events.started[0].run, kSharedRun);
        QCOMPARE(trace.events.started[0].key, plan.warmUpKey);
        QCOMPARE(trace.runs.size(), std::size_t{5});
        for (const StudyRun &run : trace.runs)
            QCOMPARE(run.state, RunState::Done);
        // One warm-up of 2; the seed fine-tunes for 4 + 2; each run searches 4 and fine-tunes 2.
        QCOMPARE(factory.count("begin warm-up"), 1);
        QCOMPARE(factory.count("begin search"), 3);
        QCOMPARE(factory.count("begin fine-tuning"), 4);
        QCOMPARE(trace.events.epochs.size(), std::size_t{2 + 6 + 3 * 6});
        QCOMPARE(factory.count("test"), 4); // looked at once a candidate
        QCOMPARE(trace.events.candidates.front()->isSeed, true);
        QVERIFY(trace.events.candidates.front()->network == plan.space.seed());
    }

    void candidatesLieOnTheirTargets()
    {
        const SearchPlan plan = demoPlan("[80%, 40%, 5%]");
        const SweepTrace trace = undisturbed(plan);
        VERIFY_OK(trace.summary);
        for (std::size_t i = 0; i < plan.runs.size(); ++i) {
            const Candidate &candidate = *trace.events.candidates.at(i + 1);
            const double weights = costOf(candidate.network, plan.setup).total.at("weights").value;
            const double target = plan.runs[i].terms[0].target;
            QVERIFY2(std::abs(weights - target) <= 0.02 * 30864,
                     qPrintable(QStringLiteral("%1 against %2").arg(weights).arg(target)));
            QVERIFY(candidate.movedChannels > 0); // the fake does not look at targets
            QVERIFY(candidate.network == plan.space.derive(candidate.masks));
            QCOMPARE(candidate.label, plan.runs[i].label);
        }
    }

    void limitsAreMetAndSaid()
    {
        auto spec = parseSpec("benchmark: demo\nboard: nucleo-h743zi2\n"
                              "objective: [{metric: weights, target: 30%}, {metric: ram, target: 60%}]\n"
                              "phases: {warm_up: 1, search: 2, fine_tune: 1}\n",
                              "spec.yaml");
        VERIFY_OK(spec);
        const SearchPlan plan = planSearch(*spec).value();
        const SweepTrace trace = undisturbed(plan);
        VERIFY_OK(trace.summary);
        const Candidate &candidate = *trace.events.candidates.at(1);
        const CostSet cost = costOf(candidate.network, plan.setup).total;
        QVERIFY(cost.at("weights").value <= plan.runs[0].terms[0].target);
        QVERIFY(cost.at("ram").value <= plan.runs[0].terms[1].target);
        QVERIFY(candidate.feasible);
        QVERIFY(trace.candidates.at(1).feasible);
    }

    void workersChangeNothing()
    {
        const SearchPlan plan = demoPlan("[80%, 60%, 40%, 30%, 20%]");
        const SweepTrace one = undisturbed(plan, 1);
        VERIFY_OK(one.summary);
        for (const int jobs : {2, 3, 9}) {
            const SweepTrace several = undisturbed(plan, jobs);
            VERIFY_OK(several.summary);
            QCOMPARE(several.digest, one.digest);
            QCOMPARE(several.runDigests, one.runDigests);
            QVERIFY(several.events.isBalanced());
        }
        // The digest can tell: another seed of the study, another result.
        QVERIFY(undisturbed(demoPlan("[80%, 60%, 40%, 30%, 20%]", "seed: 2\n")).digest != one.digest);
    }

    void runsAreAtTheSameTime()
    {
        const SearchPlan plan = demoPlan("[80%, 40%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 2;
        bench.options.includeSeed = false;
        Gate gate;
        FakeScript script;
        script.atEpoch = [&](const FakeMoment &moment) -> Result<void> {
            if (moment.phase == Phase::Search && moment.epoch == 0)
                gate.pass();
            return {};
        };
        SweepTrace trace;
        std::thread worker([&] { trace = bench.run(plan, script); });
        const bool both = gate.waitForArrival(2); // two are in their search before any may go on
        gate.open();
        worker.join();
        QVERIFY(both);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsDone, 2);
    }

    void threadsOfTheSpecEverywhere()
    {
        const SearchPlan plan = demoPlan("[80%, 40%]", "threads: 3\n");
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 2;
        FakeTrainerFactory factory;
        VERIFY_OK(bench.run(plan, factory).summary);
        QCOMPARE(factory.count("prepare 3"), 3); // two workers, and the thread that warms up
    }

    void aFailedRunIsAState_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("an error") << false;
        QTest::newRow("an exception") << true;
    }
    void aFailedRunIsAState()
    {
        QFETCH(bool, throws);
        const SearchPlan plan = demoPlan("[75%, 50%, 25%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        bench.options.jobs = 2;
        FakeScript script;
        script.atEpoch = [&](const FakeMoment &moment) -> Result<void> {
            if (moment.seed != seedOfRun(plan, 1) || moment.phase != Phase::Search || moment.epoch != 2)
                return {};
            if (throws)
                throw std::runtime_error("the loss is not a number any more\nwith a trace");
            return Error{ErrorCode::Internal, "the loss is not a number any more", {}};
        };
        const SweepTrace trace = bench.run(plan, script);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsDone, 3);
        QCOMPARE(trace.summary->runsFailed, 1);
        QCOMPARE(trace.summary->candidates, 3);
        QCOMPARE(trace.summary->reason, FinishReason::Failed);
        QVERIFY(trace.events.isBalanced());
        QCOMPARE(trace.events.reasons()[FinishReason::Failed], 1);
        const StudyRun *failed = trace.run(plan.runs[1].key);
        QVERIFY(failed);
        QCOMPARE(failed->state, RunState::Failed);
        QCOMPARE(failed->reason, std::string("the loss is not a number any more"));
        // The others are what they would have been; run again, the failed one is made up for.
        const SweepTrace whole = undisturbed(plan);
        for (const std::size_t i : {std::size_t{0}, std::size_t{2}})
            QCOMPARE(trace.runDigests.at(plan.runs[i].key), whole.runDigests.at(plan.runs[i].key));
        const SweepTrace again = bench.run(plan);
        VERIFY_OK(again.summary);
        QCOMPARE(again.summary->runsSkipped, 3);
        QCOMPARE(again.summary->runsDone, 1);
        QCOMPARE(again.digest, whole.digest);
    }

    void aFailedWarmUpEndsTheSweep()
    {
        QTemporaryDir folder;
        SweepBench bench(folder);
        FakeScript script;
        script.atEpoch = [](const FakeMoment &) -> Result<void> {
            return Error{ErrorCode::Internal, "no such luck", {}};
        };
        const SweepTrace trace = bench.run(demoPlan("50%"), script);
        QVERIFY(!trace.summary.ok());
        QCOMPARE(trace.summary.error().message, std::string("no such luck"));
        QVERIFY(trace.events.isBalanced());
        QCOMPARE(trace.events.finished.size(), std::size_t{1});
        QCOMPARE(trace.events.finished[0].reason, FinishReason::Failed);
        VERIFY_OK(bench.run(demoPlan("50%")).summary); // and it can be tried again
    }

    void extendedLaterEqualsMadeAtOnce()
    {
        const SearchPlan first = demoPlan("[75%, 25%]");
        const SearchPlan all = demoPlan("[75%, 50%, 25%, 10%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        VERIFY_OK(bench.run(first).summary);
        bench.options.jobs = 3;
        FakeTrainerFactory factory;
        const SweepTrace extended = bench.run(all, factory);
        VERIFY_OK(extended.summary);
        QCOMPARE(extended.summary->runsSkipped, 3); // the seed network and two
        QCOMPARE(extended.summary->runsDone, 2);
        QCOMPARE(factory.count("begin warm-up"), 0); // its warm-up is in the study
        const SweepTrace atOnce = undisturbed(all);
        QCOMPARE(extended.runDigests, atOnce.runDigests);
        QCOMPARE(extended.digest, atOnce.digest);
        // Nothing left to do is fine, too.
        const SweepTrace idle = bench.run(all);
        VERIFY_OK(idle.summary);
        QCOMPARE(idle.summary->runsSkipped, 5);
        QCOMPARE(idle.summary->runsDone, 0);
        QCOMPARE(idle.digest, atOnce.digest);
        QVERIFY(idle.events.started.empty());
    }

    /// A study from before outlines were kept has them once its spec was run into it again.
    void outlinesOfAnOlderStudy()
    {
        const SearchPlan plan = demoPlan("[75%, 25%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        VERIFY_OK(bench.run(plan).summary);
        const auto outlines = [&] {
            std::vector<std::optional<RunOutline>> found;
            const auto study = Study::open(bench.options.output, StudyAccess::Read).value();
            for (const RunPlan &run : plan.runs) {
                for (const StudyRun &stored : study->runs().value()) {
                    if (stored.key == run.key)
                        found.push_back(stored.outline);
                }
            }
            return found;
        };
        const std::vector<std::optional<RunOutline>> wanted{outlineOf(plan, plan.runs[0]),
                                                            outlineOf(plan, plan.runs[1])};
        QVERIFY(outlines() == wanted);
        VERIFY_OK(Database::open(bench.options.output, Database::Mode::Existing)
                      ->execute("DROP TABLE run_outlines; DROP TABLE run_targets; PRAGMA user_version=3"));
        QVERIFY(!outlines()[0] && !outlines()[1]);
        const SweepTrace again = bench.run(plan);
        VERIFY_OK(again.summary);
        QCOMPARE(again.summary->runsDone, 0);
        QVERIFY(outlines() == wanted);
    }

    void extendingRenewsTheSpec()
    {
        const SearchPlan all = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench bench(folder);
        VERIFY_OK(bench.run(demoPlan("75%")).summary);
        VERIFY_OK(bench.run(all).summary);
        const auto study = Study::open(bench.options.output, StudyAccess::Read);
        VERIFY_OK(study);
        QCOMPARE((*study)->spec()->spec, all.specText);
    }

    void otherSettingsAreRefused_data()
    {
        QTest::addColumn<QString>("extra");
        QTest::newRow("seed") << "seed: 7\n";
        QTest::newRow("warm-up") << "phases: {warm_up: 3, search: 4, fine_tune: 2}\n";
        QTest::newRow("recipe") << "recipe: {batch: 32}\n";
        QTest::newRow("granularity") << "space: {width: {granularity: 4}}\n";
        // The costs of a study are those of one board at one point.
        QTest::newRow("board") << "board: generic\n";
        QTest::newRow("runtime") << "runtime: x-cube-ai-7\n";
    }
    void otherSettingsAreRefused()
    {
        QFETCH(QString, extra);
        QTemporaryDir folder;
        SweepBench bench(folder);
        const SweepTrace before = bench.run(demoPlan("50%"));
        VERIFY_OK(before.summary);
        FakeTrainerFactory factory;
        const SweepTrace other = bench.run(demoPlan("30%", extra.toStdString()), factory);
        QVERIFY(!other.summary.ok());
        QCOMPARE(other.summary.error().code, ErrorCode::InvalidInput);
        QVERIFY(other.summary.error().text().find("study.pareto") != std::string::npos);
        QVERIFY(other.summary.error().text().find("another output file") != std::string::npos);
        QVERIFY(factory.calls().empty());
        QCOMPARE(other.digest, before.digest); // untouched
    }
};

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
