// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wrong use and failures of the command line: exit code, one line on stderr, nothing on stdout, nothing left behind.
// The table of exit codes in docs/command_line.md is the test exitCodes.
#include "tests/app/cli_study.h"
#include "tests/app/dnas_process.h"
#include "tests/core/data/cifar_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// The object of a line of JSON, when there is this one line only.
QJsonObject errorObject(const Outcome &run)
{
    return run.errorLines() == 1 ? QJsonDocument::fromJson(run.err).object() : QJsonObject();
}

} // namespace

class TestCliErrors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongUse_data();
    void wrongUse();
    void parserErrors_data();
    void parserErrors();
    void exitCodes_data();
    void exitCodes();
    void failures_data();
    void failures();
    void fullOutput();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    bool write(const char *name, const QByteArray &bytes) const { return cifar_folder::write(file(name), bytes); }
    QString inFolder(const QString &line) const
    {
        return line.contains(QStringLiteral("%1")) ? line.arg(m_folder.path()) : line;
    }
    QTemporaryDir m_folder;
};

void TestCliErrors::initTestCase()
{
    QVERIFY(m_folder.isValid());
    CHECK_OK(cli_study::writeStudy(samples::in(m_folder, "tiny.pscope")));
    QVERIFY(write("text.pscope", "this is a letter, not a study, and long enough to hold a header of a hundred bytes, "
                                 "so that nobody takes it for a short file\n"));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("folder.yaml")));
    const QByteArray terms = "objective:\n  - {metric: weights, target: 50%, shape: absolute}\n";
    QVERIFY(write("cifar.yaml", "benchmark: image-classification\n" + terms));
    QVERIFY(write("demo.yaml", "benchmark: demo\n" + terms));
    QVERIFY(write("board.yaml", "benchmark: demo\nboard: folder.yaml\n" + terms));
    QVERIFY(write("start.yaml", "benchmark: demo\nweights: none.safetensors\n" + terms));
    QVERIFY(write("far.yaml", "benchmark: demo\nobjective:\n  - {metric: weights, target: 1, shape: hinge}\n"));
    QVERIFY(cifar_folder::makeCifar10(file("cut"), 1));
    QVERIFY(write("cut/cifar-10-batches-bin/data_batch_2.bin", cifar_folder::record(0, 0).first(1000)));
    QVERIFY(cifar_folder::makeCifar10(file("gap"), 1));
    QVERIFY(QFile::remove(file("gap/cifar-10-batches-bin/data_batch_3.bin")));
}

void TestCliErrors::wrongUse_data()
{
    QTest::addColumn<QString>("line"); // %1: the folder of the test
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(line) << QByteArray(says);
    };
    row("no verb", "", "name a verb: list, describe, cost, ");
    row("unknown network", "describe network resnet9", "there is no 'resnet9' among the networks; known: ");
    row("unknown board", "cost --network resnet8 --board nucleo", "there is no 'nucleo' among the boards");
    row("unknown runtime", "cost --network resnet8 --board nucleo-h743zi2 --runtime none", "x-cube-ai-9");
    row("unknown point", "cost --network resnet8 --board nucleo-h743zi2 --point warp", "vos0-480mhz");
    row("nothing to cost", "cost", "--space");
    row("network and space", "cost --network resnet8 --space demo", "--space");
    row("unknown metric", "front %1/tiny.pscope --x beauty", "unknown metric 'beauty'");
    row("unknown quality", "front %1/tiny.pscope --y beauty", "beauty");
    row("two candidates", "show %1/tiny.pscope#1 2", "two candidates are named, '1' and '2'");
    row("no such candidate behind #", "show %1/tiny.pscope#17", "has no candidate 17; it has 1, 2, 3, 4, 5");
    row("nothing behind #", "show %1/tiny.pscope#", "'' is no candidate");
    row("no such candidate", "show %1/tiny.pscope 17", "has no candidate 17; it has 1, 2, 3, 4, 5");
    row("no candidate", "show %1/tiny.pscope smallest", "'smallest' is no candidate");
    row("study without candidate", "diff resnet8 %1/tiny.pscope", "#best");
    row("export without candidate", "export %1/tiny.pscope --format onnx --output %1/x", "#best");
    row("export of a failed one", "export %1/tiny.pscope#9 --format onnx --output %1/x", "has no candidate 9");
    row("export later", "export %1/tiny.pscope#1 --format tflite --output %1/x", "later version");
    row("export C later", "export %1/tiny.pscope#1 --format c --output %1/x", "later version");
    row("export unknown", "export %1/tiny.pscope#1 --format pdf --output %1/x", "pdf");
    row("report over the study", "report %1/tiny.pscope --output %1/tiny.pscope", "is the study itself");
    row("bench of what", "bench patience", "patience");
    row("groups of a board", "describe board generic --groups", "--groups");
}

