// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/default_spec.h"
#include "app/window/search_controller.h"
#include "app/window/search_planner.h"
#include "tests/support/fake_search_engine.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

using paretoscope::SearchController;
using State = SearchController::State;

class TestSearchController : public QObject {
    Q_OBJECT

    std::shared_ptr<const dnas::SearchPlan> m_plan;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<fakes::FakeSearchEngine> m_engine;
    std::unique_ptr<SearchController> m_controller;

    int start(const char *name)
    {
        dnas::SearchOptions options;
        options.output = m_folder->filePath(QString::fromLatin1(name)).toStdString();
        return m_controller->start(m_plan, options);
    }

private slots:
    void initTestCase()
    {
        const auto spec = paretoscope::demoSpec();
        QVERIFY2(spec.ok(), spec.ok() ? "" : spec.error().text().c_str());
        const auto answer = paretoscope::planText(spec.value());
        QVERIFY2(answer.plan != nullptr, answer.error ? answer.error->text().c_str() : "");
        m_plan = answer.plan;
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_shared<fakes::FakeSearchEngine>();
        m_controller = std::make_unique<SearchController>(m_engine);
    }
    void cleanup()
    {
        m_engine->release();
        m_controller.reset();
    }

    void tellsEverythingAndEndsOnce()
    {
        QSignalSpy runs(m_controller.get(), &SearchController::runStarted);
        QSignalSpy runEnds(m_controller.get(), &SearchController::runFinished);
        QSignalSpy epochs(m_controller.get(), &SearchController::epochReported);
        QSignalSpy candidates(m_controller.get(), &SearchController::candidateFound);
        QSignalSpy steps(m_controller.get(), &SearchController::stepReported);
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        QCOMPARE(start("a.pscope"), 1);
        QCOMPARE(m_controller->state(), State::Running);
        QCOMPARE(start("b.pscope"), 0); // one at a time
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        const auto planned = static_cast<int>(m_plan->runs.size());
        QCOMPARE(runs.count(), planned + 2); // the shared warm-up and the seed network
        QCOMPARE(runEnds.count(), planned + 2);
        QCOMPARE(candidates.count(), planned + 1);
        // Warm-up 6, the seed's fine-tuning 6, two phases of 6 for every run.
        QCOMPARE(epochs.count(), 6 + 6 + 12 * planned);
        QVERIFY(steps.count() >= 1); // the last always arrives
        for (const QList<QVariant> &call : std::as_const(epochs))
            QCOMPARE(call[0].toInt(), 1);
        QCOMPARE(m_controller->state(), State::Idle);
        QCOMPARE(start("b.pscope"), 2);
        QVERIFY(finished.wait());
    }

    /// Steps are fetched by a timer; one of a phase whose start still waits in the queue must wait with it.
    void stepsKeepTheirPlace()
    {
        m_engine->script.hold = true;
        std::map<dnas::RunId, dnas::Phase> phases;
        int early = 0;
        int steps = 0;
        connect(m_controller.get(), &SearchController::phaseStarted, this,
                [&](int, const dnas::PhaseStarted &event) { phases[event.run] = event.phase; });
        connect(m_controller.get(), &SearchController::stepReported, this, [&](int, const dnas::StepReport &step) {
            ++steps;
            early += !phases.contains(step.run) || phases[step.run] != step.phase;
        });
        start("a.pscope");
        // No event loop meanwhile: the phases' starts pile up, and the engine stands in the third epoch of a search.
        for (QDeadlineTimer limit(20000); !m_engine->holding() && !limit.hasExpired();)
            QThread::msleep(5);
        QVERIFY(m_engine->holding());
        auto *timer = m_controller->findChild<QTimer *>();
        QVERIFY(timer);
        QTimerEvent tick(timer->timerId());
        QCoreApplication::sendEvent(timer, &tick);
        QCOMPARE(early, 0);
        QTRY_VERIFY(steps > 0); // delivered with the rest
        m_engine->release();
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        QVERIFY(finished.wait());
        QCOMPARE(early, 0);
    }

