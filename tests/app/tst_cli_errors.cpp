// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wrong use and failures of the command line: exit code, one line on stderr, nothing on stdout, nothing left behind.
#include "tests/app/cli_study.h"
#include "tests/app/dnas_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestCliErrors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongUse_data();
    void wrongUse();
    void failures_data();
    void failures();
    void fullOutput();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void TestCliErrors::initTestCase()
{
    QVERIFY(m_folder.isValid());
    CHECK_OK(cli_study::writeStudy(samples::in(m_folder, "tiny.pscope")));
    QFile text(file("text.pscope"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("this is a letter, not a study, and long enough to hold a header of a hundred bytes, so that "
               "nobody takes it for a short file\n");
}

void TestCliErrors::wrongUse_data()
{
    QTest::addColumn<QString>("line"); // %1: the folder of the test
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(line) << QByteArray(says);
    };
    row("no verb", "", "subcommand");
    row("unknown verb", "paint", "there is no verb 'paint'");
    row("unknown option", "list networks --colour", "--colour");
    row("unknown kind", "list cars", "cars");
    row("describe nothing", "describe network", "NAME");
    row("unknown network", "describe network resnet9", "there is no 'resnet9' among the networks; known: ");
    row("unknown board", "cost --network resnet8 --board nucleo", "there is no 'nucleo' among the boards");
    row("unknown runtime", "cost --network resnet8 --board nucleo-h743zi2 --runtime none", "x-cube-ai-9");
    row("unknown point", "cost --network resnet8 --board nucleo-h743zi2 --point warp", "vos0-480mhz");
    row("nothing to cost", "cost --json", "--space");
    row("network and space", "cost --network resnet8 --space demo", "--space");
    row("no such file", "describe network %1/none.yaml", "no such file");
    row("not a study", "front %1/text.pscope", "is not a Paretoscope study");
    row("show what is no study", "show %1/text.pscope", "is not a Paretoscope study");
    row("unknown metric", "front %1/tiny.pscope --x beauty", "unknown metric 'beauty'");
    row("unknown quality", "front %1/tiny.pscope --y beauty", "beauty");
    row("json and csv", "front %1/tiny.pscope --json --csv", "excludes");
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
    const Outcome run = dnasLine(line.contains(QStringLiteral("%1")) ? line.arg(m_folder.path()) : line);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(says), run.err.constData());
    QCOMPARE(run.out, QByteArray());
    // One line, or with the parser of the arguments a second one that points to --help.
    QVERIFY2(run.errorLines() <= 2, run.err.constData());
    if (run.err.startsWith("dnas: error: "))
        QCOMPARE(run.errorLines(), 1);
    QVERIFY(!QDir(m_folder.path()).exists(QStringLiteral("x")));
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
    row("no study", "front %1/none.pscope", "none.pscope");
}

void TestCliErrors::failures()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, says);
    const QStringList before = samples::filesIn(m_folder);
    const Outcome run = dnasLine(line.arg(m_folder.path()));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(says), run.err.constData());
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
    QVERIFY2(run.err.contains("standard output"), run.err.constData());
    QCOMPARE(run.errorLines(), 1);
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "tst_cli_errors.moc"
