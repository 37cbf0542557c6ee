// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recorder between a search and its listener: everything is stored, then passed on, whatever fails.
#include "core/study/study_recorder.h"
#include "tests/core/study/small_disk.h"
#include "tests/core/study/study_samples.h"

using namespace dnas;
using samples::in;

namespace {

/// Notes what it hears, and what the study held at that moment.
class Listener : public SearchObserver {
public:
    std::shared_ptr<Study> study;
    QStringList heard;
    void onRunStarted(const RunStarted &) override { note("run", study->runs()->size()); }
    void onPhaseStarted(const PhaseStarted &) override { note("phase", 0); }
    void onStep(const StepReport &) override { note("step", 0); }
    void onEpoch(const EpochReport &e) override { note("epoch", study->history(e.run)->size()); }
    void onSteering(const SteeringChanged &e) override { note("steering", study->steering(e.run)->size()); }
    void onCandidate(const CandidateFound &) override { note("candidate", study->candidates()->size()); }
    void onFinished(const SearchFinished &e) override { note(finishReasonName(e.reason), study->runs()->size()); }
    void onNotice(const Notice &e) override
    {
        notices << QString::fromStdString(e.text);
        if (whenNoticed)
            whenNoticed();
    }
    QStringList notices;
    std::function<void()> whenNoticed;

private:
    void note(const char *what, std::size_t stored)
    {
        heard << QStringLiteral("%1 %2").arg(QString::fromLatin1(what)).arg(stored);
    }
};

std::pair<CostSet, bool> costsOf(const Candidate &candidate) { return {samples::costs(), candidate.movedChannels < 2}; }

constexpr rlim_t kSmall = 500'000; // bytes: a small study fits, a large candidate does not
const StopToken neverStops;
constexpr StudyRecorder::Patience kHasty{std::chrono::milliseconds(1), std::chrono::milliseconds(4),
                                         std::chrono::milliseconds(40)};

RunStarted started(int id, const std::string &key)
{
    return {RunId{id}, key, "label", {"weights"}, samples::outline()};
}

} // namespace

class TestStudyRecorder : public QObject {
    Q_OBJECT

private slots:
    void storesThenPassesOn();
    void everyReasonHasAState();
    void firstErrorIsKeptAndTheSearchGoesOn();
    void interruptedRunsBeginAnew();
    void waitsForRoomOnTheDisk();
    void stopEndsTheWaiting();
    void patienceEnds();
};

void TestStudyRecorder::storesThenPassesOn()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops);
    recorder.onRunStarted(started(1, "k"));
    recorder.onPhaseStarted({RunId{1}, Phase::Search, 1, 1});
    recorder.onStep({});
    recorder.onEpoch(samples::epoch(1, Phase::Search, 0));
    recorder.onSteering(samples::steering(1));
    recorder.onCandidate({std::make_shared<Candidate>(samples::candidate(1))});
    recorder.onFinished({RunId{1}, FinishReason::Done, std::nullopt});
    CHECK_OK(recorder.status());
    const QStringList wanted{QStringLiteral("run 1"),   QStringLiteral("phase 0"),    QStringLiteral("step 0"),
                             QStringLiteral("epoch 1"), QStringLiteral("steering 1"), QStringLiteral("candidate 1"),
                             QStringLiteral("done 1")};
    QCOMPARE(listener.heard, wanted);
    const auto candidates = listener.study->candidates();
    QVERIFY(!candidates->front().feasible);
    QCOMPARE(candidates->front().costs.size(), std::size_t{3});
    QVERIFY(listener.study->runs()->front().termNames == std::vector<std::string>{"weights"});
    QVERIFY(listener.study->runs()->front().outline == samples::outline());
}

void TestStudyRecorder::everyReasonHasAState()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops);
    int id = 0;
    for (const FinishReason reason :
         {FinishReason::Done, FinishReason::Stopped, FinishReason::Aborted, FinishReason::Failed}) {
        ++id;
        recorder.onRunStarted(started(id, "k" + std::to_string(id)));
        SearchFinished finished{RunId{id}, reason, std::nullopt};
        if (reason == FinishReason::Failed)
            finished.error = invalidInput("loss is NaN");
        recorder.onFinished(finished);
        QCOMPARE(runStateName(listener.study->runs()->back().state), finishReasonName(reason));
    }
    QVERIFY(listener.study->runs()->back().reason.find("loss is NaN") != std::string::npos);
    CHECK_OK(recorder.status());
}

void TestStudyRecorder::firstErrorIsKeptAndTheSearchGoesOn()
{
    QTemporaryDir folder;
    CHECK_OK(samples::writeStudy(in(folder, "a.pscope")));
    Listener listener;
    listener.study = *Study::open(in(folder, "a.pscope"), StudyAccess::Write);
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops);
    recorder.onRunStarted(started(2, "k"));
    recorder.onEpoch(samples::epoch(7, Phase::Search, 0)); // no such run
    recorder.onCandidate({std::make_shared<Candidate>(samples::candidate(8))});
    QVERIFY(!recorder.status().ok());
    QVERIFY(recorder.status().error().message.find("run 7") != std::string::npos);
    recorder.onEpoch(samples::epoch(2, Phase::Search, 0));
    QCOMPARE(listener.study->history(RunId{2})->size(), std::size_t{1});
    QCOMPARE(listener.heard.size(), 4);
}

