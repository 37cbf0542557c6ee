// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checkpoints in a study: written with their epoch or not at all, come back to the bit, leave the digest alone.
#include "core/study/database.h"
#include "core/study/run_tree.h"
#include "core/study/schema.h"
#include "core/study/study_recorder.h"
#include "tests/core/study/small_disk.h"
#include "tests/core/study/study_samples.h"

using namespace dnas;
using samples::in;

namespace {

RunCheckpoint checkpoint(int run, Phase phase, int epoch, std::size_t floats = 4)
{
    RunCheckpoint made{.run = RunId{run}, .phase = phase, .epoch = epoch, .state = "{\"a\": 1}"};
    made.arrays["x"] = {{static_cast<std::int64_t>(floats)}, std::vector<float>(floats, 0.1F)};
    made.arrays["x"].values[0] = -0.0F;
    made.arrays["x"].values[1] = std::numeric_limits<float>::quiet_NaN();
    return made;
}

std::shared_ptr<Study> newStudy(const QTemporaryDir &folder)
{
    auto study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    (void)study->addRun(samples::run(1, "k"));
    return study;
}

std::string kept(const Study &study)
{
    std::string text;
    const auto list = study.checkpoints(RunId{1}).value();
    for (const CheckpointInfo &info : list)
        text += std::string(text.empty() ? "" : " ") + phaseName(info.phase)[0] + std::to_string(info.epoch);
    return text;
}

} // namespace

