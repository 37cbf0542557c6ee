// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line as scripts meet it: the built program is run and its JSON, exit code and one line on stderr are
// looked at. Studies: tst_cli_study.cpp; errors: tst_cli_errors.cpp; searches:
// tst_cli_search.cpp.
#include "tests/app/dnas_process.h"
#include "tests/core/data/data_folder.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void countsOfNetworks_data();
    void countsOfNetworks();
    void describesNetworkLayers();
    void describesBoardAndBenchmark();
    void listsKinds_data();
    void listsKinds();
    void costsHaveEveryKey();
    void costsOnManyBoards();
    void costsOfASpace();
    void jsonInFront_data();
    void jsonInFront();
    void checksData();
    void decodesEveryFile();
    void comparesNetworks();
    void benchesCosts();
    void benchesLargeData();
    void textIsAligned();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QFile spec(file("unreachable.yaml"));
    QVERIFY(spec.open(QIODevice::WriteOnly));
    spec.write("benchmark: demo\nboard: nucleo-h743zi2\nobjective:\n  - {metric: weights, target: 1, shape: hinge}\n");
}

void TestCli::countsOfNetworks_data()
{
    QTest::addColumn<qint64>("weights");
    QTest::addColumn<qint64>("macs");
    QTest::addColumn<qint64>("parameters"); // weights + biases + 4 per normalised channel; 0: not given
    QTest::newRow("resnet8") << qint64{77360} << qint64{12501632} << qint64{78666};
    QTest::newRow("ds-cnn") << qint64{22016} << qint64{2656768} << qint64{24908};
    QTest::newRow("mobilenet-v1-025") << qint64{208112} << qint64{7489664} << qint64{221794};
    QTest::newRow("autoencoder") << qint64{264192} << qint64{264192} << qint64{269992};
    QTest::newRow("resnet18-tiny") << qint64{11261632} << qint64{2221772800} << qint64{0};
}

void TestCli::countsOfNetworks()
{
    QFETCH(const qint64, weights);
    QFETCH(const qint64, macs);
    QFETCH(const qint64, parameters);
    const Outcome run =
        dnasLine(QStringLiteral("describe network %1 --json").arg(QLatin1String(QTest::currentDataTag())));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject network = run.json();
    QCOMPARE(network[u"weights"].toInteger(), weights);
    QCOMPARE(network[u"macs"].toInteger(), macs);
    if (parameters != 0)
        QCOMPARE(network[u"parameters"].toInteger(), parameters);
    QVERIFY(network[u"trainable"].toInteger() > weights);
    QVERIFY(network[u"trainable"].toInteger() <= network[u"parameters"].toInteger());
    qint64 sumWeights = 0;
    qint64 sumMacs = 0;
    for (const QJsonValue layer : network[u"layers"].toArray()) {
        sumWeights += layer[u"weights"].toInteger();
        sumMacs += layer[u"macs"].toInteger();
    }
    QCOMPARE(sumWeights, weights);
    QCOMPARE(sumMacs, macs);
}

