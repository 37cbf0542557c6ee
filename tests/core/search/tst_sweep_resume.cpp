// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a kill leaves behind is gone on from, to the bit, with the fake trainer. A copy of the study in the middle of a
// search is what a kill at that moment would have left.
#include "tests/core/search/sweep_bench.h"
#include "tests/support/result_checks.h"

using namespace dnas;
using namespace dnas::test;

namespace {

constexpr const char *kRecipe = "recipe: {fine_tune: {early_stop: {patience: 2}}, search: {keep: last}}\n"
                                "keep_checkpoints: all\n";

/// A sweep that is copied at chosen moments.
class KilledSweep {
public:
    QTemporaryDir folder;
    std::vector<std::string> copies; ///< names within the folder
    int epochs = 0;                  ///< trained in all

    SweepTrace run(const SearchPlan &plan, FakeScript script, int jobs = 1)
    {
        SweepBench bench(folder, "whole.pscope");
        bench.options.jobs = jobs;
        const auto asked = script.atStep;
        script.atStep = [&, asked](const FakeMoment &moment) {
            if (asked)
                asked(moment);
            if (moment.step == 1) // the one before is lost with the rest of the epoch
                copy(bench.options.output);
        };
        FakeTrainerFactory factory(script);
        SweepTrace trace = bench.run(plan, factory);
        copy(bench.options.output);
        epochs = trainedEpochs(factory);
        return trace;
    }

    static int trainedEpochs(const FakeTrainerFactory &factory)
    {
        const auto calls = factory.calls();
        return static_cast<int>(std::count_if(calls.begin(), calls.end(),
                                              [](const FakeCall &call) { return call.what.starts_with("epoch "); }));
    }

private:
    void copy(const std::filesystem::path &path)
    {
        const std::lock_guard lock(m_mutex);
        const std::string name = "copy" + std::to_string(copies.size()) + ".pscope";
        const auto study = Study::open(path, StudyAccess::Read);
        if (!study.ok() || !(*study)->saveCopy(folder.filePath(QString::fromStdString(name)).toStdString()).ok())
            qFatal("cannot copy the study");
        copies.push_back(name);
    }
    std::mutex m_mutex;
};

} // namespace