void TestStudyRecorder::interruptedRunsBeginAnew()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops);
    recorder.onRunStarted(started(0, "shared"));
    recorder.onEpoch(samples::epoch(0, Phase::WarmUp, 0));
    recorder.onRunStarted(started(0, "shared")); // was killed in between
    QVERIFY(listener.study->history(kSharedRun)->empty());
    recorder.onEpoch(samples::epoch(0, Phase::WarmUp, 0));
    recorder.onFinished({kSharedRun, FinishReason::Done, std::nullopt});
    recorder.onRunStarted(started(0, "shared")); // used again: what it did is kept
    recorder.onFinished({kSharedRun, FinishReason::Done, std::nullopt});
    QCOMPARE(listener.study->history(kSharedRun)->size(), std::size_t{1});
    QCOMPARE(listener.study->runs()->size(), std::size_t{1});
    CHECK_OK(recorder.status());
    // What a stopped run had found stays until there is something else.
    recorder.onRunStarted(started(1, "k"));
    recorder.onEpoch(samples::epoch(1, Phase::Search, 0));
    Candidate first = samples::candidate(1);
    first.state = CandidateState::Stopped;
    recorder.onCandidate({std::make_shared<Candidate>(first)});
    recorder.onFinished({RunId{1}, FinishReason::Stopped, std::nullopt});
    recorder.onRunStarted(started(1, "k"));
    QVERIFY(listener.study->history(RunId{1})->empty());
    QCOMPARE(listener.study->runs()->back().state, RunState::Running);
    QCOMPARE(listener.study->candidates()->size(), std::size_t{1});
    recorder.onCandidate({std::make_shared<Candidate>(samples::candidate(1))});
    QCOMPARE(listener.study->candidates()->size(), std::size_t{1});
    QCOMPARE(listener.study->candidates()->front().state, CandidateState::Done);
    CHECK_OK(recorder.status());
    recorder.onRunStarted(started(0, "another")); // the number is taken
    QVERIFY(!recorder.status().ok());
}

void TestStudyRecorder::waitsForRoomOnTheDisk()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops, kHasty);
    recorder.onRunStarted(started(1, "k"));
    auto disk = std::make_unique<SmallDisk>(kSmall);
    listener.whenNoticed = [&] {
        disk.reset();
    }; // the user has made room
    recorder.onCandidate({std::make_shared<Candidate>(samples::largeCandidate(1))});
    CHECK_OK(recorder.status());
    QCOMPARE(listener.study->candidates()->size(), std::size_t{1});
    QCOMPARE(listener.notices.size(), 2);
    QVERIFY2(listener.notices[0].contains(QStringLiteral("tries again")), qPrintable(listener.notices[0]));
    QVERIFY2(listener.notices[1].contains(QStringLiteral("goes on")), qPrintable(listener.notices[1]));
}

void TestStudyRecorder::stopEndsTheWaiting()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StopToken stop;
    listener.whenNoticed = [&] {
        stop.request(StopRequest::Stop);
    };
    StudyRecorder recorder(listener.study, costsOf, listener, stop, {.first = std::chrono::hours(1)});
    recorder.onRunStarted(started(1, "k"));
    const SmallDisk disk(kSmall);
    recorder.onCandidate({std::make_shared<Candidate>(samples::largeCandidate(1))});
    QVERIFY(!recorder.status().ok());
    QCOMPARE(recorder.status().error().code, ErrorCode::Io);
    QCOMPARE(listener.study->candidates()->size(), std::size_t{0}); // nothing half-written
}

void TestStudyRecorder::patienceEnds()
{
    QTemporaryDir folder;
    Listener listener;
    listener.study = *Study::create(in(folder, "a.pscope"), samples::spec(), samples::environment());
    StudyRecorder recorder(listener.study, costsOf, listener, neverStops, kHasty);
    recorder.onRunStarted(started(1, "k"));
    {
        const SmallDisk disk(kSmall);
        recorder.onCandidate({std::make_shared<Candidate>(samples::largeCandidate(1))});
    }
    QCOMPARE(listener.notices.size(), 1); // said once, not at every attempt
    QVERIFY(!recorder.status().ok());
    // There is room again, but a run that lost its candidate is not done: it must be run again.
    recorder.onFinished({RunId{1}, FinishReason::Done, std::nullopt});
    const auto run = listener.study->runs()->front();
    QCOMPARE(run.state, RunState::Failed);
    QVERIFY2(run.reason.find("not everything was written") != std::string::npos, run.reason.c_str());
    // From now on nothing waits any more.
    const SmallDisk again(kSmall);
    recorder.onRunStarted(started(2, "l"));
    recorder.onCandidate({std::make_shared<Candidate>(samples::largeCandidate(2))});
    QCOMPARE(listener.notices.size(), 1);
}

QTEST_APPLESS_MAIN(TestStudyRecorder)
#include "tst_study_recorder.moc"