void TestCli::describesNetworkLayers()
{
    const Outcome run = dnasLine(QStringLiteral("describe network resnet8 --groups --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject network = run.json();
    QCOMPARE(network[u"name"].toString(), QStringLiteral("resnet8"));
    const QJsonArray layers = network[u"layers"].toArray();
    // The first convolution: 3 → 16 channels, 3×3, on 32×32: 432 weights, 432 · 1024 MACs.
    const QJsonValue conv = layers[1];
    QCOMPARE(conv[u"op"].toString(), QStringLiteral("conv"));
    QCOMPARE(conv[u"out_channels"].toInt(), 16);
    QCOMPARE(conv[u"out_shape"].toArray(), (QJsonArray{16, 32, 32}));
    QCOMPARE(conv[u"weights"].toInteger(), 432);
    QCOMPARE(conv[u"macs"].toInteger(), 442368);
    QVERIFY(!network[u"groups"].toArray().isEmpty());
}

void TestCli::describesBoardAndBenchmark()
{
    const QJsonObject board = dnasLine(QStringLiteral("describe board nucleo-h743zi2 --json")).json();
    QCOMPARE(board[u"flash_bytes"].toInteger(), 2 * 1024 * 1024);
    QCOMPARE(board[u"operating_points"][0][u"clock_mhz"].toDouble(), 480.0);
    QCOMPARE(board[u"runtimes"][0][u"origin"].toString(), QStringLiteral("modelled"));
    const QJsonObject fitted = dnasLine(QStringLiteral("describe board nucleo-l4r5zi --json")).json();
    QCOMPARE(fitted[u"runtimes"][0][u"origin"].toString(), QStringLiteral("calibrated"));
    QVERIFY(fitted[u"runtimes"][0][u"error_percent"].toDouble() > 0);
    QVERIFY(fitted[u"runtimes"][0][u"cost_model"][u"cycles_per_mac"][u"dense"].toDouble() > 0.5);
    const QJsonObject jetson = dnasLine(QStringLiteral("describe board jetson-agx-xavier --json")).json();
    QCOMPARE(jetson[u"further_points"].toInt(), 3654);
    const QJsonObject generic = dnasLine(QStringLiteral("describe board generic --json")).json();
    QVERIFY(generic[u"flash_bytes"].isNull());

    const QJsonObject benchmark = dnasLine(QStringLiteral("describe benchmark demo --json")).json();
    QCOMPARE(benchmark[u"classes"].toInt(), 10);
    QCOMPARE(benchmark[u"input"].toArray(), (QJsonArray{3, 16, 16}));
    QVERIFY(benchmark[u"recipe"].toString().contains(QStringLiteral("batch: ")));
    const QJsonArray recipes = benchmark[u"recipes"].toArray();
    QCOMPARE(recipes.size(), 2);
    QCOMPARE(recipes[1][u"name"].toString(), QStringLiteral("short"));
    QCOMPARE(recipes[1][u"phases"][u"fine_tune"].toInt(), 8);
    QVERIFY(!recipes[1][u"source"].toString().isEmpty());
    QVERIFY(recipes[1][u"recipe"].toString().contains(QStringLiteral("batch: 64")));
    const QByteArray text = dnasLine(QStringLiteral("describe benchmark keyword-spotting")).out;
    QVERIFY(text.contains("\nrecipe full:\n  # arXiv 2206.00302"));
    QVERIFY(text.contains("\nrecipe short:\n"));
    QVERIFY(text.contains("  phases: {warm_up: 200, search: 200, fine_tune: 200}\n  batch: 128\n"));
}

void TestCli::listsKinds_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("networks") << QStringLiteral("resnet8");
    QTest::newRow("boards") << QStringLiteral("nucleo-h743zi2");
    QTest::newRow("benchmarks") << QStringLiteral("demo");
    QTest::newRow("specs") << QStringLiteral("demo");
    QTest::newRow("spaces") << QString(); // none ship yet
}

void TestCli::listsKinds()
{
    QFETCH(const QString, expected);
    const QString kind = QLatin1String(QTest::currentDataTag());
    const Outcome run = dnasLine(QStringLiteral("list %1 --json").arg(kind));
    QCOMPARE(run.exitCode, 0);
    QStringList names;
    for (const QJsonValue item : run.json()[kind].toArray())
        names.append(item[u"name"].toString());
    QVERIFY2(expected.isEmpty() || names.contains(expected), qPrintable(names.join(QLatin1Char(' '))));
    const Outcome text = dnasLine(QStringLiteral("list %1").arg(kind));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains(expected.toUtf8()));
    QCOMPARE(text.err, QByteArray());
}