void TestCliErrors::wrongUse()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, says);
    const Outcome run = dnasLine(inFolder(line));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(says), run.said().constData());
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("dnas: error: "), run.said().constData());
    QVERIFY2(run.errorLines() == 1, run.said().constData());
    QVERIFY(!QDir(m_folder.path()).exists(QStringLiteral("x")));
}

void TestCliErrors::parserErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("error"); // the whole line
    const auto row = [](const char *name, const QStringList &arguments, const char *error) {
        QTest::newRow(name) << arguments << QByteArray(error);
    };
    const QString list = QStringLiteral("list");
    const QString search = QStringLiteral("search");
    row("unknown verb", {QStringLiteral("paint")}, "there is no verb 'paint' (try 'dnas --help')");
    row("empty verb", {QString()}, "there is no verb '' (try 'dnas --help')");
    row("verb of two lines", {QStringLiteral("a\nb")}, "there is no verb 'a b' (try 'dnas --help')");
    row("option without verb", {QStringLiteral("-x")}, "not understood: -x (try 'dnas --help')");
    row("unknown option", {list, QStringLiteral("networks"), QStringLiteral("--colour")},
        "not understood: --colour (try 'dnas list --help')");
    row("argument too many", {list, QStringLiteral("networks"), QStringLiteral("boards")},
        "not understood: boards (try 'dnas list --help')");
    row("missing argument", {list}, "KIND is required (try 'dnas list --help')");
    row("unknown word", {list, QStringLiteral("cars")},
        "KIND: cars not in {benchmarks,networks,boards,spaces,specs} (try 'dnas list --help')");
    row("missing value", {search, QStringLiteral("demo"), QStringLiteral("--seed")},
        "--seed: needs a value (try 'dnas search --help')");
    row("value twice",
        {search, QStringLiteral("demo"), QStringLiteral("--jobs"), QStringLiteral("1"), QStringLiteral("--jobs"),
         QStringLiteral("2")},
        "--jobs: is given too often (try 'dnas search --help')");
    row("no number", {search, QStringLiteral("demo"), QStringLiteral("--jobs"), QStringLiteral("many")},
        "--jobs: Value many not in range 1 to 256 (try 'dnas search --help')");
    row("exclusive",
        {QStringLiteral("front"), QStringLiteral("a"), QStringLiteral("--all"), QStringLiteral("--only-front")},
        "--all excludes --only-front (try 'dnas front --help')");
}

void TestCliErrors::parserErrors()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, error);
    const Outcome text = dnasRun(arguments);
    QCOMPARE(text.err, "dnas: error: " + error + "\n");
    QCOMPARE(text.exitCode, 2);
    QCOMPARE(text.out, QByteArray());
    // --json before the verb and behind it.
    for (const qsizetype place : {0, 1}) {
        QStringList withJson = arguments;
        withJson.insert(place, QStringLiteral("--json"));
        const Outcome json = dnasRun(withJson);
        QCOMPARE(json.exitCode, 2);
        QCOMPARE(json.out, QByteArray());
        const QJsonObject object = errorObject(json);
        QVERIFY2(object[u"event"].toString() == QStringLiteral("error"), json.said().constData());
        const QString key = object[u"key"].toString();
        const QString message = object[u"message"].toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
        QCOMPARE((key.isEmpty() ? message : key + QStringLiteral(": ") + message).toUtf8(), error);
    }
}

