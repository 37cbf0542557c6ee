// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study file from its creation to its copy: everything comes back as it was, failures leave nothing behind.
#include "core/study/study_spec.h"
#include "tests/core/study/small_disk.h"
#include "tests/core/study/study_samples.h"

#include <fstream>

using namespace dnas;
using samples::in;

class TestStudy : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack();
    void failedCandidatesHaveNoParts();
    void samplesAreThoseOpenedLast();
    void closingLeavesOneFile();
    void equalTextsAreStoredOnce();
    void epochsAreReplaced();
    void removedRunsLeaveNothing();
    void steeredTargetsAreTold();
    void specCanBeReplaced();
    void mistakesAreErrors();
    void createRefuses_data();
    void createRefuses();
    void fullDiskAtCreation();
    void fullDiskLater();
    void copies();
};

void TestStudy::everythingComesBack()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    CHECK_OK(samples::writeStudy(path));
    const auto opened = Study::open(path, StudyAccess::Read);
    CHECK_OK(opened);
    const Study &study = **opened;
    QCOMPARE(study.path(), path);

    const auto spec = study.spec();
    CHECK_OK(spec);
    const StudySpec wanted = samples::spec();
    QVERIFY(spec->spec == wanted.spec && spec->benchmark == wanted.benchmark && spec->network == wanted.network);
    QVERIFY(spec->board == wanted.board && spec->runtime == wanted.runtime && spec->point == wanted.point);
    QVERIFY(spec->seedCosts == wanted.seedCosts);
    const auto environment = study.environment();
    CHECK_OK(environment);
    QCOMPARE(environment->processor, samples::environment().processor);
    QCOMPARE(environment->torchVersion, samples::environment().torchVersion);
    QCOMPARE(environment->programVersion, samples::environment().programVersion);
    QCOMPARE(environment->threads, 2);
    QVERIFY(study.samples().ok() && !*study.samples()); // of a study that was made before they were kept

    const auto runs = study.runs();
    CHECK_OK(runs);
    QCOMPARE(runs->size(), std::size_t{1});
    const StudyRun &run = runs->front();
    QVERIFY(run.id == RunId{1} && run.key == "key one" && run.label == samples::run(1, "").label);
    QCOMPARE(run.state, RunState::Done);
    QVERIFY(run.termNames == samples::run(1, "").termNames);
    QVERIFY(run.outline == samples::outline());

    const auto history = study.history(RunId{1});
    CHECK_OK(history);
    QCOMPARE(history->size(), std::size_t{3});
    QVERIFY(samples::sameEpoch((*history)[0], samples::epoch(1, Phase::WarmUp, 0)));
    QVERIFY(samples::sameEpoch((*history)[1], samples::epoch(1, Phase::Search, 0)));
    QVERIFY(samples::sameEpoch((*history)[2], samples::epoch(1, Phase::Search, 1)));

    const auto changes = study.steering(RunId{1});
    CHECK_OK(changes);
    QCOMPARE(changes->size(), std::size_t{1});
    const SteeringChanged &change = changes->front();
    QVERIFY(change.run == RunId{1} && change.phase == Phase::Search && change.epoch == 1 && change.step == 17);
    QVERIFY(change.key == "strength.macs" && change.oldValue == 0.1 && change.newValue == 0.3);

    const auto candidates = study.candidates();
    CHECK_OK(candidates);
    QCOMPARE(candidates->size(), std::size_t{1});
    const CandidateSummary &found = candidates->front();
    QVERIFY(found.run == RunId{1} && found.state == CandidateState::Done && found.label == "weights 50 %");
    QVERIFY(!found.isSeed && found.feasible && found.quality == 0.8125 && found.testQuality == 0.79);
    QVERIFY(found.qualityMetric == "accuracy" && found.qualityPrecision == "float32" && found.movedChannels == 2);
    QCOMPARE(found.costs.size(), std::size_t{3});
    QCOMPARE(found.costs.at("latency").value, 23.8);
    QVERIFY(found.costs.at("latency").origin == Origin::Calibrated);
    QVERIFY(found.costs.at("latency").errorPercent == 7.5);
    QVERIFY(!found.costs.at("energy").errorPercent);

    const auto network = study.network(found.id);
    CHECK_OK(network);
    QVERIFY(*network == samples::smallNetwork());
    const auto masks = study.masks(found.id);
    CHECK_OK(masks);
    QVERIFY(*masks == samples::candidate(1).masks);
    const auto weights = study.weights(found.id);
    CHECK_OK(weights);
    QVERIFY(*weights == *samples::candidate(1).weights);
    const auto validation = study.qualityDetails(found.id, "validation");
    CHECK_OK(validation);
    QVERIFY(validation->measures == samples::candidate(1).validationDetails.measures && validation->confusion.empty());
    const auto test = study.qualityDetails(found.id, "test");
    CHECK_OK(test);
    QVERIFY(test->measures == samples::candidate(1).testDetails.measures);
    QVERIFY(test->confusion == samples::candidate(1).testDetails.confusion);
    const auto warmUp = study.warmUp("warm");
    CHECK_OK(warmUp);
    QVERIFY(*warmUp && (*warmUp)->loss == 1.5 && (*warmUp)->weights == *samples::candidate(1).weights);
    const auto missing = study.warmUp("cold");
    CHECK_OK(missing);
    QVERIFY(!*missing);
}