void TestCli::costsHaveEveryKey()
{
    const Outcome run = dnasLine(QStringLiteral("cost --network resnet8 --board nucleo-h743zi2 --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject cost = run.json();
    for (const char *key :
         {"weights", "parameters", "macs", "flash_bytes", "ram_bytes", "cycles", "latency_ms", "energy_uj"}) {
        const QString name = QLatin1String(key);
        QVERIFY2(cost[name].toDouble() > 0, key);
        QVERIFY2(cost[name + QStringLiteral("_origin")].isString(), key);
        QVERIFY2(cost.contains(name + QStringLiteral("_error_percent")), key);
    }
    QCOMPARE(cost[u"weights"].toInteger(), 77360);
    QCOMPARE(cost[u"weights_origin"].toString(), QStringLiteral("counted"));
    QCOMPARE(cost[u"latency_ms_origin"].toString(), QStringLiteral("modelled"));
    QCOMPARE(cost[u"latency_ms_error_percent"].toDouble(), 15.0);
    QVERIFY(cost.contains(QStringLiteral("compressed_bytes")) && cost[u"compressed_bytes"].isNull());
    QCOMPARE(cost[u"point"].toString(), QStringLiteral("vos0-480mhz"));
    QVERIFY(cost[u"engine_ms"].isDouble());
    // 480 MHz: cycles / 480 000 a ms.
    QCOMPARE(cost[u"latency_ms"].toDouble(), cost[u"cycles"].toDouble() / 480000);
    double cycles = 0;
    for (const QJsonValue layer : cost[u"layers"].toArray())
        cycles += layer[u"cycles"].toDouble();
    QVERIFY(std::abs(cycles - cost[u"cycles"].toDouble()) < 1e-6 * cycles); // this runtime has no cost per call

    // A board that models nothing: null, never 0.
    const QJsonObject counted = dnasLine(QStringLiteral("cost --network resnet8 --board generic --json")).json();
    QCOMPARE(counted[u"macs"].toInteger(), 12501632);
    QVERIFY(counted[u"latency_ms"].isNull() && counted.contains(QStringLiteral("latency_ms")));
    QVERIFY(counted[u"latency_ms_origin"].isNull());
}

void TestCli::costsOnManyBoards()
{
    const auto ofBoard = [](const QJsonArray &costs, const QString &board) {
        QList<QJsonObject> found;
        for (const QJsonValue entry : costs) {
            if (entry[u"board"].toString() == board)
                found.append(entry.toObject());
        }
        return found;
    };
    const QJsonArray all =
        dnasLine(QStringLiteral("cost --network resnet8 --board all --json")).json()[u"costs"].toArray();
    const auto boards = dnasLine(QStringLiteral("list boards --json")).json()[u"boards"].toArray();
    QVERIFY(all.size() > 15);
    QCOMPARE(all.size(), boards.size());
    const QJsonObject alone = dnasLine(QStringLiteral("cost --network resnet8 --board nucleo-h743zi2 --json")).json();
    const auto there = ofBoard(all, QStringLiteral("nucleo-h743zi2"));
    QCOMPARE(there.size(), 1);
    for (const char *key : {"runtime", "point", "flash_bytes", "ram_bytes", "latency_ms", "energy_uj", "fits"})
        QCOMPARE(there[0][QLatin1String(key)], alone[QLatin1String(key)]);
    QVERIFY(alone[u"fits"].toBool());
    QVERIFY(ofBoard(all, QStringLiteral("generic"))[0][u"fits"].isNull());
    const QJsonArray both =
        dnasLine(QStringLiteral("cost --network resnet8 --board nucleo-h743zi2 --runtime all --json"))
            .json()[u"costs"]
            .toArray();
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[1][u"runtime"].toString(), QStringLiteral("x-cube-ai-7"));
    const Outcome text = dnasLine(QStringLiteral("cost --network mobilenet-v1-025 --board all"));
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out.count('\n'), static_cast<int>(boards.size()) + 6);
    // The code of X-CUBE-AI 9 is known, that of the GAP8's kernels is not.
    QVERIFY2(text.out.contains("> ") && text.out.contains("code of the kernel library"), text.out.constData());
    QCOMPARE(both[1][u"code_bytes"].toInt(), 55037);
    QVERIFY(ofBoard(all, QStringLiteral("gap8"))[0][u"code_bytes"].isNull());
    QCOMPARE(dnasLine(QStringLiteral("cost --network resnet8 --board all --runtime x-cube-ai-9")).exitCode, 2);
}

