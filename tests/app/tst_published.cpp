// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The published networks that come with the program: readable, counted like our own, and found by their benchmark.
#include "app/window/published_points.h"
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "core/spec/benchmark.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paretoscope;

class TestPublished : public QObject {
    Q_OBJECT

private slots:
    void countsAreOurs()
    {
        const auto networks = readPublished(publishedFile());
        QVERIFY2(networks.ok(), networks.ok() ? "" : networks.error().message.c_str());
        QVERIFY(networks->size() >= 4);
        auto board = dnas::loadBoard("generic");
        QVERIFY(board.ok());
        const auto setup = dnas::selectSetup(std::move(board).value(), {}, {}).value();
        for (const PublishedNetwork &published : *networks) {
            const auto network = dnas::loadNetwork(published.network);
            QVERIFY2(network.ok(), published.network.c_str());
            const dnas::CostSet costs = dnas::costOf(*network, setup).total;
            QVERIFY(published.point.costs.contains("weights") && published.point.costs.contains("macs"));
            for (const auto &[metric, cost] : published.point.costs)
                QCOMPARE(cost.value, costs.at(metric).value);
            QVERIFY(published.point.quality > 0.5 && published.point.quality < 1);
            QVERIFY(!published.point.source.empty());
            QVERIFY(!published.benchmark.empty());
        }
    }

    void foundByBenchmark()
    {
        const auto benchmark = dnas::loadBenchmark("image-classification");
        QVERIFY(benchmark.ok());
        const auto points = publishedPoints(benchmark->text);
        QCOMPARE(points.size(), std::size_t(1));
        QCOMPARE(points[0].quality, 0.865);
        QCOMPARE(points[0].costs.at("macs").value, 12501632.0);
        const auto demo = dnas::loadBenchmark("demo");
        QVERIFY(demo.ok());
        QVERIFY(publishedPoints(demo->text).empty());
        QVERIFY(publishedPoints("no benchmark").empty());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        const QByteArray good = "networks:\n  - {name: a, benchmark: b, network: c, quality: 0.5, source: d";
        QTest::newRow("unknown metric") << good + ", weigths: 3}" << QStringLiteral("networks[0].weigths");
        QTest::newRow("no number") << good + ", macs: many}" << QStringLiteral("networks[0].macs");
        QTest::newRow("no source") << QByteArray("networks:\n  - {name: a, benchmark: b, network: c, quality: 0.5}")
                                   << QStringLiteral("networks[0].source");
        QTest::newRow("another list") << good + "}\npapers: []" << QStringLiteral("papers");
    }
    void badFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("published.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto networks = readPublished(file.fileName().toStdString());
        QVERIFY(!networks.ok());
        QCOMPARE(QString::fromStdString(networks.error().place.key), key);
    }
};

QTEST_GUILESS_MAIN(TestPublished)
#include "tst_published.moc"
