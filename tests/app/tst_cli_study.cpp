// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The verbs that read a study: front, show, diff of candidates, export, report.
#include "core/base/files.h"
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
    void showsWhatTheSearchWasWorth();
    void showsCandidate();
    void showsWhatItGetsWrong();
    void showsMachines();
    void countsOne_data();
    void countsOne();
    void comparesCandidates();
    void costsOfDifference_data();
    void costsOfDifference();
    void exportsOnnx();
    void exportsYamlThatReadsBack();
    void writesReport();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

namespace {

/// Two candidates, of 4 channels and of 2; what moved at the end is 1 and 2 channels.
dnas::Result<void> writeBoardStudy(const std::filesystem::path &path, const std::string &board, const char *runtime,
                                   const char *point)
{
    dnas::StudySpec spec = samples::spec();
    spec.board = board;
    spec.runtime = runtime;
    spec.point = point;
    const auto made = dnas::Study::create(path, spec, samples::environment());
    if (!made.ok())
        return made.error();
    for (const int run : {1, 2}) {
        if (const auto added = (*made)->addRun(samples::run(run, "key " + std::to_string(run))); !added.ok())
            return added;
        dnas::Candidate candidate = cli_study::candidate(run, run == 1 ? 4 : 2, 0.7);
        candidate.movedChannels = run;
        if (const auto added = (*made)->addCandidate(candidate, {}, true); !added.ok())
            return added.error();
    }
    return {};
}

} // namespace

void TestCliStudy::initTestCase()
{
    QVERIFY(m_folder.isValid());
    CHECK_OK(cli_study::writeStudy(samples::in(m_folder, "tiny.pscope")));
    const auto board = dnas::readText(dnas::resourceFolder() / "boards/nucleo-h743zi2.yaml");
    CHECK_OK(board);
    std::string faster = *board;
    const std::size_t at = faster.find("{convolution: ") + 14;
    faster.replace(at, faster.find(',', at) - at, "0.5");
    const auto write = [&](const char *name, const std::string &text, const char *point) {
        return writeBoardStudy(samples::in(m_folder, name), text, "x-cube-ai-9", point);
    };
    CHECK_OK(write("a.pscope", *board, "vos0-480mhz"));
    CHECK_OK(write("b.pscope", *board, "vos0-480mhz"));
    CHECK_OK(write("slow.pscope", *board, "vos3-200mhz"));
    CHECK_OK(write("other.pscope", faster, "vos0-480mhz"));
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

    const Outcome unknown =
        dnasRun({QStringLiteral("front"), file("tiny.pscope"), QStringLiteral("--x"), QStringLiteral("compressed")});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("no candidate of this study has a figure for compressed"), unknown.err.constData());
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
    QCOMPARE(study[u"runs"][0][u"state"].toString(), QStringLiteral("done"));
    QCOMPARE(study[u"runs"][4][u"state"].toString(), QStringLiteral("cut off")); // its process has ended
    const Outcome steered =
        dnasRun({QStringLiteral("steer"), file("tiny.pscope"), QStringLiteral("5"), QStringLiteral("learning_rate=1")});
    QCOMPARE(steered.exitCode, 2);
    QVERIFY2(steered.err.contains("run 5 is cut off: no search is at work"), steered.said().constData());
    const QJsonValue outline = study[u"runs"][0][u"outline"];
    QCOMPARE(outline[u"method"].toString(), QStringLiteral("random widths"));
    QCOMPARE(outline[u"epochs"].toInt(), 16);
    QCOMPARE(outline[u"targets"][0][u"metric"].toString(), QStringLiteral("weights"));
    QCOMPARE(outline[u"targets"][0][u"target"].toDouble(), 1334.5);
    QCOMPARE(outline[u"targets"][1][u"shape"].toString(), QStringLiteral("absolute"));
    QCOMPARE(study[u"candidates"].toArray().size(), 5);
    QCOMPARE(study[u"candidates"][4][u"reason"].toString(), QStringLiteral("the loss stopped being a number"));
    QCOMPARE(study[u"seed_costs"][u"macs"].toInteger(), 12345);
    // Asking twice changes nothing.
    const Outcome again = dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("--json")});
    QCOMPARE(again.json()[u"digest"].toString(), study[u"digest"].toString());
}