    void pausesAndResumes()
    {
        m_engine->script.hold = true;
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        start("a.pscope");
        QTRY_VERIFY(m_engine->holding());
        m_controller->pause();
        QCOMPARE(m_controller->state(), State::Paused);
        QTRY_VERIFY(m_engine->waitingInPause());
        m_engine->release(); // a paused engine does not go on
        QVERIFY(m_engine->waitingInPause());
        m_controller->resume();
        QCOMPARE(m_controller->state(), State::Running);
        QVERIFY(finished.wait());
    }

    void steers()
    {
        m_engine->script.hold = true;
        QSignalSpy steering(m_controller.get(), &SearchController::steeringChanged);
        start("a.pscope");
        QTRY_VERIFY(m_engine->holding());
        m_controller->steer({{}, "strength.weights", 0.25});
        QTRY_COMPARE(steering.count(), 1);
        const auto change = steering[0][1].value<dnas::SteeringChanged>();
        QCOMPARE(change.key, std::string("strength.weights"));
        QCOMPARE(change.newValue, 0.25);
    }

    void stopKeepsAndAbortDrops_data()
    {
        QTest::addColumn<bool>("abort");
        QTest::addColumn<int>("candidates");
        QTest::addColumn<int>("reason");
        QTest::newRow("stop") << false << 2
                              << static_cast<int>(dnas::FinishReason::Stopped); // the seed's and the running one
        QTest::newRow("abort") << true << 1 << static_cast<int>(dnas::FinishReason::Aborted); // the seed's
    }
    void stopKeepsAndAbortDrops()
    {
        QFETCH(bool, abort);
        m_engine->script.hold = true;
        QSignalSpy candidates(m_controller.get(), &SearchController::candidateFound);
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        start("a.pscope");
        QTRY_VERIFY(m_engine->holding());
        m_controller->pause(); // a stop ends a pause
        if (abort)
            m_controller->abort();
        else
            m_controller->stop();
        QCOMPARE(m_controller->state(), State::Stopping);
        QVERIFY(finished.wait());
        QTEST(static_cast<int>(candidates.count()), "candidates");
        QTEST(static_cast<int>(finished[0][1].value<paretoscope::SearchOutcome>().summary->reason), "reason");
    }

    void dropsLateEventsOfAnAbandonedSession()
    {
        m_engine->script = {.epochs = 6, .hold = true, .deaf = true, .error = {}, .failedRun = {}};
        QSignalSpy epochs(m_controller.get(), &SearchController::epochReported);
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        start("old.pscope");
        QTRY_VERIFY(m_engine->holding());
        m_controller->abandon();
        QCOMPARE(m_controller->state(), State::Idle);
        QCoreApplication::sendPostedEvents(); // what was under way already
        epochs.clear();
        m_engine->script = {};
        m_engine->script.error = dnas::ioError("the new one ends at once");
        const int second = start("new.pscope");
        QVERIFY(second > 1);
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].toInt(), second);
        m_engine->release(); // now the old one talks again, and ends
        QTRY_COMPARE(m_engine->ended(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(epochs.count(), 0);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(m_controller->state(), State::Idle);
    }

    void anErrorOfTheEngineArrives()
    {
        m_engine->script.error = dnas::ioError("No space left", {"study.pscope", 0, {}});
        QSignalSpy finished(m_controller.get(), &SearchController::finished);
        start("a.pscope");
        QVERIFY(finished.wait());
        const auto outcome = finished[0][1].value<paretoscope::SearchOutcome>();
        QVERIFY(outcome.error && !outcome.summary);
        QCOMPARE(outcome.error->text(), std::string("study.pscope: No space left"));
    }

    void canBeDestroyedWhileRunning()
    {
        m_engine->script.hold = true;
        start("a.pscope");
        QTRY_VERIFY(m_engine->holding());
        m_controller->pause();
        m_controller.reset();
        QCOMPARE(m_engine->ended(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchController)
#include "tst_search_controller.moc"
