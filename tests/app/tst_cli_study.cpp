// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The verbs that read a study: front, show, diff of candidates, export, report.
#include "core/weights/weight_store.h"
#include "tests/app/cli_study.h"
#include "tests/app/dnas_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestCliStudy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void frontOfStudy();
    void frontAsCsv();
    void showsStudy();
    void showsCandidate();
    void comparesCandidates();
    void exportsOnnx();
    void exportsYamlThatReadsBack();
    void writesReport();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void TestCliStudy::initTestCase()
{
    QVERIFY(m_folder.isValid());
    CHECK_OK(cli_study::writeStudy(samples::in(m_folder, "tiny.pscope")));
}

void TestCliStudy::frontOfStudy()
{
    const Outcome run = dnasRun({QStringLiteral("front"), file("tiny.pscope"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray candidates = run.json()[u"candidates"].toArray();
    // By weights: 1 channel, 2 channels (worse than 1: not on the front), 3, 4; the failed one is left out.
    QList<int> ids;
    QList<bool> marks;
    for (const QJsonValue candidate : candidates) {
        ids.append(candidate[u"id"].toInt());
        marks.append(candidate[u"on_front"].toBool());
    }
    QCOMPARE(ids, (QList<int>{4, 3, 2, 1}));
    QCOMPARE(marks, (QList<bool>{true, false, true, true}));
    const QJsonValue seed = candidates[3];
    QCOMPARE(seed[u"weights"].toInteger(), 2668);
    QCOMPARE(seed[u"macs"].toInteger(), 9472);
    QCOMPARE(seed[u"latency_ms"].toDouble(), 2.0);
    QVERIFY(seed[u"energy_uj"].isNull() && seed[u"flash_bytes"].isNull());
    QCOMPARE(seed[u"quality"].toDouble(), 0.8);
    QCOMPARE(seed[u"test_quality"].toDouble(), 0.8 - 0.01);
    QCOMPARE(seed[u"quality_metric"].toString(), QStringLiteral("accuracy"));
    QCOMPARE(seed[u"quality_precision"].toString(), QStringLiteral("float32"));
    QCOMPARE(seed[u"state"].toString(), QStringLiteral("done"));
    QVERIFY(seed[u"feasible"].toBool());

    const Outcome all = dnasRun({QStringLiteral("front"), file("tiny.pscope"), QStringLiteral("--all"),
                                 QStringLiteral("--x"), QStringLiteral("latency_ms"), QStringLiteral("--json")});
    QCOMPARE(all.json()[u"x"].toString(), QStringLiteral("latency"));
    const QJsonArray everything = all.json()[u"candidates"].toArray();
    QCOMPARE(everything.size(), 5);
    QCOMPARE(everything[4][u"state"].toString(), QStringLiteral("failed"));
    QVERIFY(everything[4][u"quality"].isNull());
}

void TestCliStudy::frontAsCsv()
{
    const Outcome run = dnasRun(
        {QStringLiteral("front"), file("tiny.pscope"), QStringLiteral("--csv"), QStringLiteral("--only-front")});
    QCOMPARE(run.exitCode, 0);
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("id,run,label,state,feasible,on_front,quality,test_quality,"));
    QVERIFY2(lines[1].startsWith("4,4,\"weights 25 %\",done,true,true,0.7,"), lines[1].constData());
    QCOMPARE(lines[1].count(','), lines[0].count(','));
}

void TestCliStudy::showsStudy()
{
    const Outcome run = dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject study = run.json();
    QCOMPARE(study[u"digest"].toString().size(), 64);
    QCOMPARE(study[u"environment"][u"processor"].toString(), QStringLiteral("some processor"));
    QCOMPARE(study[u"environment"][u"threads"].toInt(), 2);
    QCOMPARE(study[u"runs"].toArray().size(), 5);
    QCOMPARE(study[u"runs"][0][u"epochs"].toInt(), 2);
    QCOMPARE(study[u"candidates"].toArray().size(), 5);
    QCOMPARE(study[u"candidates"][4][u"reason"].toString(), QStringLiteral("the loss stopped being a number"));
    QCOMPARE(study[u"seed_costs"][u"macs"].toInteger(), 12345);
    // Asking twice changes nothing.
    const Outcome again = dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("--json")});
    QCOMPARE(again.json()[u"digest"].toString(), study[u"digest"].toString());
}

