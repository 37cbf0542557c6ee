// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The digest: blind to order, numbers, names and time; changed by every value that was computed.
#include "tests/core/study/study_samples.h"

#include <functional>

using namespace dnas;
using samples::in;

namespace {

/// Everything that goes into a study of one run, to be changed before it is written.
struct Content {
    StudySpec spec = samples::spec();
    StudyEnvironment environment = samples::environment();
    StudyRun run = samples::run(1, "key");
    RunState state = RunState::Done;
    std::vector<EpochReport> epochs{samples::epoch(1, Phase::WarmUp, 0), samples::epoch(1, Phase::Search, 0)};
    std::vector<SteeringChanged> steering{samples::steering(1)};
    Candidate candidate = samples::candidate(1);
    CostSet costs = samples::costs();
    bool feasible = true;
};
using Change = std::function<void(Content &)>;

Result<std::string> digestOf(const Content &content)
{
    QTemporaryDir folder;
    const auto study = Study::create(in(folder, "a.pscope"), content.spec, content.environment);
    if (!study.ok())
        return study.error();
    Result<void> status = (*study)->addRun(content.run);
    for (const EpochReport &epoch : content.epochs)
        if (status.ok())
            status = (*study)->addEpoch(epoch);
    for (const SteeringChanged &change : content.steering)
        if (status.ok())
            status = (*study)->addSteering(change);
    if (status.ok())
        status = (*study)->setRunState(content.run.id, content.state, content.run.reason);
    if (!status.ok())
        return status.error();
    if (const auto added = (*study)->addCandidate(content.candidate, content.costs, content.feasible); !added.ok())
        return added.error();
    return (*study)->digest();
}

void bump(double &value) { value = std::nextafter(value, 1e9); } // one unit in the last place

WeightStore changedWeights(const Candidate &candidate)
{
    WeightStore weights = *candidate.weights;
    weights.at("fc.bias").values[3] = std::nextafter(1.0F, 2.0F);
    return weights;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestStudyDigest : public QObject {
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void orderDoesNotMatter();
    void unfinishedRunsDoNotCount();
    void aSweepExtendedLaterIsTheSame();
    void survivesReopening();
};

void TestStudyDigest::changes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("matters");
    const auto matters = [](const char *name, Change change) {
        QTest::newRow(name) << std::move(change) << true;
    };
    const auto ignored = [](const char *name, Change change) {
        QTest::newRow(name) << std::move(change) << false;
    };
    ignored("nothing", [](Content &) {});
    ignored("seconds", [](Content &c) { c.epochs[1].seconds = 99; });
    ignored("images per second", [](Content &c) { c.epochs[1].imagesPerSecond = 99; });
    ignored("environment", [](Content &c) { c.environment = {"other", "2.0", "9", 2}; });
    ignored("labels", [](Content &c) { c.run.label = c.candidate.label = "other"; });
    ignored("number of the run", [](Content &c) {
        c.run.id = c.candidate.run = c.steering[0].run = c.epochs[0].run = c.epochs[1].run = RunId{5};
    });
    ignored("NaN is NaN", [](Content &c) { c.epochs[1].termLosses[1] = -c.epochs[1].termLosses[1]; });

    matters("benchmark", [](Content &c) { c.spec.benchmark += "#"; });
    matters("seed network", [](Content &c) { c.spec.network += "#"; });
    matters("board", [](Content &c) { c.spec.board += "#"; });
    matters("runtime", [](Content &c) { c.spec.runtime += "x"; });
    matters("point", [](Content &c) { c.spec.point += "x"; });
    matters("seed cost", [](Content &c) { bump(c.spec.seedCosts.at("macs")); });
    matters("key", [](Content &c) { c.run.key += "x"; });
    matters("state", [](Content &c) { c.state = RunState::Stopped; });
    matters("term names", [](Content &c) { c.run.termNames[1] = "ram"; });
    matters("one epoch fewer", [](Content &c) { c.epochs.pop_back(); });
    matters("phase", [](Content &c) { c.epochs[1].phase = Phase::FineTune; });
    matters("epoch", [](Content &c) { c.epochs[1].epoch = 1; });
    matters("epochs", [](Content &c) { c.epochs[1].epochs = 4; });
    matters("task loss", [](Content &c) { bump(c.epochs[1].taskLoss); });
    matters("total loss", [](Content &c) { bump(c.epochs[1].totalLoss); });
    matters("train quality", [](Content &c) { bump(c.epochs[1].trainQuality); });
    matters("validation loss", [](Content &c) { c.epochs[1].validationLoss = 0.0; }); // was -0.0
    matters("quality", [](Content &c) { bump(c.epochs[1].quality); });
    matters("learning rate", [](Content &c) { bump(c.epochs[1].learningRate); });
    matters("term loss", [](Content &c) { bump(c.epochs[1].termLosses[0]); });
    matters("strength", [](Content &c) { bump(c.epochs[1].strengths[0]); });
    matters("target", [](Content &c) { bump(c.epochs[1].targets[0]); });
    matters("a target less", [](Content &c) { c.epochs[1].targets.pop_back(); });
    matters("cost of an epoch", [](Content &c) { bump(c.epochs[1].costs.at("macs")); });
    matters("width", [](Content &c) { c.epochs[1].widths[2] = 2; });
    matters("no steering", [](Content &c) { c.steering.clear(); });
    matters("steering phase", [](Content &c) { c.steering[0].phase = Phase::WarmUp; });
    matters("steering epoch", [](Content &c) { c.steering[0].epoch = 0; });
    matters("steering step", [](Content &c) { c.steering[0].step = 18; });
    matters("steering key", [](Content &c) { c.steering[0].key = "strength.ram"; });
    matters("steering old value", [](Content &c) { bump(c.steering[0].oldValue); });
    matters("steering new value", [](Content &c) { bump(c.steering[0].newValue); });
    matters("candidate state", [](Content &c) { c.candidate.state = CandidateState::Dropped; });
    matters("is seed", [](Content &c) { c.candidate.isSeed = true; });
    matters("feasible", [](Content &c) { c.feasible = false; });
    matters("network", [](Content &c) { c.candidate.network.layers[1].channels = 3; });
    matters("mask", [](Content &c) { c.candidate.masks[0][1] = 1; });
    matters("weight",
            [](Content &c) { c.candidate.weights = std::make_shared<WeightStore>(changedWeights(c.candidate)); });
    matters("no weights", [](Content &c) { c.candidate.weights = nullptr; });
    matters("validation quality", [](Content &c) { bump(c.candidate.quality); });
    matters("test quality", [](Content &c) { bump(c.candidate.testQuality); });
    matters("validation loss of candidate", [](Content &c) { bump(c.candidate.validationLoss); });
    matters("test loss", [](Content &c) { bump(c.candidate.testLoss); });
    matters("quality metric", [](Content &c) { c.candidate.qualityMetric = "auc"; });
    matters("quality precision", [](Content &c) { c.candidate.qualityPrecision = "int8"; });
    matters("moved channels", [](Content &c) { c.candidate.movedChannels = 3; });
    matters("cost", [](Content &c) { bump(c.costs.at("energy").value); });
    matters("cost origin", [](Content &c) { c.costs.at("energy").origin = Origin::Measured; });
    matters("cost error", [](Content &c) { c.costs.at("latency").errorPercent = 8; });
    matters("cost error gone", [](Content &c) { c.costs.at("latency").errorPercent.reset(); });
    matters("cost gone", [](Content &c) { c.costs.erase("energy"); });
}

void TestStudyDigest::changes()
{
    QFETCH(Change, change);
    QFETCH(bool, matters);
    Content content;
    static const Result<std::string> before = digestOf(content);
    CHECK_OK(before);
    QCOMPARE(before->size(), std::size_t{64});
    change(content);
    const auto after = digestOf(content);
    CHECK_OK(after);
    QCOMPARE(*before != *after, matters);
}

void TestStudyDigest::orderDoesNotMatter()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const std::vector<int> &order, int firstId) -> Result<std::string> {
        const auto study = Study::create(in(folder, name), samples::spec(), samples::environment());
        if (!study.ok())
            return study.error();
        std::vector<Result<void>> all;
        int id = firstId;
        // All runs at once, an epoch each in turn, as workers would do it.
        for (const int which : order)
            all.push_back((*study)->addRun(samples::run(which + firstId, "key " + std::to_string(which))));
        for (int number = 0; number < 2; ++number)
            for (const int which : order) {
                EpochReport epoch = samples::epoch(which + firstId, Phase::Search, number);
                epoch.quality = 0.1 * which;
                epoch.seconds = ++id;
                all.push_back((*study)->addEpoch(epoch));
            }
        for (const int which : order) {
            Candidate candidate = samples::candidate(which + firstId);
            candidate.quality = 0.1 * which;
            const auto added = (*study)->addCandidate(candidate, samples::costs(), true);
            all.push_back(added.ok() ? Result<void>() : Result<void>(added.error()));
            all.push_back((*study)->setRunState(RunId{which + firstId}, RunState::Done, ""));
        }
        for (const auto &result : all)
            if (!result.ok())
                return result.error();
        return (*study)->digest();
    };
    const auto one = write("a.pscope", {0, 1, 2}, 1);
    const auto two = write("b.pscope", {2, 0, 1}, 40);
    CHECK_OK(one);
    CHECK_OK(two);
    QCOMPARE(*one, *two);
}