/// Baselines beside the search with their targets, on test, in text, JSON and the report.
void TestCliStudy::showsWhatTheSearchWasWorth()
{
    const auto made =
        dnas::Study::create(samples::in(m_folder, "held.pscope"), samples::spec(), samples::environment());
    CHECK_OK(made);
    struct Point {
        dnas::Method method;
        int draw;
        double target;
        double quality;
    };
    using dnas::Method;
    const Point points[] = {{Method::Search, 0, 1400, 0.8},       {Method::WidthMultiplier, 0, 1400, 0.76},
                            {Method::RandomWidths, 1, 1400, 0.7}, {Method::RandomWidths, 2, 1400, 0.74},
                            {Method::Search, 0, 1334, 0.6},       {Method::Magnitude, 0, 1334, 0.65},
                            {Method::Search, 0, 1300, 0.9},       {Method::Magnitude, 0, 1300, 0.5}};
    int number = 0;
    for (const auto &[method, draw, target, quality] : points) {
        ++number;
        dnas::StudyRun run = samples::run(number, "key " + std::to_string(number));
        run.outline = dnas::RunOutline{method, draw, 16, {{"weights", dnas::TermShape::Hinge, target, {}}}};
        CHECK_OK((*made)->addRun(run));
        CHECK_OK((*made)->addCandidate(cli_study::candidate(number, 2, quality), cli_study::costs(2), true));
    }
    const Outcome json = dnasRun({QStringLiteral("show"), file("held.pscope"), QStringLiteral("--json")});
    const QJsonArray held = json.json()[u"held_against"].toArray();
    QCOMPARE(held.size(), 3);
    QCOMPARE(held[0][u"candidate"].toInt(), 1);
    QCOMPARE(held[0][u"test_quality"].toDouble(), 0.8 - 0.01);
    QCOMPARE(held[0][u"width_multiplier"].toDouble(), 0.76 - 0.01);
    QCOMPARE(held[0][u"random_widths"].toArray().size(), 2);
    QVERIFY(held[0][u"magnitude_pruning"].isNull());
    QVERIFY(held[0][u"inside"].toBool() && !held[2][u"inside"].toBool()); // 1334 weights
    QCOMPARE(held[0][u"candidates"][u"width_multiplier"].toInt(), 2);
    QCOMPARE(held[0][u"candidates"][u"random_widths"].toArray(), QJsonArray({3, 4}));
    QVERIFY(held[0][u"candidates"][u"magnitude_pruning"].isNull());
    QCOMPARE(held[1][u"magnitude_pruning"].toDouble(), 0.65 - 0.01);
    const Outcome text = dnasRun({QStringLiteral("show"), file("held.pscope")});
    QVERIFY2(text.out.contains("with the same targets and epochs: 1 of 3"), text.out.constData());
    QVERIFY2(text.out.contains("79.00 %           75.00 %         71.00 %  73.00 %"), text.out.constData());
    QVERIFY2(text.out.contains("(above its targets)"), text.out.constData());
    const Outcome none = dnasRun({QStringLiteral("show"), file("tiny.pscope")});
    QVERIFY(!none.out.contains("baseline"));
    QVERIFY(
        dnasRun({QStringLiteral("report"), file("held.pscope"), QStringLiteral("-o"), file("held.html")}).exitCode ==
        0);
    QFile page(file("held.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("Was the search worth it?") && html.contains("better than each of them: 1 of 3."));
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
    // Named as the other verbs have it.
    const Outcome behind =
        dnasRun({QStringLiteral("show"), file("tiny.pscope") + QStringLiteral("#2"), QStringLiteral("--json")});
    QCOMPARE(behind.exitCode, 0);
    QCOMPARE(behind.out, run.out);
    // Text for people.
    const Outcome text = dnasRun({QStringLiteral("show"), file("tiny.pscope"), QStringLiteral("2")});
    QVERIFY(text.out.contains("79.00 %"));
    QVERIFY(text.out.contains("modelled ± 15 %"));
}

/// The sample has 70 and 30 of the first class, 12 and 2^40 of the second, in the test split only.
void TestCliStudy::showsWhatItGetsWrong()
{
    const QJsonObject json = dnasRun({QStringLiteral("show"), file("tiny.pscope#2"), QStringLiteral("--json")}).json();
    QCOMPARE(json[u"validation_details"][u"top_5_accuracy"].toDouble(), 0.975);
    QVERIFY(json[u"validation_details"][u"confusion"].isNull());
    const QJsonValue test = json[u"test_details"];
    QVERIFY(test[u"top_5_accuracy"].isNull());
    QCOMPARE(test[u"confusion"][0][1].toInteger(), 30);
    QCOMPARE(test[u"confusion"][1][1].toInteger(), std::int64_t{1} << 40);
    QCOMPARE(test[u"classes"][0][u"name"].toString(), QStringLiteral("class 0"));
    QCOMPARE(test[u"classes"][0][u"samples"].toInteger(), 100);
    QCOMPARE(test[u"classes"][0][u"recall"].toDouble(), 0.7);
    QCOMPARE(test[u"classes"][0][u"precision"].toDouble(), 70.0 / 82);
    QCOMPARE(test[u"most_confused"][0][u"true"].toString(), QStringLiteral("class 0"));
    QCOMPARE(test[u"most_confused"][0][u"count"].toInteger(), 30);
    QCOMPARE(test[u"most_confused"][0][u"share"].toDouble(), 0.3);
    const QByteArray text = dnasRun({QStringLiteral("show"), file("tiny.pscope#2")}).out;
    for (const char *part : {"70 of 100", "70.00 %", "class 1 (30)", "Top-5 (validation)", "97.50 %", "30.00 %"})
        QVERIFY2(text.contains(part), part);
}

void TestCliStudy::showsMachines()
{
    const auto made = dnas::Study::create(samples::in(m_folder, "auc.pscope"), samples::spec(), samples::environment());
    CHECK_OK(made);
    CHECK_OK((*made)->addRun(samples::run(1, "k")));
    dnas::Candidate candidate = cli_study::candidate(1, 4, 0.8644);
    candidate.qualityMetric = "AUC";
    candidate.validationDetails = {};
    candidate.testDetails = {{{"AUC id_01", 0.9}, {"pAUC id_01", 0.625}, {"AUC id_02", 0.8}, {"pAUC", 0.625}}, {}};
    CHECK_OK((*made)->addCandidate(candidate, {}, true));
    const QJsonObject json = dnasRun({QStringLiteral("show"), file("auc.pscope#1"), QStringLiteral("--json")}).json();
    QVERIFY(json[u"validation_details"].isNull());
    QCOMPARE(json[u"test_details"][u"partial_auc"].toDouble(), 0.625);
    QCOMPARE(json[u"test_details"][u"machines"][0][u"auc"].toDouble(), 0.9);
    QVERIFY(json[u"test_details"][u"machines"][1][u"partial_auc"].isNull());
    const QByteArray text = dnasRun({QStringLiteral("show"), file("auc.pscope#1")}).out;
    for (const char *part : {"0.8644", "id_02", "0.9000", "0.6250", "Partial AUC (test)"})
        QVERIFY2(text.contains(part), part);
    QVERIFY(!text.contains("86.44"));
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

void TestCliStudy::countsOne_data()
{
    QTest::addColumn<QString>("candidate");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("one") << QStringLiteral("#1") << QByteArray("  1 channel moved by the last step");
    QTest::newRow("two") << QStringLiteral("#2") << QByteArray("  2 channels moved by the last step");
}

void TestCliStudy::countsOne()
{
    QFETCH(const QString, candidate);
    QFETCH(const QByteArray, says);
    const Outcome run = dnasRun({QStringLiteral("show"), file("a.pscope") + candidate});
    QVERIFY2(run.out.contains(says), run.out.constData());
}

void TestCliStudy::costsOfDifference_data()
{
    QTest::addColumn<QString>("line");  // %1: the folder of the test
    QTest::addColumn<QString>("point"); // empty: counts only
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, const char *line, const char *point, const char *note) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(point) << QString::fromUtf8(note);
    };
    row("one study", "%1/a.pscope#1 %1/a.pscope#2", "vos0-480mhz", "");
    row("two that agree", "%1/a.pscope#1 %1/b.pscope#2", "vos0-480mhz", "");
    row("with a plain network", "resnet8 %1/slow.pscope#2", "vos3-200mhz", "");
    row("other point", "%1/a.pscope#1 %1/slow.pscope#2", "",
        "counts only, as the studies were made for nucleo-h743zi2, x-cube-ai-9, vos0-480mhz and nucleo-h743zi2, "
        "x-cube-ai-9, vos3-200mhz; choose with --board");
    row("point is chosen", "%1/a.pscope#1 %1/slow.pscope#2 --point vos1-400mhz", "vos1-400mhz", "");
    row("other version", "%1/a.pscope#1 %1/other.pscope#2", "",
        "counts only, as the studies were made for two versions of nucleo-h743zi2, x-cube-ai-9, vos0-480mhz; choose "
        "with --board");
    row("board is chosen", "%1/a.pscope#1 %1/other.pscope#2 --board nucleo-h743zi2 --point vos2-300mhz", "vos2-300mhz",
        "");
    row("board of the study is none", "%1/tiny.pscope#1 %1/tiny.pscope#2", "", "cannot be used here");
    row("no study", "resnet8 resnet8-50h", "", "");
}

void TestCliStudy::costsOfDifference()
{
    QFETCH(const QString, line);
    QFETCH(const QString, point);
    QFETCH(const QString, note);
    const QString diff =
        QStringLiteral("diff ") + (line.contains(QStringLiteral("%1")) ? line.arg(m_folder.path()) : line);
    const Outcome run = dnasLine(diff + QStringLiteral(" --json"));
    QVERIFY2(run.exitCode == 0, run.said().constData());
    const QJsonObject json = run.json();
    if (note.isEmpty())
        QVERIFY(json[u"note"].isNull() && json.contains(QStringLiteral("note")));
    else
        QVERIFY2(json[u"note"].toString().contains(note), qPrintable(json[u"note"].toString()));
    const Outcome text = dnasLine(diff);
    QVERIFY2(text.out.contains(note.toUtf8()), text.out.constData());
    if (point.isEmpty()) {
        QCOMPARE(json[u"board"].toString(), QStringLiteral("generic"));
        QVERIFY(json[u"point"].isNull());
        QVERIFY(json[u"right"][u"latency_ms"].isNull());
        return;
    }
    QCOMPARE(json[u"board"].toString(), QStringLiteral("nucleo-h743zi2"));
    QCOMPARE(json[u"runtime"].toString(), QStringLiteral("x-cube-ai-9"));
    QCOMPARE(json[u"point"].toString(), point);
    QVERIFY(text.out.contains("costs: ST NUCLEO-H743ZI2, X-CUBE-AI 9.0, " + point.toUtf8()));
    // What `dnas cost` says of the same network there.
    const QString right = line.arg(m_folder.path()).split(QLatin1Char(' '))[1];
    const QJsonObject cost =
        dnasLine(QStringLiteral("cost --network %1 --board nucleo-h743zi2 --point %2 --json").arg(right, point)).json();
    QVERIFY(cost[u"latency_ms"].toDouble() > 0);
    QCOMPARE(json[u"right"][u"latency_ms"].toDouble(), cost[u"latency_ms"].toDouble());
    QVERIFY(json[u"delta"][u"latency_ms"].toDouble() < 0);
}

void TestCliStudy::exportsOnnx()
{
    const QString target = file("onnx/deep");
    const Outcome run =
        dnasRun({QStringLiteral("export"), file("tiny.pscope") + QStringLiteral("#4"), QStringLiteral("--format"),
                 QStringLiteral("onnx"), QStringLiteral("--output"), target});
    QVERIFY2(run.exitCode == 0, run.said().constData());
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
    QVERIFY2(run.exitCode == 0, run.said().constData());
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
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QFile page(file("page.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("<svg"));
    QVERIFY(html.trimmed().endsWith("</html>"));
}

QTEST_GUILESS_MAIN(TestCliStudy)
#include "tst_cli_study.moc"