void TestCliStudy::showsCandidate()
{
    // The best: 0.80, the seed network.
    const Outcome best =
        dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("best"), QStringLiteral("--json")});
    QCOMPARE(best.exitCode, 0);
    QCOMPARE(best.json()[u"id"].toInt(), 1);
    const Outcome run =
        dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("2"), QStringLiteral("--json")});
    const QJsonObject candidate = run.json();
    QCOMPARE(candidate[u"id"].toInt(), 2);
    QCOMPARE(candidate[u"weights"].toInteger(), 2001);
    QCOMPARE(candidate[u"widths"][1][u"group"].toString(), QStringLiteral("conv0"));
    QCOMPARE(candidate[u"widths"][1][u"channels"].toInt(), 3);
    QCOMPARE(candidate[u"widths"][1][u"of"].toInt(), 4);
    QCOMPARE(candidate[u"layers"][1][u"out_channels"].toInt(), 3);
    QCOMPARE(candidate[u"history"][0][u"phase"].toString(), QStringLiteral("search"));
    QCOMPARE(candidate[u"history"][0][u"epochs"].toInt(), 2);
    // Text for people.
    const Outcome text = dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("2")});
    QVERIFY(text.out.contains("79.00 %"));
    QVERIFY(text.out.contains("modelled ± 15 %"));
}

void TestCliStudy::comparesCandidates()
{
    // Out of a study: the seed has 4 channels, candidate 4 has one: 3 · 667 weights less.
    const QString study = file("tiny.pscope");
    const Outcome candidates = dnasRun({QStringLiteral("diff"), study + QStringLiteral("#seed"),
                                        study + QStringLiteral("#4"), QStringLiteral("--json")});
    QCOMPARE(candidates.exitCode, 0);
    QCOMPARE(candidates.json()[u"delta"][u"weights"].toInteger(), -2001);
}

void TestCliStudy::exportsOnnx()
{
    const QString target = file("onnx/deep");
    const Outcome run =
        dnasRun({QStringLiteral("export"), file("tiny.pscope") + QStringLiteral("#4"), QStringLiteral("--format"),
                 QStringLiteral("onnx"), QStringLiteral("--output"), target});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.out.contains("0BSD"));
    QFile model(target + QStringLiteral("/model.onnx"));
    QVERIFY(model.open(QIODevice::ReadOnly));
    const QByteArray bytes = model.readAll();
    QVERIFY(bytes.size() > 667 * 4); // 667 weights of 4 bytes
    QVERIFY(bytes.contains("Candidate 4"));
    QCOMPARE(QDir(target).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("model.onnx")});
}

void TestCliStudy::exportsYamlThatReadsBack()
{
    const QString target = file("yaml");
    const Outcome run =
        dnasRun({QStringLiteral("export"), file("tiny.pscope") + QStringLiteral("#2"), QStringLiteral("--format"),
                 QStringLiteral("yaml"), QStringLiteral("--output"), target, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.json()[u"files"].toArray().size(), 2);
    const auto network = dnas::loadNetwork((target + QStringLiteral("/network.yaml")).toStdString());
    CHECK_OK(network);
    QCOMPARE(network->layers, cli_study::candidate(2, 3, 0.79).network.layers);
    const auto weights = dnas::loadSafetensors((target + QStringLiteral("/weights.safetensors")).toStdString());
    CHECK_OK(weights);
    QVERIFY(*weights == cli_study::weightsOf(3));
    const Outcome cost = dnasRun({QStringLiteral("cost"), QStringLiteral("--network"),
                                  target + QStringLiteral("/network.yaml"), QStringLiteral("--json")});
    QCOMPARE(cost.json()[u"weights"].toInteger(), 2001);
}

void TestCliStudy::writesReport()
{
    const Outcome run =
        dnasRun({QStringLiteral("report"), file("tiny.pscope"), QStringLiteral("--output"), file("page.html")});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QFile page(file("page.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("<svg"));
    QVERIFY(html.trimmed().endsWith("</html>"));
}

QTEST_GUILESS_MAIN(TestCliStudy)
#include "tst_cli_study.moc"