void TestStudy::failedCandidatesHaveNoParts()
{
    QTemporaryDir folder;
    const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    CHECK_OK(study);
    CHECK_OK((*study)->addRun(samples::run(1, "k")));
    Candidate failed;
    failed.run = RunId{1};
    failed.state = CandidateState::Failed;
    failed.reason = "the loss became NaN in epoch 3";
    failed.quality = std::numeric_limits<double>::quiet_NaN();
    const auto id = (*study)->addCandidate(failed, {}, false);
    CHECK_OK(id);
    const auto candidates = (*study)->candidates();
    CHECK_OK(candidates);
    QCOMPARE(candidates->front().state, CandidateState::Failed);
    QCOMPARE(candidates->front().reason, failed.reason);
    QVERIFY(std::isnan(candidates->front().quality) && candidates->front().costs.empty());
    QVERIFY(!(*study)->network(*id).ok());
    QVERIFY(!(*study)->weights(*id).ok());
    QVERIFY((*study)->weights(*id).error().message.find("candidate 1") != std::string::npos);
    QVERIFY((*study)->masks(*id)->empty());
}

void TestStudy::samplesAreThoseOpenedLast()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    const StudySamples first{.train = 90, .validation = 10, .test = 20, .basis = "split by name", .digest = "d1"};
    const StudySamples last{.train = 70, .validation = 9, .test = 20, .digest = "d2"};
    {
        const auto study = Study::create(path, samples::spec(), samples::environment());
        CHECK_OK(study);
        CHECK_OK((*study)->setSamples(first, "warm"));
        QVERIFY((*study)->samples().value() == first);
        CHECK_OK((*study)->setSamples(last, "other recipe"));
    }
    const auto again = Study::open(path, StudyAccess::Read);
    CHECK_OK(again);
    QVERIFY((*again)->samples().value() == last);
    QCOMPARE((*again)->samplesDigest("warm").value(), std::string("d1")); // its runs can still go on
    QCOMPARE((*again)->samplesDigest("other recipe").value(), std::string("d2"));
    QVERIFY((*again)->samplesDigest("third").value().empty());
    QCOMPARE(samplesText(first), std::string("90 for training, 10 for validation, 20 for the test; split by name"));
    QCOMPARE(samplesText(last), std::string("70 for training, 9 for validation, 20 for the test"));
}