class TestSweepResume : public QObject {
    Q_OBJECT

private slots:
    void everyEpochOfEveryPhase_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::addColumn<QString>("extra");
        QTest::newRow("one worker") << 1 << QString();
        QTest::newRow("two workers") << 2 << QString();
        QTest::newRow("patience, keeping the last, all checkpoints") << 1 << QString::fromUtf8(kRecipe);
        QTest::newRow("baselines") << 1
                                   << QStringLiteral("baselines: {width_multiplier: true, "
                                                     "magnitude: true}\n");
    }
    void everyEpochOfEveryPhase()
    {
        QFETCH(int, jobs);
        QFETCH(QString, extra);
        const SearchPlan plan = demoPlan("[75%, 50%]", extra.toStdString());
        KilledSweep killed;
        const SweepTrace whole = killed.run(plan, {}, jobs);
        VERIFY_OK(whole.summary);
        QCOMPARE(whole.digest, undisturbed(plan).digest);
        int before = killed.epochs + 1;
        for (const std::string &name : killed.copies) {
            SweepBench bench(killed.folder, name.c_str());
            bench.options.jobs = 3 - jobs;
            FakeTrainerFactory factory;
            const SweepTrace resumed = bench.run(plan, factory);
            VERIFY_OK(resumed.summary);
            QCOMPARE(resumed.digest, whole.digest);
            QVERIFY(resumed.events.isBalanced());
            // The work that was done is not done again.
            const int left = KilledSweep::trainedEpochs(factory);
            QVERIFY2(left <= before && (jobs > 1 || left == before - 1), qPrintable(QString::number(left)));
            before = left;
        }
        QCOMPARE(before, 0);
    }

    void steeringIsReplayedWhereItWas()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        const RunId first = undisturbed(plan).run(plan.runs[0].key)->id;
        SearchControls *controls = nullptr;
        const auto steer = [&](const FakeMoment &moment) {
            if (moment.seed != seedOfRun(plan, 0) || moment.step != 1 || moment.epoch != 1)
                return;
            if (moment.phase == Phase::Search) {
                controls->push({first, "target.weights", 12000});
                controls->push({first, "strength.weights", 3});
                controls->push({first, "learning_rate", 0.25});
            } else {
                controls->push({first, "learning_rate", 0.75});
            }
        };
        QTemporaryDir folder;
        std::string digest;
        std::vector<std::string> copies;
        for (const int at : {0, 2, 3}) { // killed before the step of the steering, behind it, and not at all
            SweepBench bench(folder, ("whole" + std::to_string(at)).c_str());
            controls = &bench.controls;
            FakeScript script;
            script.atStep = [&](const FakeMoment &moment) {
                if (moment.seed == seedOfRun(plan, 0) && moment.step == at && at < 3) {
                    const std::string copy = "copy" + std::to_string(copies.size());
                    const auto study = Study::open(bench.options.output, StudyAccess::Read);
                    VERIFY_OK((*study)->saveCopy(folder.filePath(QString::fromStdString(copy)).toStdString()));
                    copies.push_back(copy);
                }
                steer(moment);
            };
            const SweepTrace trace = bench.run(plan, script);
            VERIFY_OK(trace.summary);
            QVERIFY(digest.empty() || digest == trace.digest);
            digest = trace.digest;
            QCOMPARE(trace.steering.at(first.value).size(), std::size_t{4});
        }
        QVERIFY(digest != undisturbed(plan).digest);
        QVERIFY(copies.size() >= 10);
        int same = 0;
        for (const std::string &name : copies) {
            SweepBench bench(folder, name.c_str());
            const auto known = Study::open(bench.options.output, StudyAccess::Read).value()->steering(first).value();
            const SweepTrace resumed = bench.run(plan); // nobody steers any more
            VERIFY_OK(resumed.summary);
            QCOMPARE(resumed.steering.at(first.value).size(), known.size());
            if (known.size() == 4) {
                QCOMPARE(resumed.digest, digest);
                ++same;
            }
        }
        QVERIFY(same >= 1);
    }

    void stopsAndGoesOn()
    {
        const SearchPlan plan = demoPlan("[75%, 50%]");
        const std::string digest = undisturbed(plan).digest;
        QTemporaryDir folder;
        int stops = 0;
        for (bool done = false; !done; ++stops) { // stopped again and again, an epoch further each time
            SweepBench bench(folder);
            std::atomic<int> epochs{0};
            FakeScript script;
            script.atStep = [&](const FakeMoment &moment) {
                if (moment.step == 3 && ++epochs == 2)
                    bench.stop.request(stops % 2 == 0 ? StopRequest::Stop : StopRequest::Abort);
            };
            const SweepTrace trace = bench.run(plan, script);
            VERIFY_OK(trace.summary);
            done = trace.summary->reason == FinishReason::Done;
            if (done)
                QCOMPARE(trace.digest, digest);
            QVERIFY(stops < 40);
        }
        QVERIFY(stops > 10);
    }

    void keepsAsManyAsItShould()
    {
        const SearchPlan plan = demoPlan("75%", "phases: {warm_up: 2, search: 8, fine_tune: 7}\n");
        for (const bool all : {false, true}) {
            QTemporaryDir folder;
            SweepBench bench(folder);
            bench.options.includeSeed = false;
            SearchPlan mine = plan;
            mine.spec.keepAllCheckpoints = all;
            FakeScript script;
            std::size_t most = 0;
            script.quality = [](const FakeMoment &moment) {
                return moment.epoch == 3 ? 0.9 : 0.5;
            };
            script.share = [](const FakeMoment &) {
                return 0.5;
            };
            RunId run;
            script.atStep = [&](const FakeMoment &moment) {
                if (moment.seed != seedOfRun(plan, 0))
                    return;
                const auto study = Study::open(bench.options.output, StudyAccess::Read).value();
                run = study->runs()->back().id;
                most = std::max(most, study->checkpoints(run)->size());
            };
            const SweepTrace trace = bench.run(mine, script);
            VERIFY_OK(trace.summary);
            const auto study = Study::open(bench.options.output, StudyAccess::Read).value();
            const auto left = study->checkpoints(run).value();
            if (all) {
                QCOMPARE(left.size(), std::size_t{15});
                continue;
            }
            // While it trains: best and last of the search, best of fine-tuning, the last two. When it is done: what
            // a fork may start from.
            QCOMPARE(most, std::size_t{5});
            QCOMPARE(left.size(), std::size_t{2});
            QCOMPARE(left[0].epoch, 3);
            QVERIFY(left[0].isBest && !left[0].endsPhase);
            QCOMPARE(left[1].epoch, 7);
            QVERIFY(left[1].endsPhase && !left[1].isBest);
            QVERIFY(study->checkpoints(kSharedRun)->empty());
        }
    }

    void damagedCheckpointFailsItsRunOnly_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("another text") << QByteArray() << QByteArray("{\"kept\": 1}") << QByteArray("cannot be read");
        QTest::newRow("a group too few") << QByteArray("\"importance\":[[") << QByteArray("\"importance\":[],\"x\":[[")
                                         << QByteArray("of another search space");
        QTest::newRow("a group too long")
            << QByteArray("\"importance\":[[],[") << QByteArray("\"importance\":[[],[1.0,")
            << QByteArray("of another search space");
        QTest::newRow("short masks of the best")
            << QByteArray("\"masks\":[\"1") << QByteArray("\"masks\":[\"") << QByteArray("of another search space");
    }
    void damagedCheckpointFailsItsRunOnly()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, says);
        const SearchPlan plan = demoPlan("[75%, 50%]");
        KilledSweep killed;
        killed.run(plan, {});
        // Killed in the search of the first run; then somebody touched the file.
        const std::string &name = killed.copies.at(2 + 6 + 2);
        SweepBench bench(killed.folder, name.c_str());
        {
            const auto study = Study::open(bench.options.output, StudyAccess::Write).value();
            const RunId run = study->runs()->back().id;
            auto checkpoint = study->latestCheckpoint(run, Phase::Search).value().value();
            const QByteArray before = QByteArray::fromStdString(checkpoint.state);
            const QByteArray after = from.isEmpty() ? to : QByteArray(before).replace(from, to);
            QVERIFY2(after != before, before.left(600).constData());
            checkpoint.state = after.toStdString();
            const auto history = study->history(run).value();
            VERIFY_OK(study->addEpoch(history.back(), checkpoint, CheckpointRetention::Usual));
        }
        const SweepTrace trace = bench.run(plan);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsFailed, 1);
        QCOMPARE(trace.summary->runsDone, 1);
        const StudyRun *failed = trace.run(plan.runs[0].key);
        QVERIFY2(failed->reason.find(says.toStdString()) != std::string::npos, failed->reason.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSweepResume)
#include "tst_sweep_resume.moc"
