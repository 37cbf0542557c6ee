// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done, what is left and how long it takes: with and without the seed network, with runs that the study has
// already, that go on behind a checkpoint, that end early. 3 warm-up epochs; a run has 4 + 2.
#include "core/study/sweep_progress.h"

#include <QTest>

using namespace dnas;

class TestSweepProgress : public QObject {
    Q_OBJECT

private slots:
    void wholeSearch();
    void withoutSeed();
    void continuedSearch();
    void runBehindACheckpoint();
    void baselines();
    void fork();
    void runsAtOnceInAnyOrder();
    void runsThatEndEarly();

    void knowsNoTimeBeforeTheFirstEpoch();
    void unknownPhasesCostLikeKnownOnes();
    void jobsShareTheRunsButNotTheWarmUp();
    void everyPhaseHasItsOwnPace();

private:
    static SearchPlan plan(const std::vector<Method> &methods = {Method::Search, Method::Search, Method::Search});
    static SweepProgress of(const SearchPlan &plan, bool withSeed = false, int jobs = 1)
    {
        return SweepProgress(plan, withSeed, jobs);
    }
    static void start(SweepProgress &progress, int run, const char *key)
    {
        progress.startRun({RunId{run}, key, "label", {}});
    }
    static void phase(SweepProgress &progress, int run, Phase phase, int length, int first = 0)
    {
        progress.startPhase({RunId{run}, phase, length, 10, first});
    }
    static void epochs(SweepProgress &progress, int run, Phase phase, int count, double seconds = 1)
    {
        EpochReport report;
        report.run = RunId{run};
        report.phase = phase;
        report.seconds = seconds;
        for (int i = 0; i < count; ++i)
            progress.addEpoch(report);
    }
    static void wholeRun(SweepProgress &progress, int run, const char *key)
    {
        start(progress, run, key);
        phase(progress, run, Phase::Search, 4);
        epochs(progress, run, Phase::Search, 4);
        phase(progress, run, Phase::FineTune, 2);
        epochs(progress, run, Phase::FineTune, 2);
        phase(progress, run, Phase::Evaluation, 0);
        progress.finishRun(RunId{run});
    }
};

SearchPlan TestSweepProgress::plan(const std::vector<Method> &methods)
{
    SearchPlan plan;
    plan.spec.phases = {.warmUp = 3, .search = 4, .fineTune = 2};
    for (const Method method : methods) {
        RunPlan run;
        run.key = std::string(1, static_cast<char>('a' + plan.runs.size()));
        run.method = method;
        plan.runs.push_back(run);
    }
    return plan;
}

void TestSweepProgress::wholeSearch()
{
    SweepProgress progress = of(plan(), true);
    QCOMPARE(progress.epochsLeft(), 3 + 4 * 6);
    QCOMPARE(progress.share(), 0.0);
    start(progress, 0, "warm-up");
    QCOMPARE(progress.epochsLeft(), 3 + 4 * 6);
    phase(progress, 0, Phase::WarmUp, 3);
    epochs(progress, 0, Phase::WarmUp, 3);
    progress.finishRun(kSharedRun);
    QCOMPARE(progress.epochsLeft(), 4 * 6);
    start(progress, 1, "key of the seed network");
    phase(progress, 1, Phase::FineTune, 6);
    epochs(progress, 1, Phase::FineTune, 1);
    QCOMPARE(progress.epochsLeft(), 4 * 6 - 1);
    epochs(progress, 1, Phase::FineTune, 5);
    progress.finishRun(RunId{1});
    wholeRun(progress, 2, "a");
    QCOMPARE(progress.epochsLeft(), 2 * 6);
    QCOMPARE(progress.share(), 15.0 / 27);
    wholeRun(progress, 3, "b");
    wholeRun(progress, 4, "c");
    QCOMPARE(progress.epochsLeft(), 0);
    QCOMPARE(progress.share(), 1.0);
}

void TestSweepProgress::withoutSeed()
{
    SweepProgress progress = of(plan());
    start(progress, 0, "warm-up");
    QCOMPARE(progress.epochsLeft(), 3 + 3 * 6);
    progress.finishRun(kSharedRun); // loaded
    start(progress, 1, "a");
    QCOMPARE(progress.epochsLeft(), 3 * 6);
}

void TestSweepProgress::continuedSearch()
{
    // The warm-up, the seed network and "a" are in the study.
    SweepProgress progress = of(plan(), true);
    start(progress, 5, "b");
    QCOMPARE(progress.epochsLeft(), 2 * 6);
    progress.finishRun(RunId{5});
    QCOMPARE(progress.epochsLeft(), 6);
    wholeRun(progress, 6, "c");
    QCOMPARE(progress.share(), 1.0);
}

