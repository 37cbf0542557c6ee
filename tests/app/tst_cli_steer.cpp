// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `dnas steer` into a search of another process, `dnas search --replay`, `dnas fork`, and what all of them refuse.
#include "tests/app/tiny_search.h"

namespace {

QString text(const char *latin) { return QString::fromLatin1(latin); }

} // namespace

class TestCliSteer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_search.prepare("[60%, 30%]", "{warm_up: 1, search: 40, fine_tune: 1}"));
        // Steered while it runs: run 2 is the first of the plan, behind the warm-up and the seed network.
        const auto process = m_search.start(text("steered.pscope"));
        QVERIFY(!TinySearch::waitFor(*process, "run 2        search   1/40").isNull());
        const Outcome steered = dnas("steer", {text("2"), text("target.weights=40%"), text("strength.weights=2.5"),
                                               text("learning_rate=1e-3"), text("--json")});
        QVERIFY2(steered.exitCode == 0, steered.said().constData());
        QVERIFY(steered.json()[u"applied"].toBool());
        QCOMPARE(steered.json()[u"changes"][u"target.weights"].toDouble(), 0.4 * 30864);
        const Outcome unknown = dnas("steer", {text("2"), text("target.macs=40%")});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains("it has strength.weights, target.weights, learning_rate"),
                 unknown.said().constData());
        const Outcome tooLow = dnas("steer", {text("2"), text("target.weights=50")});
        QCOMPARE(tooLow.exitCode, 2);
        QVERIFY2(tooLow.err.contains("the smallest network of the space has 73"), tooLow.said().constData());
        const Outcome done = dnas("steer", {text("0"), text("learning_rate=1")});
        QCOMPARE(done.exitCode, 2);
        QVERIFY2(done.err.contains("run 0 is done"), done.said().constData());
        QVERIFY(process->waitForFinished(240000));
        QCOMPARE(process->exitCode(), 0);
        m_digest = m_search.digest(text("steered.pscope"));
    }

    void replayIsTheSame()
    {
        const Outcome replay =
            m_search.run(text("again.pscope"), {text("--replay"), m_search.file(text("steered.pscope"))});
        QVERIFY2(replay.exitCode == 0, replay.said().constData());
        QCOMPARE(m_search.digest(text("again.pscope")), m_digest);
        const Outcome plain = m_search.run(text("plain.pscope"));
        QCOMPARE(plain.exitCode, 0);
        QVERIFY(m_search.digest(text("plain.pscope")) != m_digest);
        const Outcome nothing =
            m_search.run(text("nothing.pscope"), {text("--replay"), m_search.file(text("plain.pscope"))});
        QCOMPARE(nothing.exitCode, 2);
        QVERIFY2(nothing.err.contains("nothing was steered"), nothing.said().constData());
        QCOMPARE(m_search.run(text("nothing.pscope"), {text("--replay"), text("/no/such.pscope")}).exitCode, 2);
    }

    void forks()
    {
        QVERIFY(QFile::copy(m_search.file(text("steered.pscope")), m_search.file(text("forked.pscope"))));
        const Outcome fork = dnasRun({text("fork"), m_search.file(text("forked.pscope")), text("3"),
                                      text("target.weights=45%"), text("--json")});
        QVERIFY2(fork.exitCode == 0, fork.said().constData());
        QCOMPARE(fork.json()[u"runs_done"].toInt(), 1);
        const QJsonArray runs = m_search.show(text("forked.pscope"))[u"runs"].toArray();
        QCOMPARE(runs.size(), 5);
        QCOMPARE(runs[4][u"parent"].toInt(), 3);
        QCOMPARE(runs[4][u"parent_phase"].toString(), text("search"));
        QVERIFY(runs[4][u"parent_epoch"].toInt() >= 1);
        QCOMPARE(runs[4][u"state"].toString(), text("done"));
        QVERIFY(runs[3][u"parent"].isNull());
        const Outcome shown = dnasRun({text("show"), m_search.file(text("forked.pscope"))});
        QVERIFY2(shown.out.contains("└ "), shown.out.constData());
        const QJsonArray steering = runs[2][u"steering"].toArray();
        QCOMPARE(steering.size(), 3);
        QCOMPARE(steering[0][u"key"].toString(), text("target.weights"));
        QCOMPARE(steering[0][u"new_value"].toDouble(), 0.4 * 30864);
        QVERIFY(runs[3][u"steering"].toArray().isEmpty());
        QVERIFY2(shown.out.contains("steered run"), shown.out.constData());
        QVERIFY2(shown.out.contains("strength.weights"), shown.out.constData());
        // The same at twice, and one that waits for a search that goes on.
        const Outcome twice =
            dnasRun({text("fork"), m_search.file(text("forked.pscope")), text("3"), text("target.weights=45%")});
        QCOMPARE(twice.exitCode, 2);
        QVERIFY2(twice.err.contains("is this fork"), twice.said().constData());
        const Outcome later = dnasRun({text("fork"), m_search.file(text("forked.pscope")), text("4"),
                                       text("target.weights=50%"), text("--later")});
        QVERIFY2(later.exitCode == 0, later.said().constData());
        const Outcome atTheEnd =
            dnasRun({text("fork"), m_search.file(text("forked.pscope")), text("3"), text("target.weights=47%"),
                     text("--at"), text("search:40"), text("--later")});
        QVERIFY2(atTheEnd.exitCode == 0, atTheEnd.said().constData());
        QVERIFY2(atTheEnd.err.contains("searches no more"), atTheEnd.said().constData());
        QVERIFY2(!later.err.contains("searches no more"), later.said().constData());
        const Outcome rest = m_search.run(text("forked.pscope"), {text("--resume"), text("--json")});
        QVERIFY2(rest.exitCode == 0, rest.said().constData());
        QCOMPARE(rest.json()[u"runs_done"].toInt(), 2);
        const Outcome one = dnasRun({text("show"), m_search.file(text("forked.pscope")), text("4")});
        QVERIFY2(one.out.contains("aim 13.9 k, "), one.out.constData()); // the fork with 45 %
        QVERIFY2(one.out.contains("(steered)"), one.out.constData());
        const Outcome all = dnasRun({text("show"), m_search.file(text("forked.pscope"))});
        QVERIFY2(all.out.contains("weights 60 % (targets steered)"), all.out.constData());
        QVERIFY2(!all.out.contains("weights 30 % (targets steered)"), all.out.constData());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *line, const char *says) {
            QTest::newRow(name) << QString::fromUtf8(line).split(QLatin1Char(' ')) << QByteArray(says);
        };
        row("no run", "steer FILE 9 learning_rate=1", "has no run '9'; it has 0, 1, 2, 3");
        row("no number", "steer FILE best learning_rate=1", "has no run 'best'");
        row("finished", "steer FILE 2 learning_rate=1", "run 2 is done");
        row("no value", "steer FILE 2 learning_rate", "is no KEY=VALUE");
        row("unknown key", "steer FILE 2 colour=red", "it has strength.weights");
        row("metric without a term", "steer FILE 2 strength.macs=1", "it has strength.weights");
        row("the seed network has no limits", "steer FILE 1 strength.weights=1", "it has learning_rate");
        row("rate of zero", "steer FILE 2 learning_rate=0", "greater than 0");
        row("rate without a point", "steer FILE 2 learning_rate=1000", "at most 100");
        row("rate that is none", "steer FILE 2 learning_rate=fast", "'fast'");
        row("rate below zero", "steer FILE 2 learning_rate=-1", "greater than 0");
        row("endless", "steer FILE 2 strength.weights=inf", "at most 1e12");
        row("no number at all", "steer FILE 2 strength.weights=nan", "at least 0");
        row("strength below zero", "steer FILE 2 strength.weights=-1", "at least 0");
        row("target of zero", "steer FILE 2 target.weights=0", "greater than 0");
        row("target out of reach", "steer FILE 2 target.weights=10", "cannot be reached");
        row("aim above the seed", "steer FILE 2 target.weights=900%", "lies above it");
        row("unit of another metric", "steer FILE 2 target.weights=3ms", "target.weights");
        row("twice", "steer FILE 2 learning_rate=1 learning_rate=2", "given twice");
        row("fork: no run", "fork FILE 9 target.weights=40%", "has no run '9'");
        row("fork: no search", "fork FILE 1 learning_rate=1", "no checkpoint of its search");
        row("fork: key", "fork FILE 2 target.macs=40%", "it has strength.weights");
        row("fork: aim above the seed", "fork FILE 2 target.weights=900%", "lies above it");
        row("fork: place", "fork FILE 2 target.weights=40% --at fine-tuning:1", "kept are search:");
        row("fork: not kept", "fork FILE 2 target.weights=40% --at search:77", "kept are search:");
        row("fork: behind the search", "fork FILE 2 strength.weights=4 --at search:40", "changes nothing");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        arguments.replaceInStrings(text("FILE"), m_search.file(text("steered.pscope")));
        const Outcome refused = dnasRun(arguments);
        QVERIFY2(refused.exitCode == 2, refused.said().constData());
        QCOMPARE(refused.errorLines(), 1);
        QVERIFY2(refused.err.contains(says), refused.said().constData());
        QCOMPARE(m_search.digest(text("steered.pscope")), m_digest);
    }

    void needsAStudy()
    {
        for (const char *verb : {"steer", "fork"}) {
            const Outcome missing = dnasRun({text(verb), text("/no/such.pscope"), text("2"), text("learning_rate=1")});
            QCOMPARE(missing.exitCode, 2);
            QCOMPARE(missing.errorLines(), 1);
        }
    }

private:
    Outcome dnas(const char *verb, const QStringList &arguments) const
    {
        return dnasRun(QStringList{text(verb), m_search.file(text("steered.pscope"))} + arguments);
    }
    TinySearch m_search;
    QString m_digest;
};

QTEST_GUILESS_MAIN(TestCliSteer)
#include "tst_cli_steer.moc"
