// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When a change of a strength does nothing any more, also in a study that is continued.
#include "app/window/pages/steering_obstacle.h"
#include "core/spec/search_spec.h"

#include <QTest>

using namespace paretoscope;
using dnas::Phase;
using dnas::RunState;
using State = SearchController::State;

namespace {

/// Null when the spec cannot be read or planned.
std::shared_ptr<const dnas::SearchPlan> planOf(const char *yaml)
{
    const auto spec = dnas::parseSpec(yaml, "test.yaml");
    if (!spec.ok())
        return nullptr;
    auto plan = dnas::planSearch(spec.value());
    return plan.ok() ? std::make_shared<const dnas::SearchPlan>(std::move(plan).value()) : nullptr;
}

} // namespace

class TestSteeringObstacle : public QObject {
    Q_OBJECT

private slots:
    void ofARun_data()
    {
        QTest::addColumn<RunState>("stored");
        QTest::addColumn<State>("search");
        QTest::addColumn<int>("phase"); // -1: not heard of
        QTest::addColumn<bool>("finished");
        QTest::addColumn<QString>("says"); // a part; empty: it can be steered
        const int none = -1;
        const int search = static_cast<int>(Phase::Search);
        const int fineTune = static_cast<int>(Phase::FineTune);
        QTest::newRow("no search") << RunState::Running << State::Idle << search << false << "No search";
        QTest::newRow("searching") << RunState::Running << State::Running << search << false << "";
        QTest::newRow("paused") << RunState::Running << State::Paused << search << false << "";
        QTest::newRow("stopping") << RunState::Running << State::Stopping << search << false << "about to end";
        QTest::newRow("fine-tuning") << RunState::Running << State::Running << fineTune << false << "is found";
        QTest::newRow("done before") << RunState::Done << State::Running << none << false << "has ended";
        // What a continued study runs again.
        for (const RunState state : {RunState::Running, RunState::Stopped, RunState::Failed, RunState::Aborted}) {
            const QByteArray name = dnas::runStateName(state);
            QTest::newRow(("stored as " + name).constData()) << state << State::Running << none << false << "";
            QTest::newRow(("again, stored as " + name).constData()) << state << State::Running << search << false << "";
            QTest::newRow(("ended now, " + name).constData())
                << state << State::Running << search << true << "has ended";
        }
    }
    void ofARun()
    {
        QFETCH(RunState, stored);
        QFETCH(State, search);
        QFETCH(int, phase);
        QFETCH(bool, finished);
        QFETCH(QString, says);
        const dnas::StudyRun run{{3}, "key", "label", stored, {}, {}};
        SessionRuns session;
        if (phase >= 0)
            session.phases[run.id] = static_cast<Phase>(phase);
        if (finished)
            session.finished.insert(run.id);
        const QString text = steeringObstacle(run, session, search);
        QCOMPARE(text.isEmpty(), says.isEmpty());
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void ofABaseline()
    {
        dnas::StudyRun run{{3}, "key", "label", RunState::Running, {}, {"weights"}};
        run.outline.emplace().method = dnas::Method::RandomWidths;
        SessionRuns session;
        session.phases[run.id] = Phase::WarmUp;
        QVERIFY(steeringObstacle(run, session, State::Running).contains(QStringLiteral("Nothing is searched")));
    }

    void baselinesDoNotCountAmongAllRuns()
    {
        const auto shared = planOf("{benchmark: demo, baselines: {magnitude: true}, "
                                   "objective: [{metric: weights, target: 50%}]}");
        QVERIFY(shared);
        QCOMPARE(shared->runs.size(), std::size_t(2));
        StudyDocument document;
        document.beginLive(shared, "study.pscope");
        const SessionRuns session;
        QVERIFY(anyRunCanBeSteered(document, session, State::Running));
        document.addRun({{1}, shared->runs[0].key, "one", {}, {}});
        document.finishRun({{1}, dnas::FinishReason::Done, {}});
        QVERIFY(!anyRunCanBeSteered(document, session, State::Running));
    }

    void ofAllRuns()
    {
        const auto shared = planOf("benchmark: demo\nboard: generic\nobjective:\n"
                                   "  - {metric: weights, target: [75%, 50%]}\n");
        QVERIFY(shared);
        QCOMPARE(shared->runs.size(), std::size_t(2));
        StudyDocument document;
        document.beginLive(shared, "study.pscope");
        SessionRuns session;
        QVERIFY(anyRunCanBeSteered(document, session, State::Running)); // both are to come
        document.addRun({{1}, shared->runs[0].key, "one", {}, {}});
        document.finishRun({{1}, dnas::FinishReason::Done, {}});
        QVERIFY(anyRunCanBeSteered(document, session, State::Running));
        // The other was stopped in a former session, and is run again under another number.
        document.addRun({{2}, shared->runs[1].key, "two", {}, {}});
        document.finishRun({{2}, dnas::FinishReason::Stopped, {}});
        QVERIFY(anyRunCanBeSteered(document, session, State::Running));
        document.addRun({{3}, shared->runs[1].key, "two", {}, {}});
        QVERIFY(anyRunCanBeSteered(document, session, State::Running));
        document.finishRun({{3}, dnas::FinishReason::Failed, {}});
        session.finished.insert(dnas::RunId{3});
        QVERIFY(!anyRunCanBeSteered(document, session, State::Running));
    }
};

QTEST_GUILESS_MAIN(TestSteeringObstacle)
#include "tst_steering_obstacle.moc"