void TestCli::costsOfASpace()
{
    const Outcome run = dnasLine(QStringLiteral("cost --space demo --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonValue weights = run.json()[u"bounds"][u"weights"];
    QVERIFY(weights[u"least"].toDouble() > 0);
    QVERIFY(weights[u"least"].toDouble() < weights[u"most"].toDouble());
    QVERIFY(!run.json()[u"verdicts"].toArray().isEmpty());

    // A target of one weight: the verdict is printed, the line on stderr names file and line, exit code 2.
    const Outcome impossible = dnasRun(
        {QStringLiteral("cost"), QStringLiteral("--space"), file("unreachable.yaml"), QStringLiteral("--json")});
    QCOMPARE(impossible.exitCode, 2);
    QCOMPARE(impossible.json()[u"verdicts"][0][u"verdict"].toString(), QStringLiteral("impossible"));
    QCOMPARE(impossible.errorLines(), 1);
    const QJsonObject error = QJsonDocument::fromJson(impossible.err).object();
    QCOMPARE(error[u"line"].toInt(), 4);
}

void TestCli::jsonInFront_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"list networks", "describe network resnet8", "diff resnet8 resnet8-50h", "data info demo"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestCli::jsonInFront()
{
    QFETCH(const QString, line);
    const Outcome behind = dnasLine(line + QStringLiteral(" --json"));
    QVERIFY(!behind.json().isEmpty());
    for (const QString &other : {QStringLiteral("--json ") + line, QStringLiteral("--json %1 --json").arg(line)}) {
        const Outcome run = dnasLine(other);
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.out, behind.out);
    }
}

void TestCli::checksData()
{
    const Outcome demo = dnasLine(QStringLiteral("data check demo --json"));
    QCOMPARE(demo.exitCode, 0);
    QVERIFY(demo.json()[u"usable"].toBool());
    QCOMPARE(demo.json()[u"classes"].toArray().size(), 10);
    const QJsonObject ring = demo.json()[u"classes"].toArray()[0].toObject();
    QCOMPARE(ring[u"train_records"].toInteger() + ring[u"validation_records"].toInteger(), 600); // 6000 in ten classes
    QCOMPARE(ring[u"test_records"].toInteger(), 400);

    const QStringList missing{QStringLiteral("image-classification"), QStringLiteral("--data"), m_folder.path()};
    const Outcome info = dnasRun(QStringList{QStringLiteral("data"), QStringLiteral("info")} + missing);
    QCOMPARE(info.exitCode, 0);
    QVERIFY(info.out.contains("missing"));
    const Outcome check = dnasRun(QStringList{QStringLiteral("data"), QStringLiteral("check")} + missing);
    QCOMPARE(check.exitCode, 2);
    QCOMPARE(check.errorLines(), 1);
    const Outcome drawn = dnasLine(QStringLiteral("data fetch demo"));
    QCOMPARE(drawn.exitCode, 2);
    QVERIFY2(drawn.err.contains("nothing to fetch"), drawn.said().constData());
    // Nobody listens at port 9 of this machine.
    QFile benchmark(m_folder.filePath(QStringLiteral("far.yaml")));
    QVERIFY(benchmark.open(QIODevice::WriteOnly));
    benchmark.write(
        "name: far\ndata: {format: pictures, folder: far}\ninput: [3, 8, 8]\nclasses: [a, b]\nnetwork: resnet8\n"
        "fetch: {url: \"http://127.0.0.1:9/far.tar.gz\"}\n");
    benchmark.close();
    const QStringList far{benchmark.fileName(), QStringLiteral("--data"), m_folder.path()};
    const Outcome fetch = dnasRun(QStringList{QStringLiteral("data"), QStringLiteral("fetch")} + far);
    QCOMPARE(fetch.exitCode, 1);
    QVERIFY2(fetch.err.endsWith("or try later\n"), fetch.said().constData());
    QVERIFY2(fetch.err.contains("127.0.0.1"), fetch.said().constData());
}

/// Layout and counts say nothing of a file that only looks like a sound.
void TestCli::decodesEveryFile()
{
    const data_folder::Folder folder;
    for (int i = 0; i < 20; ++i)
        for (const char *name : {"low", "high"})
            QVERIFY(folder.write("tones/" + std::string(name) + '/' + std::to_string(i) + ".wav",
                                 i == 4 && *name == 'l' ? QByteArray("no sound") : data_folder::tone(0.2, 300)));
    QVERIFY(folder.write("tones.yaml",
                         "name: tones\ndata: {format: sounds, folder: tones, skip: 5%}\nfront_end: {kind: mfcc}\n"
                         "input: [1, 49, 10]\nclasses: [low, high]\nnetwork: ds-cnn\n"));
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((folder.path() / "cache").string()));
    const QString root = QString::fromStdString(folder.path().string());
    const QStringList check{QStringLiteral("data"),
                            QStringLiteral("check"),
                            root + QStringLiteral("/tones.yaml"),
                            QStringLiteral("--data"),
                            root,
                            QStringLiteral("--json")};
    const Outcome quick = dnasRun(check);
    QCOMPARE(quick.exitCode, 0);
    QCOMPARE(quick.err, QByteArray());
    const Outcome thorough = dnasRun(check + QStringList{QStringLiteral("--decode")});
    QVERIFY2(thorough.exitCode == 0, thorough.said().constData());
    QVERIFY2(thorough.err.contains("\"what\":\"reading sounds\""), thorough.said().constData());
    const auto samples = [](const QJsonObject &report) {
        return report[u"train"].toInteger() + report[u"validation"].toInteger() + report[u"test"].toInteger();
    };
    QCOMPARE(samples(quick.json()), 40);
    QCOMPARE(samples(thorough.json()), 39);
    const QJsonArray findings = thorough.json()[u"findings"].toArray();
    QCOMPARE(findings.last().toObject()[u"file"].toString(), QStringLiteral("low/4.wav"));
}