void TestStudy::closingLeavesOneFile()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    {
        const auto study = Study::create(path, samples::spec(), samples::environment());
        CHECK_OK(study);
        CHECK_OK((*study)->addRun(samples::run(1, "k")));
        QVERIFY(samples::filesIn(folder).contains(QStringLiteral("a.pscope.lock")));
    }
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")});
    {
        const auto study = Study::open(path, StudyAccess::Write);
        CHECK_OK(study);
        CHECK_OK((*study)->addRun(samples::run(2, "l")));
        QCOMPARE((*study)->runs()->size(), std::size_t{2});
    }
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")});
    {
        const auto study = Study::open(path, StudyAccess::Read);
        CHECK_OK(study);
        QCOMPARE((*study)->runs()->size(), std::size_t{2});
        QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")}); // reading leaves no trace
    }
}

void TestStudy::equalTextsAreStoredOnce()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    StudySpec spec = samples::spec();
    spec.board = "# " + std::string(100'000, 'b');
    spec.benchmark = spec.spec = spec.board;
    CHECK_OK(Study::create(path, spec, samples::environment()));
    QVERIFY(std::filesystem::file_size(path) < 250'000);
    QCOMPARE((*Study::open(path, StudyAccess::Read))->spec()->benchmark, spec.board);
}

void TestStudy::epochsAreReplaced()
{
    QTemporaryDir folder;
    const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    CHECK_OK(study);
    CHECK_OK((*study)->addRun(samples::run(1, "k")));
    CHECK_OK((*study)->addEpoch(samples::epoch(1, Phase::Search, 1)));
    CHECK_OK((*study)->addEpoch(samples::epoch(1, Phase::Search, 0)));
    EpochReport again = samples::epoch(1, Phase::Search, 1);
    again.termLosses = {5};
    again.quality = 0.9;
    CHECK_OK((*study)->addEpoch(again));
    const auto history = (*study)->history(RunId{1});
    CHECK_OK(history);
    QCOMPARE(history->size(), std::size_t{2});
    QCOMPARE((*history)[0].epoch, 0);
    QVERIFY(samples::sameEpoch((*history)[1], again));
}

/// What a run aims at is what its target was changed to last; what it set out for stays.
void TestStudy::steeredTargetsAreTold()
{
    QTemporaryDir folder;
    const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    CHECK_OK(study);
    CHECK_OK((*study)->addRun(samples::run(1, "one")));
    CHECK_OK((*study)->addRun(samples::run(2, "two")));
    SteeringChanged change = samples::steering(1);
    change.key = "target.macs";
    // Heard later, but of an earlier step: a run that went on behind a checkpoint hears the stored one again after it.
    for (const auto &[step, value] : {std::pair{20, 600.0}, {5, 700.0}}) {
        change.step = step;
        change.newValue = value;
        CHECK_OK((*study)->addSteering(change));
    }
    const auto runs = (*study)->runs().value();
    QCOMPARE(runs[0].outline->targets[1].now(), 600.0);
    QCOMPARE(runs[0].outline->targets[1].planned, 1.0 / 3);
    QCOMPARE(runs[0].outline->targets[0].now(), 1334.5);
    QVERIFY(runs[1].outline == samples::outline());

    RunOutline other;
    other.epochs = 4;
    CHECK_OK((*study)->setOutline(RunId{1}, other));
    QVERIFY((*study)->runs()->front().outline == other);
    QVERIFY(!(*study)->setOutline(RunId{7}, other).ok());
}

void TestStudy::removedRunsLeaveNothing()
{
    QTemporaryDir folder;
    const auto fill = [](Study &study, int id, const char *key) {
        CHECK_OK(study.addRun(samples::run(id, key)));
        CHECK_OK(study.addEpoch(samples::epoch(id, Phase::Search, 0)));
        CHECK_OK(study.addSteering(samples::steering(id)));
        CHECK_OK(study.addCandidate(samples::candidate(id), samples::costs(), true));
        CHECK_OK(study.setRunState(RunId{id}, RunState::Done, ""));
    };
    const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    CHECK_OK(study);
    fill(**study, 1, "one");
    const auto before = (*study)->digest();
    CHECK_OK(before);
    fill(**study, 2, "two");
    QVERIFY(*(*study)->digest() != *before);
    const CandidateId second = (*study)->candidates()->back().id;
    CHECK_OK((*study)->removeRun(RunId{2}));
    QCOMPARE((*study)->runs()->size(), std::size_t{1});
    StudyRun again = samples::run(2, "two");
    again.outline.reset();
    CHECK_OK((*study)->addRun(again));
    QVERIFY(!(*study)->runs()->back().outline);
    CHECK_OK((*study)->removeRun(RunId{2}));
    QVERIFY((*study)->history(RunId{2})->empty() && (*study)->steering(RunId{2})->empty());
    QCOMPARE((*study)->candidates()->size(), std::size_t{1});
    QVERIFY(!(*study)->weights(second).ok() && !(*study)->network(second).ok() && !(*study)->masks(second).ok());
    QVERIFY((*study)->qualityDetails(second, "test")->confusion.empty());
    QVERIFY((*study)->qualityDetails(second, "test")->measures.empty());
    QCOMPARE(*(*study)->digest(), *before);
    CHECK_OK((*study)->network((*study)->candidates()->front().id)); // its text is shared, and is still there
    fill(**study, 2, "two");
    QVERIFY((*study)->candidates()->back().id > second); // numbers are never given twice
    CHECK_OK((*study)->removeRun(RunId{9}));             // nothing to forget is no mistake
}

void TestStudy::specCanBeReplaced()
{
    QTemporaryDir folder;
    const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    CHECK_OK(study);
    StudySpec more = samples::spec();
    more.spec = "objective: [weights, macs]\n";
    more.seedCosts = {{"ram", 5}};
    CHECK_OK((*study)->setSpec(more));
    QCOMPARE((*study)->spec()->spec, more.spec);
    QVERIFY((*study)->spec()->seedCosts == more.seedCosts);
    QCOMPARE((*study)->environment()->threads, 2);
}

void TestStudy::mistakesAreErrors()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    {
        const auto study = Study::create(path, samples::spec(), samples::environment());
        CHECK_OK(study);
        CHECK_OK((*study)->addRun(samples::run(1, "k")));
        QVERIFY(!(*study)->addRun(samples::run(1, "other")).ok());
        QVERIFY(!(*study)->addRun(samples::run(2, "k")).ok());
        QVERIFY(!(*study)->addEpoch(samples::epoch(7, Phase::Search, 0)).ok());
        QVERIFY(!(*study)->addSteering(samples::steering(7)).ok());
        QVERIFY(!(*study)->addCandidate(samples::candidate(7), {}, true).ok());
        QVERIFY(!(*study)->setRunState(RunId{7}, RunState::Done, "").ok());
        QVERIFY(!(*study)->network(CandidateId{7}).ok());
        CHECK_OK((*study)->addRun(samples::run(2, "l"))); // and none of them left anything half done
    }
    const auto reader = Study::open(path, StudyAccess::Read);
    CHECK_OK(reader);
    QVERIFY(!(*reader)->addRun(samples::run(3, "m")).ok());
    QCOMPARE((*reader)->runs()->size(), std::size_t{2});
}

