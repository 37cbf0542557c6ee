// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a search takes, from a probe: sums by hand.
#include "app/shared/search_time.h"
#include "app/window/time_estimate.h"

#include <QTest>

using namespace paretoscope;

namespace {

dnas::SearchPlan planOfOneRun()
{
    const auto spec = dnas::parseSpec("benchmark: demo\nboard: generic\nobjective:\n"
                                      "  - {metric: weights, target: 50%}\n",
                                      "test.yaml");
    if (!spec.ok())
        qFatal("%s", spec.error().message.c_str());
    auto plan = dnas::planSearch(spec.value());
    if (!plan.ok())
        qFatal("%s", plan.error().message.c_str());
    return std::move(plan).value();
}

} // namespace

class TestTimeEstimate : public QObject {
    Q_OBJECT
private slots:
    void totals_data()
    {
        QTest::addColumn<int>("warmUp");
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("jobs");
        QTest::addColumn<bool>("seed");
        QTest::addColumn<double>("seconds");
        // Warm-up 10 s in 5 epochs, a run 60 s, 10 epochs of search and 10 of fine-tuning: the seed takes 40 s.
        QTest::newRow("one worker") << 5 << 3 << 1 << true << 10.0 + 40 + 3 * 60;
        QTest::newRow("without the seed") << 5 << 3 << 1 << false << 10.0 + 3 * 60;
        // Seed and run begin; the seed's worker is free first and takes the second run (40 + 60), then the third
        // goes to the other one (60 + 60).
        QTest::newRow("two workers") << 5 << 3 << 2 << true << 10.0 + 120;
        QTest::newRow("two workers, no seed") << 5 << 3 << 2 << false << 10.0 + 120;
        QTest::newRow("more workers than runs") << 5 << 3 << 9 << true << 10.0 + 60;
        QTest::newRow("only the seed") << 5 << 0 << 1 << true << 10.0 + 40;
        QTest::newRow("nothing") << 5 << 0 << 1 << false << 10.0;
        // Without a warm-up its speed is not known: as long as a run.
        QTest::newRow("no warm-up") << 0 << 1 << 1 << true << 10.0 + 120;
    }
    void totals()
    {
        QFETCH(int, warmUp);
        QFETCH(int, runs);
        QFETCH(int, jobs);
        QFETCH(bool, seed);
        dnas::SearchOptions options;
        options.jobs = jobs;
        options.includeSeed = seed;
        const dnas::ProbeResult probe{.warmUpSeconds = 10, .runSeconds = 60, .imagesPerSecond = 1};
        const double seconds = totalSeconds({.warmUp = warmUp, .search = 10, .fineTune = 10},
                                            static_cast<std::size_t>(runs), probe, options);
        QTEST(seconds, "seconds");
    }

    void sentences_data()
    {
        QTest::addColumn<int>("warmUp");
        QTest::addColumn<int>("jobs");
        QTest::addColumn<bool>("seed");
        QTest::addColumn<QString>("text");
        // 720 s a run; warm-up 120 s, or as the totals above say.
        QTest::newRow("all") << 5 << 2 << true
                             << QStringLiteral(
                                    "About 14 min, seed network included. Warm-up 2 min, each run 12 min, up "
                                    "to 2 at once (870 samples/s while searching).");
        QTest::newRow("one job") << 5 << 1 << false
                                 << QStringLiteral("About 14 min, without the seed network. Warm-up 2 min, each run 12 "
                                                   "min (870 samples/s while searching).");
        QTest::newRow("no warm-up") << 0 << 2 << false
                                    << QStringLiteral("About 14 min, without the seed network. Each run 12 min, up to "
                                                      "2 at once (870 samples/s while searching).");
        QTest::newRow("only runs") << 0 << 1 << false
                                   << QStringLiteral("About 14 min, without the seed network. Each run 12 min (870 "
                                                     "samples/s while searching).");
    }
    void sentences()
    {
        QFETCH(int, warmUp);
        QFETCH(int, jobs);
        QFETCH(bool, seed);
        dnas::SearchPlan plan = planOfOneRun();
        plan.spec.phases = {.warmUp = warmUp, .search = 10, .fineTune = 10};
        dnas::SearchOptions options;
        options.jobs = jobs;
        options.includeSeed = seed;
        const dnas::ProbeResult probe{.warmUpSeconds = 120, .runSeconds = 720, .imagesPerSecond = 870};
        const QString text = estimateText(plan, probe, options);
        QTEST(text, "text");
    }

    void durations()
    {
        QCOMPARE(roughDuration(0.3), QStringLiteral("5 s"));
        QCOMPARE(roughDuration(42), QStringLiteral("40 s"));
        QCOMPARE(roughDuration(95), QStringLiteral("2 min"));
        QCOMPARE(roughDuration(720), QStringLiteral("12 min"));
        QCOMPARE(roughDuration(2 * 3600 + 5 * 60), QStringLiteral("2 h 05 min"));
    }
};

QTEST_APPLESS_MAIN(TestTimeEstimate)
#include "tst_time_estimate.moc"