void TestSweepProgress::runBehindACheckpoint()
{
    SweepProgress progress = of(plan({Method::Search}));
    start(progress, 1, "a");
    phase(progress, 1, Phase::Search, 4, 3);
    QCOMPARE(progress.epochsLeft(), 1 + 2);
    epochs(progress, 1, Phase::Search, 1);
    QCOMPARE(progress.share(), 1.0 / 3);
    phase(progress, 1, Phase::FineTune, 2, 2); // the fine-tuning is in the study whole
    QCOMPARE(progress.epochsLeft(), 0);
    QCOMPARE(progress.share(), 1.0);
}

void TestSweepProgress::baselines()
{
    SweepProgress progress = of(plan({Method::WidthMultiplier, Method::RandomWidths, Method::Magnitude}));
    start(progress, 0, "warm-up");
    epochs(progress, 0, Phase::WarmUp, 3);
    progress.finishRun(kSharedRun);
    QCOMPARE(progress.epochsLeft(), 9 + 9 + 6);
    start(progress, 1, "a");
    phase(progress, 1, Phase::WarmUp, 3);
    epochs(progress, 1, Phase::WarmUp, 3);
    phase(progress, 1, Phase::FineTune, 6);
    epochs(progress, 1, Phase::FineTune, 6);
    progress.finishRun(RunId{1});
    QCOMPARE(progress.epochsLeft(), 9 + 6);
}

void TestSweepProgress::fork()
{
    SearchPlan none = plan({});
    SweepProgress progress = of(none);
    start(progress, 7, "key of the fork");
    phase(progress, 7, Phase::Search, 4, 2);
    QCOMPARE(progress.epochsLeft(), 2 + 2);
    epochs(progress, 7, Phase::Search, 2);
    phase(progress, 7, Phase::FineTune, 2);
    epochs(progress, 7, Phase::FineTune, 2);
    QCOMPARE(progress.share(), 1.0);
}

void TestSweepProgress::runsAtOnceInAnyOrder()
{
    SweepProgress progress = of(plan(), false, 2);
    start(progress, 2, "b"); // its thread was faster than that of "a"
    start(progress, 1, "a");
    QCOMPARE(progress.epochsLeft(), 3 * 6);
    epochs(progress, 2, Phase::Search, 2);
    epochs(progress, 1, Phase::Search, 1);
    QCOMPARE(progress.epochsLeft(), 3 * 6 - 3);
}

void TestSweepProgress::runsThatEndEarly()
{
    SweepProgress progress = of(plan());
    start(progress, 1, "a");
    epochs(progress, 1, Phase::Search, 2, 1);
    progress.finishRun(RunId{1}); // it failed
    QCOMPARE(progress.epochsLeft(), 2 * 6);
    QCOMPARE(progress.share(), 2.0 / 14);
    QCOMPARE(progress.remainingSeconds().value_or(-1), 12.0);
}

void TestSweepProgress::knowsNoTimeBeforeTheFirstEpoch()
{
    SweepProgress progress = of(plan());
    start(progress, 0, "warm-up");
    QVERIFY(!progress.remainingSeconds());
    QVERIFY(!SweepProgress().remainingSeconds());
    QCOMPARE(SweepProgress().share(), 0.0);
}

void TestSweepProgress::unknownPhasesCostLikeKnownOnes()
{
    SweepProgress progress = of(plan({Method::Search, Method::Search}));
    start(progress, 0, "warm-up");
    epochs(progress, 0, Phase::WarmUp, 1, 2);
    // 2 warm-up epochs and 2 · (4 + 2) others are left, 2 s each. Share: 1 of 15.
    QCOMPARE(progress.remainingSeconds().value_or(-1), 28.0);
    QCOMPARE(progress.share(), 1.0 / 15);
}

void TestSweepProgress::jobsShareTheRunsButNotTheWarmUp()
{
    SweepProgress progress = of(plan({Method::Search, Method::Search}), false, 2);
    start(progress, 0, "warm-up");
    epochs(progress, 0, Phase::WarmUp, 1, 2);
    // 2 · 2 s of warm-up, then 12 · 2 s on two workers.
    QCOMPARE(progress.remainingSeconds().value_or(-1), 4.0 + 12.0);
}

void TestSweepProgress::everyPhaseHasItsOwnPace()
{
    SweepProgress progress = of(plan({Method::Search, Method::Search}));
    start(progress, 0, "warm-up");
    epochs(progress, 0, Phase::WarmUp, 3, 1);
    progress.finishRun(kSharedRun);
    start(progress, 1, "a");
    epochs(progress, 1, Phase::Search, 4, 3);
    phase(progress, 1, Phase::FineTune, 2);
    epochs(progress, 1, Phase::FineTune, 1, 2);
    // 4 search epochs at 3 s and 3 of fine-tuning at 2 s.
    QCOMPARE(progress.remainingSeconds().value_or(-1), 18.0);
}

QTEST_APPLESS_MAIN(TestSweepProgress)
#include "tst_sweep_progress.moc"