void TestCli::comparesNetworks()
{
    const Outcome run = dnasLine(QStringLiteral("diff resnet8 resnet8-50h --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject diff = run.json();
    QVERIFY(!diff[u"identical"].toBool());
    QCOMPARE(diff[u"left"][u"weights"].toInteger(), 77360);
    const qint64 right = diff[u"right"][u"weights"].toInteger();
    QCOMPARE(right, 39098); // published: 39 098 weights
    QCOMPARE(diff[u"delta"][u"weights"].toInteger(), right - 77360);
    qint64 sum = 0;
    for (const QJsonValue layer : diff[u"layers"].toArray())
        sum += layer[u"delta_weights"].toInteger();
    QCOMPARE(sum, right - 77360);

    const Outcome same = dnasLine(QStringLiteral("diff resnet8 resnet8 --json"));
    QVERIFY(same.json()[u"identical"].toBool());
}

void TestCli::benchesCosts()
{
    const Outcome run = dnasLine(QStringLiteral("bench costs --quick --json"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.json()[u"environment"][u"processor"].toString().isEmpty());
    const QJsonArray results = run.json()[u"results"].toArray();
    QMap<QString, double> values;
    for (const QJsonValue result : results) {
        const QString name = result[u"name"].toString();
        values[name] = result[u"value"].toDouble();
        QVERIFY(name.startsWith(QStringLiteral("costs.")));
        QVERIFY(!result[u"unit"].toString().isEmpty() && !result[u"detail"].toString().isEmpty());
        QCOMPARE(result[u"better"].toString(), name.startsWith(QStringLiteral("costs.heldout."))
                                                   ? QStringLiteral("near 0")
                                                   : QStringLiteral("lower"));
    }
    for (const char *name :
         {"costs.evaluate.resnet8", "costs.network.resnet8", "costs.recost1000.resnet8", "costs.recost1000.boards",
          "costs.latency.median", "costs.latency.p90", "costs.energy.median", "costs.energy.p90"})
        QVERIFY2(values.value(QLatin1String(name)) > 0, name);
    // --quick predicts the four networks of one system, latency and energy.
    QCOMPARE(results.size(), 8 + 8);
    QVERIFY(values.contains(QStringLiteral("costs.heldout.STM32H7A3.X-CUBE-AI 9.0.v1.2.280mhz.resnet8.latency")));
}

/// The smallest form of it: whether sets are made, opened, read and taken away again. Nothing reaches the user's cache.
void TestCli::benchesLargeData()
{
    QCOMPARE(dnasLine(QStringLiteral("bench costs --large --quick")).exitCode, 2);
    const QString cache = file("untouched");
    const QString temporary = file("temporary");
    QVERIFY(QDir().mkpath(temporary));
    qputenv("PARETOSCOPE_CACHE", cache.toUtf8());
    qputenv("TMPDIR", temporary.toUtf8());
    const Outcome run = dnasLine(QStringLiteral("bench data --large --quick --json"));
    qunsetenv("TMPDIR");
    qunsetenv("PARETOSCOPE_CACHE");
    QCOMPARE(run.exitCode, 0);
    QStringList names;
    for (const QJsonValue result : run.json()[u"results"].toArray()) {
        names << result[u"name"].toString();
        QVERIFY(result[u"value"].toDouble() > 0);
        QCOMPARE(result[u"better"].toString(), QStringLiteral("lower"));
    }
    QCOMPARE(names.size(), 3 * 8);
    QVERIFY(names.contains(QStringLiteral("data.large.speech_commands.anonymous.again")));
    QVERIFY(!QFileInfo::exists(cache));
    QVERIFY(QDir(temporary).isEmpty());
}

void TestCli::textIsAligned()
{
    const Outcome run = dnasLine(QStringLiteral("describe network resnet8"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("12 501 632"));
    // Right-aligned last column: every row of the table ends where its rule ends.
    const QStringList lines = QString::fromUtf8(run.out).split(QLatin1Char('\n'));
    const auto rule = std::find_if(lines.begin(), lines.end(),
                                   [](const QString &text) { return text.startsWith(QStringLiteral("  ---")); });
    QVERIFY(rule != lines.end());
    int rows = 0;
    for (auto line = rule + 1; line != lines.end() && !line->startsWith(QStringLiteral("  ---")); ++line, ++rows)
        QCOMPARE(line->size(), rule->size());
    QVERIFY(rows > 10);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
