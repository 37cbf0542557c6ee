// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program, killed and stopped, and gone on with: the study is that of an undisturbed search, to the bit.
// PARETOSCOPE_TEST_KILLS says how many kills to try (3).
#include "tests/app/tiny_search.h"

#include <QRandomGenerator>
#include <QScopeGuard>

class TestCliResume : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_search.prepare("[60%, 30%]", "{warm_up: 2, search: 3, fine_tune: 2}"));
        QElapsedTimer clock;
        clock.start();
        const Outcome run = m_search.run(QStringLiteral("whole.pscope"));
        QVERIFY2(run.exitCode == 0, run.said().constData());
        m_milliseconds = static_cast<int>(clock.elapsed());
        m_digest = m_search.digest(QStringLiteral("whole.pscope"));
        QVERIFY(!m_digest.isEmpty());
    }

    /// One search, killed at random moments until it has come to its end.
    void killedAtAnyMoment()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("PARETOSCOPE_TEST_KILLS", &given);
        const int wanted = given ? asked : 3;
        QRandomGenerator random(7);
        int kills = 0;
        for (int round = 0; kills < wanted; ++round) {
            const QString study = QStringLiteral("killed%1.pscope").arg(round);
            for (bool done = false; !done;) {
                const auto process = m_search.start(study, {QStringLiteral("--jobs"), QString::number(1 + kills % 2)});
                // Loading takes a part of the time, so an early kill hits it.
                if (kills < wanted && !process->waitForFinished(random.bounded(50, m_milliseconds))) {
                    process->kill();
                    ++kills;
                }
                QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(240000));
                done = process->exitStatus() == QProcess::NormalExit;
                if (done)
                    QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            }
            QCOMPARE(m_search.digest(study), m_digest);
        }
        qInfo("%d kills", kills);
    }

    void stoppedAndResumed()
    {
        const QString study = QStringLiteral("stopped.pscope");
        const auto process = m_search.start(study);
        QVERIFY(!TinySearch::waitFor(*process, "search   2/3").isNull());
        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
        QVERIFY(process->waitForFinished(120000));
        QCOMPARE(process->exitCode(), 130);
        QVERIFY(process->readAllStandardError().contains("goes on from the last epoch"));
        const Outcome rest = m_search.run(study, {QStringLiteral("--resume")});
        QVERIFY2(rest.exitCode == 0, rest.said().constData());
        QVERIFY2(rest.err.contains("goes on behind epoch"), rest.said().constData());
        QVERIFY(!rest.err.contains("warm-up   1/2"));
        QCOMPARE(m_search.digest(study), m_digest);
    }

    void secondProcessIsTold()
    {
        const QString study = QStringLiteral("two.pscope");
        const auto process = m_search.start(study);
        QVERIFY(!TinySearch::waitFor(*process, "warm-up   1/2").isNull());
        // Held, so that it cannot end before the second one has looked, however busy the machine is.
        const auto first = static_cast<pid_t>(process->processId());
        QCOMPARE(::kill(first, SIGSTOP), 0);
        auto goOn = qScopeGuard([first] { ::kill(first, SIGCONT); });
        const Outcome second = m_search.run(study);
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains("is written by process"), second.said().constData());
        const Outcome fork = dnasRun(
            {QStringLiteral("fork"), m_search.file(study), QStringLiteral("2"), QStringLiteral("target.weights=9000")});
        QCOMPARE(fork.exitCode, 1);
        goOn.dismiss();
        QCOMPARE(::kill(first, SIGCONT), 0);
        QVERIFY(process->waitForFinished(240000));
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(m_search.digest(study), m_digest);
    }

    void resumeWithAnotherSpecIsRefused()
    {
        const TinySearch other;
        QVERIFY(other.prepare("[60%, 30%]", "{warm_up: 2, search: 30, fine_tune: 2}"));
        const QString study = QStringLiteral("other.pscope");
        const auto process = other.start(study);
        QVERIFY(!TinySearch::waitFor(*process, "search   1/30").isNull());
        process->kill();
        QVERIFY(process->waitForFinished(60000));
        QVERIFY(other.prepare("[60%, 30%]", "{warm_up: 2, search: 3, fine_tune: 2}"));
        const Outcome refused = other.run(study, {QStringLiteral("--resume")});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.errorLines(), 1);
        QVERIFY2(refused.err.contains("phases.search is 30 there and 3 here"), refused.said().constData());
    }

private:
    TinySearch m_search;
    QString m_digest;
    int m_milliseconds = 0;
};

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_cli_resume.moc"
