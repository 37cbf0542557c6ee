// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas describe board: what a board file leaves open is null, never 0; clocks of boards with a GPU.
#include "tests/app/dnas_process.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

class TestCliBoards : public QObject {
    Q_OBJECT

private slots:
    void memoriesAndRoom()
    {
        const QJsonObject board = dnasLine(QStringLiteral("describe board nucleo-h743zi2 --json")).json();
        QCOMPARE(board[u"ram_bytes"].toInteger(), 1024 * 1024);
        QCOMPARE(board[u"arena_bytes"].toInteger(), 512 * 1024); // AXI SRAM
        QCOMPARE(board[u"memories"].toArray().size(), 5);
        const QJsonObject cost =
            dnasLine(QStringLiteral("cost --network resnet8 --board nucleo-h743zi2 --json")).json();
        QCOMPARE(cost[u"ram_room_bytes"].toInteger(), 512 * 1024);
        QCOMPARE(cost[u"flash_room_bytes"].toInteger(), 2048 * 1024);
    }

    void unknownIsNull()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("mine.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name: mine\noperating_points:\n  - {name: p, clock_mhz: 100}\nruntimes:\n  - name: kernels\n");
        file.close();
        const QJsonObject board =
            dnasRun({QStringLiteral("describe"), QStringLiteral("board"), file.fileName(), QStringLiteral("--json")})
                .json();
        QCOMPARE(board[u"name"].toString(), QStringLiteral("mine"));
        for (const char *key : {"flash_bytes", "ram_bytes", "supply_volts", "regulator", "clocks"})
            QVERIFY2(board.contains(QLatin1String(key)) && board[QLatin1String(key)].isNull(), key);
        QCOMPARE(board[u"further_points"].toInt(-1), 0);
        const QJsonObject point = board[u"operating_points"][0].toObject();
        QCOMPARE(point[u"clock_mhz"].toDouble(), 100.0);
        for (const char *key : {"voltage", "static_mw"})
            QVERIFY2(point.contains(QLatin1String(key)) && point[QLatin1String(key)].isNull(), key);
        const QJsonObject runtime = board[u"runtimes"][0].toObject();
        for (const char *key : {"code_bytes", "reference_point", "error_percent", "energy_error_percent"})
            QVERIFY2(runtime.contains(QLatin1String(key)) && runtime[QLatin1String(key)].isNull(), key);
        QCOMPARE(runtime[u"bytes_per_channel"].toDouble(-1), 0.0); // there may be no tables
    }

    void knownIsANumber()
    {
        const QJsonObject board = dnasLine(QStringLiteral("describe board nucleo-h743zi2 --json")).json();
        QCOMPARE(board[u"supply_volts"].toDouble(), 3.3);
        QCOMPARE(board[u"operating_points"][0][u"voltage"].toDouble(), 1.33);
        QCOMPARE(board[u"runtimes"][0][u"code_bytes"].toInteger(), 55037);
        QCOMPARE(board[u"runtimes"][0][u"reference_point"].toString(), QStringLiteral("vos0-480mhz"));
    }

    void clocksOfBoardsWithAGpu()
    {
        const QJsonObject jetson = dnasLine(QStringLiteral("describe board jetson-agx-xavier --json")).json();
        QCOMPARE(jetson[u"clocks"][u"cpu_mhz"].toArray().size(), 29);
        QCOMPARE(jetson[u"clocks"][u"gpu_mhz"][0].toDouble(), 114.75);
        QCOMPARE(jetson[u"operating_points"][0][u"memory_mhz"].toDouble(), 2133.0);
        QCOMPARE(jetson[u"operating_points"][0][u"static_mw"].toDouble(), 5000.0);

        const QString text = QString::fromUtf8(dnasLine(QStringLiteral("describe board jetson-agx-xavier")).out);
        const auto has = [&](const char *pattern) {
            return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::MultilineOption)
                .match(text)
                .hasMatch();
        };
        QVERIFY2(has("operating point +CPU clock +GPU clock +memory clock +core voltage"), qPrintable(text));
        QVERIFY2(has("^ +10w +1200 MHz +520 MHz +1066 MHz +–$"), qPrintable(text));
        QVERIFY2(has("^ +CPU +29 +115.2 MHz +2265.6 MHz$"), qPrintable(text));
        QVERIFY2(has("^ +GPU +14 +114.75 MHz +1377 MHz$"), qPrintable(text));
        QVERIFY2(has("^ +memory +9 +204 MHz +2133 MHz$"), qPrintable(text));
        QVERIFY2(has("3 654 in all, named by its clocks: cpu115.2-gpu114.75-memory204$"), qPrintable(text));

        const QByteArray plain = dnasLine(QStringLiteral("describe board nucleo-h743zi2")).out;
        QVERIFY(!plain.contains("GPU"));
        QVERIFY(plain.contains("480 MHz"));
    }

    /// Figures without a stated error say so.
    void errorsThatNobodyKnows()
    {
        const QByteArray jetson = dnasLine(QStringLiteral("describe board jetson-agx-xavier")).out;
        QVERIFY2(jetson.contains("modelled, latency: error not known, energy: error not known"), jetson.constData());
        const QByteArray fitted = dnasLine(QStringLiteral("describe board nucleo-l4r5zi")).out;
        QVERIFY2(!fitted.contains("not known"), fitted.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliBoards)
#include "tst_cli_boards.moc"
