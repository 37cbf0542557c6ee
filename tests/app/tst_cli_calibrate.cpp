// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas calibrate: a board file from a table of measurements, and one clear line for every table that is none.
#include "tests/app/dnas_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestCliCalibrate : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void writesABoard()
    {
        // The four networks on a made-up board: published figures of a Cortex-M33, 10 % slower.
        write("mine.csv", "network,latency_ms,energy_uj\nds-cnn,55.6,4180\nmobilenet-v1-025,178.6,13040\n"
                          "resnet8,270.8,19500\nautoencoder,5.07,357\n");
        write("mine.yaml", "name: mine\ncore: Arm Cortex-M33\noperating_points:\n  - {name: p, clock_mhz: 200}\n"
                           "runtimes:\n  - name: kernels\n");
        const Outcome run = calibrated("mine.yaml", "mine.csv");
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        const QJsonObject runtime = run.json()[u"runtimes"][0].toObject();
        QCOMPARE(runtime[u"runtime"].toString(), QStringLiteral("kernels"));
        QVERIFY(runtime[u"error_percent"].toDouble() > 0);
        QVERIFY(runtime[u"energy_error_percent"].toDouble() > 0);
        QCOMPARE(runtime[u"residuals"].toArray().size(), 8);

        const QJsonObject cost =
            dnasRun({QStringLiteral("cost"), QStringLiteral("--network"), QStringLiteral("resnet8"),
                     QStringLiteral("--board"), path("out.yaml"), QStringLiteral("--json")})
                .json();
        QCOMPARE(cost[u"latency_ms_origin"].toString(), QStringLiteral("calibrated"));
        QCOMPARE(cost[u"latency_ms_error_percent"].toDouble(), runtime[u"error_percent"].toDouble());
        QVERIFY2(qAbs(cost[u"latency_ms"].toDouble() / 270.8 - 1) < 0.1,
                 qPrintable(QString::number(cost[u"latency_ms"].toDouble())));
        QVERIFY(cost[u"layers"].toArray().size() > 20);
    }

    /// A row that is ten times off: the board is written, and the error says by how much not to trust it.
    void warnsOfACoarseFit()
    {
        write("wild.csv", "network,latency_ms\nds-cnn,556\nmobilenet-v1-025,178.6\nresnet8,270.8\nautoencoder,5.07\n");
        write("wild.yaml", "name: wild\ncore: Arm Cortex-M33\noperating_points:\n  - {name: p, clock_mhz: 200}\n"
                           "runtimes:\n  - name: kernels\n");
        const Outcome run = calibrated("wild.yaml", "wild.csv");
        QVERIFY2(run.exitCode == 0, run.said().constData());
        QVERIFY(run.json()[u"runtimes"][0].toObject()[u"error_percent"].toDouble() > 30);
        QVERIFY2(run.err.contains("is too coarse for limits"), run.said().constData());
        QVERIFY(run.err.contains("runtime kernels"));
        QCOMPARE(run.errorLines(), 1);
    }

    /// The measurements themselves, or a network, by a slip of the completion: only a board is ever overwritten.
    void nothingButABoardIsOverwritten()
    {
        const QByteArray csv = "network,latency_ms\nds-cnn,55.6\nresnet8,270.8\nautoencoder,5.07\n";
        write("kept.csv", csv);
        write("kept.yaml",
              "name: kept\noperating_points:\n  - {name: p, clock_mhz: 200}\nruntimes:\n  - name: kernels\n");
        const auto run = [this](const char *output) {
            return dnasRun({QStringLiteral("calibrate"), QStringLiteral("--board"), path("kept.yaml"),
                            QStringLiteral("--measurements"), path("kept.csv"), QStringLiteral("-o"), path(output)});
        };
        const Outcome refused = run("kept.csv");
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("is there already and is no board file"), refused.said().constData());
        QFile file(path("kept.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), csv);
        QCOMPARE(run("new.yaml").exitCode, 0);
        QCOMPARE(run("new.yaml").exitCode, 0); // a board of before
    }

    void oneClearLine_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("says");
        QTest::newRow("wrong unit") << "network,latency_h\nresnet8,1\n"
                                    << "mine.csv:1: unknown unit in column 'latency_h'";
        QTest::newRow("too few") << "network,latency_ms\nresnet8,1\n"
                                 << "has 1 measured latency, a fit needs 3";
        QTest::newRow("no such network") << "network,latency_ms\nresnet8,1\nds-cnn,1\nresnet9,1\n"
                                         << "mine.csv:4: network:";
        QTest::newRow("not a table") << "hello"
                                     << "mine.csv:1: unknown column 'hello'";
        QTest::newRow("a slip in a column") << "network,latncy_ms\nresnet8,1\n"
                                            << "mine.csv:1: unknown column 'latncy_ms', did you mean latency_ms?";
        QTest::newRow("hertz") << "network,latency_ms,clock_mhz\nresnet8,1,120000000\n"
                               << "mine.csv:2: clock_mhz: '120000000' is no clock";
        QTest::newRow("no such layer") << "network,layer,latency_ms\nresnet8,conv0,1\nresnet8,s1a,1\nresnet8,s1x,1\n"
                                       << "mine.csv:4: layer: network resnet8 has no layer 's1x', did you mean s1a?";
        QTest::newRow("no file beside the table")
            << "network,latency_ms\nresnet8,1\nds-cnn,1\nnets/none.yaml,1\n"
            << "mine.csv:4: network: " + m_folder.filePath(QStringLiteral("nets/none.yaml")) +
                   ": there is no such file";
        QTest::newRow("other boards only") << "network,latency_ms,board\nresnet8,1,x\n"
                                           << "no measurement is for board";
    }
    void oneClearLine()
    {
        QFETCH(QString, csv);
        QFETCH(QString, says);
        write("mine.csv", csv.toUtf8());
        const Outcome run = calibrated("nucleo-l4r5zi", "mine.csv", false);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.errorLines(), 1);
        QVERIFY2(QString::fromUtf8(run.err).contains(says), run.said().constData());
        QVERIFY(!QFile::exists(path("out.yaml")));
    }

    void missingFilesAndFolders()
    {
        QCOMPARE(calibrated("nucleo-l4r5zi", "none.csv", false).exitCode, 2);
        write("mine.csv", "network,latency_ms\nresnet8,1\n");
        QCOMPARE(calibrated("no-such-board", "mine.csv", false).exitCode, 2);
    }

    void cleanup() { QFile::remove(path("out.yaml")); }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    /// A board ending in .yaml is one of the folder.
    Outcome calibrated(const char *board, const char *csv, bool json = true) const
    {
        const QString name = QString::fromUtf8(board);
        QStringList arguments{QStringLiteral("calibrate"),
                              QStringLiteral("--board"),
                              name.endsWith(QLatin1String(".yaml")) ? path(board) : name,
                              QStringLiteral("--measurements"),
                              path(csv),
                              QStringLiteral("-o"),
                              path("out.yaml")};
        if (json)
            arguments << QStringLiteral("--json");
        return dnasRun(arguments);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliCalibrate)
#include "tst_cli_calibrate.moc"