void TestCliErrors::exitCodes_data()
{
    QTest::addColumn<QString>("line"); // %1: the folder of the test
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const QString &line, int exitCode, const char *says) {
        QTest::newRow(qPrintable(line)) << line << exitCode << QByteArray(says);
    };
    const auto rows = [&](std::initializer_list<const char *> lines, int exitCode, const char *says) {
        for (const char *line : lines)
            row(QString::fromUtf8(line), exitCode, says);
    };
    // 0: done; asking is no failure, whatever the answer.
    rows({"list networks", "cost --network resnet8", "cost --space demo", "data check demo",
          "data info image-classification --data %1/none", "front %1/tiny.pscope", "show %1/tiny.pscope",
          "show %1/tiny.pscope#1", "diff resnet8 %1/tiny.pscope#1", "--help", "list --help", "--version"},
         0, "");
    // 2: what was named is not there, in every verb alike …
    rows({"front %1/none.pscope", "show %1/none.pscope", "show %1/none.pscope#1", "report %1/none.pscope --output %1/x",
          "export %1/none.pscope#1 --format onnx --output %1/x", "diff %1/none.pscope#1 resnet8",
          "cost --network %1/none.pscope#1", "describe network %1/none.pscope#1"},
         2, "none.pscope: does not exist");
    rows({"describe network %1/none.yaml", "describe board %1/none.yaml", "describe benchmark %1/none.yaml",
          "cost --network %1/none.yaml", "cost --network resnet8 --board %1/none.yaml", "cost --space %1/none.yaml",
          "diff %1/none.yaml resnet8", "data info %1/none.yaml", "data check %1/none.yaml",
          "search %1/none.yaml --output %1/x"},
         2, "none.yaml: there is no such file");
    rows({"search %1/start.yaml --output %1/x", "cost --space %1/start.yaml"}, 2, "start.yaml:2: weights: ");
    rows({"search %1/cifar.yaml --output %1/x --data %1/none", "search %1/cifar.yaml --dry-run --data %1/none",
          "data check image-classification --data %1/none"},
         2, "no such folder");
    rows({"search %1/cifar.yaml --output %1/x --data %1/gap", "data check image-classification --data %1/gap"}, 2,
         "data_batch_3.bin: no such file");
    // … or is something else …
    rows({"describe network %1/folder.yaml", "describe board %1/folder.yaml", "describe benchmark %1/folder.yaml",
          "cost --network %1/folder.yaml", "cost --space %1/folder.yaml", "diff resnet8 %1/folder.yaml",
          "data check %1/folder.yaml", "search %1/folder.yaml --output %1/x", "search %1/board.yaml --output %1/x",
          "front %1/folder.yaml", "show %1/folder.yaml", "report %1/folder.yaml --output %1/x"},
         2, "is a folder");
    rows({"front %1/text.pscope", "show %1/text.pscope", "report %1/text.pscope --output %1/x",
          "export %1/text.pscope#1 --format yaml --output %1/x", "cost --network %1/text.pscope#1",
          "search %1/demo.yaml --output %1/text.pscope"},
         2, "text.pscope: is not a Paretoscope study");
    // … or is damaged, or asks for what cannot be.
    rows({"search %1/cifar.yaml --output %1/x --data %1/cut", "data check image-classification --data %1/cut"}, 2,
         "data_batch_2.bin: record 0 (counted from 0) has 1000 of 3073 bytes");
    rows({"search %1/far.yaml --output %1/x", "cost --space %1/far.yaml"}, 2, "far.yaml:3");
    // 1: it cannot be written, or somebody else writes it.
    rows({"report %1/tiny.pscope --output %1/none/x.html", "export %1/tiny.pscope#4 --format onnx --output /proc/none",
          "search %1/demo.yaml --output %1/none/x.pscope"},
         1, "none");
    row(QStringLiteral("search %1/demo.yaml --output %1/busy.pscope"), 1, "busy.pscope: ");
}

void TestCliErrors::exitCodes()
{
    QFETCH(const QString, line);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, says);
    std::shared_ptr<dnas::Study> writer; // holds its file as long as it lives
    if (line.contains(QStringLiteral("busy"))) {
        const auto made =
            dnas::Study::create(samples::in(m_folder, "busy.pscope"), samples::spec(), samples::environment());
        CHECK_OK(made);
        writer = *made;
    }
    const Outcome run = dnasLine(inFolder(line));
    QVERIFY2(run.err.contains(says), run.said().constData());
    QVERIFY2(run.exitCode == exitCode, run.said().constData());
    QVERIFY2(run.errorLines() == (exitCode == 0 ? 0 : 1), run.said().constData());
    QVERIFY(!QFile::exists(file("x")));
}

void TestCliErrors::failures_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(line) << QByteArray(says);
    };
    // Also root cannot make a folder there.
    row("folder that cannot be", "export %1/tiny.pscope#4 --format onnx --output /proc/none", "/proc/none");
    row("folder is a file", "export %1/tiny.pscope#4 --format yaml --output %1/text.pscope", "text.pscope");
    row("folder below a file", "export %1/tiny.pscope#4 --format yaml --output %1/text.pscope/x", "text.pscope/x");
    row("report without folder", "report %1/tiny.pscope --output %1/none/page.html", "none/page.html");
}

void TestCliErrors::failures()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, says);
    const QStringList before = samples::filesIn(m_folder);
    const Outcome run = dnasLine(line.arg(m_folder.path()));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(says), run.said().constData());
    QCOMPARE(run.errorLines(), 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(samples::filesIn(m_folder), before);
}

void TestCliErrors::fullOutput()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full here");
    const Outcome run = dnasRun({QStringLiteral("list"), QStringLiteral("networks")}, QStringLiteral("/dev/full"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("standard output"), run.said().constData());
    QCOMPARE(run.errorLines(), 1);
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "tst_cli_errors.moc"