void TestStudyDigest::unfinishedRunsDoNotCount()
{
    QTemporaryDir folder;
    CHECK_OK(samples::writeStudy(in(folder, "a.pscope")));
    const auto study = Study::open(in(folder, "a.pscope"), StudyAccess::Write);
    CHECK_OK(study);
    const auto before = (*study)->digest();
    CHECK_OK((*study)->addRun(samples::run(2, "two")));
    CHECK_OK((*study)->addEpoch(samples::epoch(2, Phase::Search, 0)));
    QCOMPARE(*(*study)->digest(), *before); // running
    CHECK_OK((*study)->setRunState(RunId{2}, RunState::Aborted, ""));
    QCOMPARE(*(*study)->digest(), *before);
    std::string last = *before;
    for (const RunState state : {RunState::Done, RunState::Stopped, RunState::Failed}) {
        CHECK_OK((*study)->setRunState(RunId{2}, state, "why"));
        QVERIFY(*(*study)->digest() != last);
        last = *(*study)->digest();
        QCOMPARE((*study)->runDigests()->size(), std::size_t{2});
    }
}

void TestStudyDigest::aSweepExtendedLaterIsTheSame()
{
    QTemporaryDir folder;
    const auto runOne = [](Study &study, int id, const char *key) {
        CHECK_OK(study.addRun(samples::run(id, key)));
        CHECK_OK(study.addEpoch(samples::epoch(id, Phase::Search, 0)));
        CHECK_OK(study.addCandidate(samples::candidate(id), samples::costs(), true));
        CHECK_OK(study.setRunState(RunId{id}, RunState::Done, ""));
    };
    StudySpec small = samples::spec();
    small.spec = "targets: [75 %]\n";
    StudySpec large = small;
    large.spec = "targets: [50 %, 75 %]\n";
    const auto atOnce = Study::create(in(folder, "a.pscope"), large, samples::environment());
    const auto inTwo = Study::create(in(folder, "b.pscope"), small, samples::environment());
    CHECK_OK(atOnce);
    CHECK_OK(inTwo);
    runOne(**atOnce, 1, "50");
    runOne(**atOnce, 2, "75");
    runOne(**inTwo, 1, "75");
    const auto first = (*inTwo)->runDigests();
    CHECK_OK((*inTwo)->setSpec(large));
    runOne(**inTwo, 2, "50");
    QCOMPARE(*(*atOnce)->digest(), *(*inTwo)->digest());
    QVERIFY(*(*atOnce)->runDigests() == *(*inTwo)->runDigests());
    QCOMPARE((*inTwo)->runDigests()->at("75"), first->at("75"));
}

void TestStudyDigest::survivesReopening()
{
    QTemporaryDir folder;
    Content content;
    std::string before;
    {
        const auto study = Study::create(in(folder, "a.pscope"), content.spec, content.environment);
        CHECK_OK(study);
        CHECK_OK((*study)->addRun(content.run));
        CHECK_OK((*study)->addEpoch(content.epochs[1]));
        CHECK_OK((*study)->setRunState(RunId{1}, RunState::Done, ""));
        before = *(*study)->digest();
    }
    QCOMPARE(*(*Study::open(in(folder, "a.pscope"), StudyAccess::Read))->digest(), before);
}

QTEST_APPLESS_MAIN(TestStudyDigest)
#include "tst_study_digest.moc"
