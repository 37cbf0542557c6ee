// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/progress_estimate.h"

#include <QTest>

using dnas::Phase;
using paretoscope::ProgressEstimate;

namespace {

/// Two runs of 4 + 2 epochs behind a warm-up of 3; only what the estimate reads is filled.
ProgressEstimate estimate(int jobs)
{
    return ProgressEstimate({.warmUp = 3, .search = 4, .fineTune = 2}, 2, jobs, false);
}

dnas::EpochReport epoch(int run, Phase phase, double seconds)
{
    dnas::EpochReport report;
    report.run = dnas::RunId{run};
    report.phase = phase;
    report.seconds = seconds;
    return report;
}

} // namespace

class TestProgressEstimate : public QObject {
    Q_OBJECT

private slots:
    void knowsNothingBeforeTheFirstEpoch()
    {
        const ProgressEstimate e = estimate(1);
        QVERIFY(!e.remainingSeconds());
        QCOMPARE(e.share(), 0.0);
    }

    void unknownPhasesCostLikeKnownOnes()
    {
        ProgressEstimate e = estimate(1);
        e.addEpoch(epoch(0, Phase::WarmUp, 2));
        // 2 warm-up epochs and 2 · (4 + 2) others are left, 2 s each: 14 · 2 = 28 s. Share: 1 of 15.
        QCOMPARE(e.remainingSeconds().value_or(-1), 28.0);
        QCOMPARE(e.share(), 1.0 / 15);
    }

    void jobsShareTheRunsButNotTheWarmUp()
    {
        ProgressEstimate e = estimate(2);
        e.addEpoch(epoch(0, Phase::WarmUp, 2));
        // 2 · 2 s of warm-up, then 12 · 2 s on two workers: 4 + 12 = 16 s.
        QCOMPARE(e.remainingSeconds().value_or(-1), 16.0);
    }

    void everyPhaseHasItsOwnPace()
    {
        ProgressEstimate e = estimate(1);
        for (int i = 0; i < 3; ++i)
            e.addEpoch(epoch(0, Phase::WarmUp, 1));
        e.finishRun(dnas::kSharedRun);
        for (int i = 0; i < 4; ++i)
            e.addEpoch(epoch(1, Phase::Search, 3));
        e.addEpoch(epoch(1, Phase::FineTune, 2));
        // 4 search epochs at 3 s and 3 of fine-tuning at 2 s: 18 s.
        QCOMPARE(e.remainingSeconds().value_or(-1), 18.0);
    }

    void anEarlyEndIsNotWaitedFor()
    {
        ProgressEstimate e = estimate(1);
        for (int i = 0; i < 3; ++i)
            e.addEpoch(epoch(0, Phase::WarmUp, 1));
        e.addEpoch(epoch(1, Phase::Search, 1));
        e.finishRun(dnas::RunId{1}); // it failed
        // The other run is left: 6 epochs at 1 s. Share: 4 done of 4 + 6.
        QCOMPARE(e.remainingSeconds().value_or(-1), 6.0);
        QCOMPARE(e.share(), 0.4);
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "0 s";
        QTest::newRow("negative") << -3.0 << "0 s";
        QTest::newRow("rounds") << 59.6 << "1 min 00 s";
        QTest::newRow("minutes") << 250.0 << "4 min 10 s";
        QTest::newRow("hours") << 7500.0 << "2 h 05 min";
    }
    void durations()
    {
        QFETCH(double, seconds);
        QTEST(QString::fromStdString(paretoscope::formatDuration(seconds)), "text");
    }
};

QTEST_APPLESS_MAIN(TestProgressEstimate)
#include "tst_progress_estimate.moc"