void TestStudy::createRefuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("exists") << "old.pscope" << int(ErrorCode::InvalidInput) << "already exists";
    QTest::newRow("no folder") << "no/where/a.pscope" << int(ErrorCode::Io) << "no folder";
    QTest::newRow("folder is a file") << "old.pscope/a.pscope" << int(ErrorCode::Io) << "no folder";
    QTest::newRow("is a folder") << "." << int(ErrorCode::InvalidInput) << "already exists";
    QTest::newRow("not writable") << "/proc/a.pscope" << int(ErrorCode::Io) << "cannot be locked";
}

void TestStudy::createRefuses()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    QFETCH(QString, says);
    QTemporaryDir folder;
    std::ofstream(in(folder, "old.pscope")) << "precious";
    const auto name = QDir(folder.path()).filePath(path).toStdString();
    const auto study = Study::create(name, samples::spec(), samples::environment());
    QVERIFY(!study.ok());
    QCOMPARE(int(study.error().code), code);
    QCOMPARE(study.error().place.file, name);
    QVERIFY2(study.error().message.find(says.toStdString()) != std::string::npos, study.error().message.c_str());
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("old.pscope")});
    QCOMPARE(std::filesystem::file_size(in(folder, "old.pscope")), std::uintmax_t{8});
}

void TestStudy::fullDiskAtCreation()
{
    for (const rlim_t bytes : {0, 100, 5000, 30'000}) {
        QTemporaryDir folder;
        {
            const SmallDisk small(bytes);
            const auto study = Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
            QVERIFY(!study.ok());
            QCOMPARE(study.error().code, ErrorCode::Io);
            QCOMPARE(study.error().place.file, in(folder, "a.pscope").string());
        }
        QCOMPARE(samples::filesIn(folder), QStringList());
    }
}

void TestStudy::fullDiskLater()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    CHECK_OK(samples::writeStudy(path));
    const Candidate large = samples::largeCandidate(1);
    {
        const auto study = Study::open(path, StudyAccess::Write);
        CHECK_OK(study);
        const auto digest = (*study)->digest();
        {
            const SmallDisk small(500'000);
            for (int attempt = 0; attempt < 3; ++attempt) {
                const auto added = (*study)->addCandidate(large, samples::costs(), true);
                QVERIFY(!added.ok());
                QCOMPARE(added.error().code, ErrorCode::Io);
                QVERIFY(!(*study)->putWarmUp("other", *large.weights, 1).ok());
            }
            QCOMPARE(*(*study)->digest(), *digest);
            CHECK_OK((*study)->addEpoch(samples::epoch(1, Phase::FineTune, 0))); // a small thing still fits
        }
        CHECK_OK((*study)->addCandidate(large, samples::costs(), true)); // space was freed
    }
    const auto study = Study::open(path, StudyAccess::Read);
    CHECK_OK(study);
    QCOMPARE((*study)->candidates()->size(), std::size_t{2});
    QVERIFY(*(*study)->weights((*study)->candidates()->back().id) == *large.weights);
    QCOMPARE((*study)->history(RunId{1})->size(), std::size_t{4});
}

void TestStudy::copies()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    CHECK_OK(samples::writeStudy(path));
    const auto study = Study::open(path, StudyAccess::Write);
    CHECK_OK(study);
    CHECK_OK((*study)->addRun(samples::run(2, "later"))); // only in the write-ahead log so far
    CHECK_OK((*study)->saveCopy(in(folder, "b.pscope")));
    CHECK_OK((*study)->saveCopy(in(folder, "b.pscope"))); // replaces
    QVERIFY(!(*study)->saveCopy(path).ok());
    QVERIFY(!(*study)->saveCopy(in(folder, "no/b.pscope")).ok());
    QVERIFY(!(*study)->saveCopy(folder.path().toStdString()).ok());
    const auto copy = Study::open(in(folder, "b.pscope"), StudyAccess::Read);
    CHECK_OK(copy);
    QCOMPARE((*copy)->runs()->size(), std::size_t{2});
    QCOMPARE(*(*copy)->digest(), *(*study)->digest());
    for (const QString &name : samples::filesIn(folder))
        QVERIFY2(!name.contains(QStringLiteral("b.pscope")) || name == QStringLiteral("b.pscope"), qPrintable(name));
    {
        const auto other = Study::open(in(folder, "b.pscope"), StudyAccess::Write);
        CHECK_OK(other);
        const auto refused = (*study)->saveCopy(in(folder, "b.pscope"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Locked);
    }
    {
        const SmallDisk small(20'000);
        const auto failed = (*study)->saveCopy(in(folder, "c.pscope"));
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().code, ErrorCode::Io);
    }
    QVERIFY(!samples::filesIn(folder).join(QLatin1Char(' ')).contains(QStringLiteral("c.pscope")));
}

QTEST_APPLESS_MAIN(TestStudy)
#include "tst_study.moc"