class TestCheckpoints : public QObject {
    Q_OBJECT

private slots:
    void comeBackToTheBit()
    {
        QTemporaryDir folder;
        const auto study = newStudy(folder);
        const std::string before = study->digest().value();
        CHECK_OK(study->setRunState(RunId{1}, RunState::Stopped, ""));
        CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, 0)));
        const std::string digest = study->digest().value();
        QVERIFY(digest != before);
        RunCheckpoint wanted = checkpoint(1, Phase::Search, 0);
        wanted.isBest = wanted.endsPhase = true;
        CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, 0), wanted, CheckpointRetention::Usual));
        QCOMPARE(study->digest().value(), digest);
        const auto found = study->latestCheckpoint(RunId{1}, Phase::Search).value();
        QVERIFY(found && found->epoch == 0 && found->isBest && found->endsPhase && found->state == wanted.state);
        QCOMPARE(writeSafetensors(found->arrays), writeSafetensors(wanted.arrays));
        QVERIFY(!study->latestCheckpoint(RunId{1}, Phase::FineTune)->has_value());
        QVERIFY(!study->latestCheckpoint(RunId{2}, Phase::Search)->has_value());
    }

    void usualOnesStay()
    {
        QTemporaryDir folder;
        const auto study = newStudy(folder);
        const auto add = [&](Phase phase, int epoch, bool best, bool ends) {
            RunCheckpoint made = checkpoint(1, phase, epoch);
            made.isBest = best;
            made.endsPhase = ends;
            return study->addEpoch(samples::epoch(1, phase, epoch), made, CheckpointRetention::Usual).ok();
        };
        QVERIFY(add(Phase::Search, 0, true, false) && add(Phase::Search, 1, true, false));
        QCOMPARE(kept(*study), std::string("s0 s1"));
        QVERIFY(add(Phase::Search, 2, false, false) && add(Phase::Search, 3, false, false));
        QCOMPARE(kept(*study), std::string("s1 s2 s3"));
        CHECK_OK(study->pinCheckpoint(RunId{1}, Phase::Search, 2, true));
        QVERIFY(!study->pinCheckpoint(RunId{1}, Phase::Search, 9, true).ok());
        QVERIFY(add(Phase::Search, 4, false, false) && add(Phase::Search, 5, false, true));
        QVERIFY(add(Phase::FineTune, 0, true, false) && add(Phase::FineTune, 1, false, false));
        QVERIFY(add(Phase::FineTune, 2, false, false));
        QCOMPARE(kept(*study), std::string("s1 s2 s5 f0 f1 f2"));
        CHECK_OK(study->dropCheckpoints(RunId{1}, CheckpointRetention::All));
        QCOMPARE(kept(*study), std::string("s1 s2 s5 f0 f1 f2"));
        CHECK_OK(study->dropCheckpoints(RunId{1}, CheckpointRetention::Usual));
        QCOMPARE(kept(*study), std::string("s1 s2 s5"));
        CHECK_OK(study->removeRun(RunId{1}));
        QCOMPARE(kept(*study), std::string());
    }

    /// The epoch, the checkpoint and those that it replaces: all or nothing.
    void fullDiskLeavesThePreviousOne()
    {
        QTemporaryDir folder;
        const auto study = newStudy(folder);
        for (int epoch = 0; epoch < 3; ++epoch)
            CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, epoch), checkpoint(1, Phase::Search, epoch),
                                     CheckpointRetention::Usual));
        {
            const SmallDisk disk(500'000);
            const auto added = study->addEpoch(samples::epoch(1, Phase::Search, 3),
                                               checkpoint(1, Phase::Search, 3, 1'000'000), CheckpointRetention::Usual);
            QVERIFY(!added.ok());
            QCOMPARE(added.error().code, ErrorCode::Io);
            QCOMPARE(kept(*study), std::string("s1 s2"));
            QCOMPARE(study->history(RunId{1})->size(), std::size_t{3});
            QCOMPARE(study->latestCheckpoint(RunId{1}, Phase::Search).value()->epoch, 2);
        }
        CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, 3), checkpoint(1, Phase::Search, 3, 1'000'000),
                                 CheckpointRetention::Usual));
        QCOMPARE(kept(*study), std::string("s2 s3"));
    }

    void goesOnBehindTheLast()
    {
        QTemporaryDir folder;
        const auto study = newStudy(folder);
        CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, 0), checkpoint(1, Phase::Search, 0),
                                 CheckpointRetention::Usual));
        CHECK_OK(study->addEpoch(samples::epoch(1, Phase::Search, 1))); // without
        SteeringChanged change = samples::steering(1);
        change.epoch = 1;
        CHECK_OK(study->addSteering(change));
        CHECK_OK(study->continueRun(RunId{1}));
        QCOMPARE(study->history(RunId{1})->size(), std::size_t{1});
        QCOMPARE(study->steering(RunId{1})->size(), std::size_t{1}); // to be replayed
        CHECK_OK(study->setRunState(RunId{1}, RunState::Failed, "loss is no number"));
        CHECK_OK(study->continueRun(RunId{1}));
        QCOMPARE(study->steering(RunId{1})->size(), std::size_t{0}); // it may be why
        QCOMPARE(study->runs()->front().state, RunState::Running);
    }

    /// A study of format 1 can be read as it is, and is one of the newest format when it has been opened for writing.
    void earlierFormatIsTakenUp()
    {
        QTemporaryDir folder;
        const auto path = in(folder, "a.pscope");
        CHECK_OK(samples::writeStudy(path));
        const std::string digest = (*Study::open(path, StudyAccess::Read))->digest().value();
        {
            auto database = Database::open(path, Database::Mode::Existing);
            CHECK_OK(database->execute(
                "DROP TABLE checkpoints; DROP TABLE forks; DROP TABLE steering_requests; "
                "DROP TABLE measures; DROP TABLE confusions; DROP TABLE run_outlines; DROP TABLE run_targets; "
                "PRAGMA user_version=1"));
        }
        {
            const auto old = Study::open(path, StudyAccess::Read);
            CHECK_OK(old);
            QCOMPARE((*old)->digest().value(), digest);
            QVERIFY((*old)->checkpoints(RunId{1})->empty());
            QVERIFY(!(*old)->runs()->front().outline);
            QVERIFY(!(*old)->latestCheckpoint(RunId{1}, Phase::Search)->has_value());
            QVERIFY((*old)->steeringRequests(0)->empty());
            QVERIFY((*old)->qualityDetails(CandidateId{1}, "test")->measures.empty());
        }
        {
            const auto writing = Study::open(path, StudyAccess::Write);
            CHECK_OK(writing);
            QCOMPARE((*writing)->digest().value(), digest);
            const RunId run = (*writing)->runs()->front().id;
            CHECK_OK((*writing)->addEpoch(samples::epoch(run.value, Phase::Search, 0),
                                          checkpoint(run.value, Phase::Search, 0), CheckpointRetention::Usual));
        }
        CHECK_OK(Study::open(path, StudyAccess::Read));
        auto database = Database::open(path, Database::Mode::Existing);
        QCOMPARE(formatOf(*database).value(), kStudyVersion);
    }

    void onlyRequestsWithoutTheLock()
    {
        QTemporaryDir folder;
        const auto study = newStudy(folder);
        QVERIFY(Study::isWritten(study->path()));
        const auto visitor = *Study::open(study->path(), StudyAccess::Steer);
        QVERIFY(!visitor->addRun(samples::run(2, "l")).ok());
        CHECK_OK(visitor->requestSteering({{RunId{1}, "learning_rate", 0.5}, {{}, "strength.macs", 2}}));
        const auto requests = study->steeringRequests(0).value();
        QCOMPARE(requests.size(), std::size_t{2});
        QVERIFY(requests[0].run == RunId{1} && requests[0].key == "learning_rate" && requests[0].value == 0.5);
        QVERIFY(!requests[1].run);
        QCOMPARE(study->steeringRequests(requests[0].id)->size(), std::size_t{1});
        SteeringChanged change = samples::steering(1);
        change.request = requests[0].id;
        CHECK_OK(study->addSteering(change));
        QCOMPARE(study->steeringRequests(0)->size(), std::size_t{1});
        CHECK_OK(study->dropSharedRequests());
        QVERIFY(study->steeringRequests(0)->empty());
        const auto reader = *Study::open(study->path(), StudyAccess::Read);
        QVERIFY(!reader->requestSteering({{RunId{1}, "learning_rate", 0.5}}).ok());
        QVERIFY(!Study::isWritten(in(folder, "another.pscope")));
    }

    void treeOfRuns()
    {
        std::vector<StudyRun> runs(6);
        for (int i = 0; i < 6; ++i)
            runs[static_cast<std::size_t>(i)].id = RunId{i + 1};
        runs[2].fork = ForkOrigin{RunId{1}};
        runs[3].fork = ForkOrigin{RunId{3}};
        runs[4].fork = ForkOrigin{RunId{6}}; // in a circle, as only a damaged study has it
        runs[5].fork = ForkOrigin{RunId{5}};
        QVERIFY(rootOf(runs, runs[3]) == &runs[0]);
        std::vector<StudyRun> chain(100'000);
        for (std::size_t i = 0; i < chain.size(); ++i) {
            chain[i].id = RunId{static_cast<int>(i) + 1};
            if (i > 0)
                chain[i].fork = ForkOrigin{chain[i - 1].id, Phase::Search, 0};
        }
        const auto rows = runTree(chain);
        QCOMPARE(rows.size(), chain.size());
        QVERIFY(rows.back().run == &chain.back());
        QCOMPARE(rows.back().depth, kDeepestFork);
        QVERIFY(rootOf(chain, chain.back()) == &chain.front());
        QVERIFY(rootOf(runs, runs[1]) == &runs[1]);
        QVERIFY(!rootOf(runs, runs[4]));
        std::string text;
        for (const RunTreeRow &row : runTree(runs))
            text += std::to_string(row.run->id.value) + ":" + std::to_string(row.depth) + " ";
        QCOMPARE(text, std::string("1:0 3:1 4:2 2:0 5:0 6:1 "));
    }
};

QTEST_APPLESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
