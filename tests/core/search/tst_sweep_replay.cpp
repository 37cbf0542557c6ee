// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steering that is repeated in another study: whole, cut off, and where it must not be.
#include "tests/core/search/steered_sweep.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

class TestSweepReplay : public QObject {
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

    /// A replay that was stopped half way goes on as one, said or not, or its networks would be others.
    void aReplayGoesOnAsOne_data()
    {
        QTest::addColumn<bool>("saidAgain");
        QTest::newRow("said again") << true;
        QTest::newRow("by itself") << false;
    }
    void aReplayGoesOnAsOne()
    {
        const SearchPlan plan = planSearch(parseSpec(kTwoTerms, "spec.yaml").value()).value();
        QTemporaryDir folder;
        SweepBench first(folder, "first");
        const SweepTrace before = steered(first, plan);
        VERIFY_OK(before.summary);

        SweepBench half(folder, "second");
        half.options.replay = first.options.output;
        // before anything was steered
        const auto reached = [&](const FakeMoment &moment) {
            return moment.phase == Phase::Search && moment.step == 1;
        };
        const auto stopped = half.runUntil(plan, reached).summary;
        VERIFY_OK(stopped);
        QCOMPARE(stopped->reason, FinishReason::Stopped);

        SweepBench third(folder, "third");
        (void)steered(third, plan);
        SweepBench other(folder, "second");
        other.options.replay = third.options.output;
        const auto refused = other.run(plan).summary;
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().text().find("was begun as a replay of ") != std::string::npos,
                 refused.error().text().c_str());

        QFETCH(const bool, saidAgain);
        SweepBench again(folder, "second");
        if (saidAgain)
            again.options.replay = folder.filePath(QStringLiteral("./first")).toStdString();
        const SweepTrace whole = again.run(plan);
        VERIFY_OK(whole.summary);
        QCOMPARE(whole.digest, before.digest);
        QVERIFY(reading(again)->replayed().value().empty()); // what is added to it later is no replay
    }

    /// The run that was steered is done already; the others are still those of the replay.
    void aReplayCutOffBehindWhatWasSteered()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench first(folder, "first");
        const SweepTrace before = steered(first, plan);
        SweepBench half(folder, "second");
        half.options.replay = first.options.output;
        const auto reached = [&](const FakeMoment &moment) {
            return moment.seed == seedOfRun(plan, 1) && moment.phase == Phase::Search && moment.step == 1;
        };
        QCOMPARE(half.runUntil(plan, reached).summary.value().reason, FinishReason::Stopped);
        SweepBench again(folder, "second");
        again.options.replay = first.options.output;
        const SweepTrace whole = again.run(plan);
        VERIFY_OK(whole.summary);
        QCOMPARE(whole.digest, before.digest);
    }

    /// What has begun without it would be half of each.
    void noReplayOntoABegunRun()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        QTemporaryDir folder;
        SweepBench first(folder, "first");
        (void)steered(first, plan);
        SweepBench half(folder, "second");
        const auto reached = [&](const FakeMoment &moment) {
            return moment.phase == Phase::Search && moment.epoch == 1;
        };
        QCOMPARE(half.runUntil(plan, reached).summary.value().reason, FinishReason::Stopped);
        SweepBench again(folder, "second");
        again.options.replay = first.options.output;
        const auto refused = again.run(plan).summary;
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().text().find("was begun as no replay") != std::string::npos,
                 refused.error().text().c_str());
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
};

QTEST_GUILESS_MAIN(TestSweepReplay)
#include "tst_sweep_replay.moc"
