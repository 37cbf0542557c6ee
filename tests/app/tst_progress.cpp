// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The epochs that the command line still counts on: with and without the seed network, with runs that are in the
// study already, with runs that end early. 3 warm-up epochs; a run has 4 + 2.
#include "app/cli/progress.h"

#include <QTest>

using namespace dnas;
using paretoscope::ProgressPrinter;
using paretoscope::ProgressStyle;

class TestProgress : public QObject {
    Q_OBJECT

private slots:
    void wholeSearch();
    void withoutSeed();
    void continuedSearch();
    void runsAtOnceInAnyOrder();
    void runsThatEndEarly();

private:
    static SearchPlan plan();
    static void start(ProgressPrinter &printer, int run, const char *key)
    {
        printer.onRunStarted({RunId{run}, key, "label", {}});
    }
    static void epochs(ProgressPrinter &printer, int run, int count)
    {
        EpochReport report;
        report.run = RunId{run};
        for (int i = 0; i < count; ++i)
            printer.onEpoch(report);
    }
    static void finish(ProgressPrinter &printer, int run, FinishReason reason = FinishReason::Done)
    {
        printer.onFinished({RunId{run}, reason, {}});
    }
};

SearchPlan TestProgress::plan()
{
    SearchPlan plan;
    plan.spec.phases = {.warmUp = 3, .search = 4, .fineTune = 2};
    for (const char *key : {"a", "b", "c"}) {
        RunPlan run;
        run.key = key;
        plan.runs.push_back(run);
    }
    return plan;
}

void TestProgress::wholeSearch()
{
    ProgressPrinter printer(ProgressStyle::Lines, plan(), true);
    start(printer, 0, "warm-up");
    QCOMPARE(printer.epochsLeft(), 3 + 4 * 6);
    epochs(printer, 0, 3);
    finish(printer, 0);
    QCOMPARE(printer.epochsLeft(), 4 * 6);
    start(printer, 1, "key of the seed network");
    epochs(printer, 1, 1);
    QCOMPARE(printer.epochsLeft(), 4 * 6 - 1);
    epochs(printer, 1, 5);
    finish(printer, 1);
    for (const char *key : {"a", "b", "c"}) {
        start(printer, 2, key);
        epochs(printer, 2, 6);
        finish(printer, 2);
    }
    QCOMPARE(printer.epochsLeft(), 0);
}

void TestProgress::withoutSeed()
{
    ProgressPrinter printer(ProgressStyle::Lines, plan(), false);
    start(printer, 0, "warm-up");
    QCOMPARE(printer.epochsLeft(), 3 + 3 * 6);
    finish(printer, 0);
    start(printer, 1, "a");
    QCOMPARE(printer.epochsLeft(), 3 * 6);
}

void TestProgress::continuedSearch()
{
    // No warm-up, and the seed network and "a" are in the study.
    ProgressPrinter printer(ProgressStyle::Json, plan(), true);
    start(printer, 5, "b");
    QCOMPARE(printer.epochsLeft(), 2 * 6);
    epochs(printer, 5, 6);
    finish(printer, 5);
    QCOMPARE(printer.epochsLeft(), 6);
}

void TestProgress::runsAtOnceInAnyOrder()
{
    ProgressPrinter printer(ProgressStyle::Lines, plan(), false);
    start(printer, 2, "b"); // its thread was faster than that of "a"
    start(printer, 1, "a");
    QCOMPARE(printer.epochsLeft(), 3 * 6);
    epochs(printer, 2, 2);
    epochs(printer, 1, 1);
    QCOMPARE(printer.epochsLeft(), 3 * 6 - 3);
}

void TestProgress::runsThatEndEarly()
{
    ProgressPrinter printer(ProgressStyle::Lines, plan(), false);
    start(printer, 1, "a");
    epochs(printer, 1, 2);
    finish(printer, 1, FinishReason::Failed);
    QCOMPARE(printer.epochsLeft(), 2 * 6);
}

QTEST_APPLESS_MAIN(TestProgress)
#include "tst_progress.moc"
