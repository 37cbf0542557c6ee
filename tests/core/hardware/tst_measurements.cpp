// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables of measurements with slips: what an error points at and what it offers instead.
#include "core/base/files.h"
#include "core/hardware/calibration/calibrate.h"
#include "core/network/network_yaml.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

namespace {

bool says(const Error &error, const char *text) { return error.message.find(text) != std::string::npos; }

Error refusal(const std::string &csv)
{
    const auto result = parseMeasurements(csv, "m.csv");
    return result.ok() ? Error{} : result.error();
}

/// Two clocks: power flows at one of them whether or not it computes.
std::string boardWith(const char *staticOfFast, const char *staticOfSlow)
{
    return std::string("name: mine\ncore: Arm Cortex-M4\noperating_points:\n"
                       "  - {name: fast, clock_mhz: 100, voltage: 1.2, static_mw: ") +
           staticOfFast + "}\n  - {name: slow, clock_mhz: 50, voltage: 1, static_mw: " + staticOfSlow +
           "}\nruntimes:\n  - name: kernels\n";
}

} // namespace

class TestMeasurements : public QObject {
    Q_OBJECT

private slots:
    void unknownColumnsNameTheKnown()
    {
        const Error slip = refusal("network,latncy_ms\nresnet8,1\n");
        QCOMPARE(slip.place.line, 1);
        QVERIFY2(says(slip, "unknown column 'latncy_ms', did you mean latency_ms?; known: network, layer, "),
                 slip.message.c_str());
        for (const char *known : {"library_before", "clock_mhz", "latency_us", "energy_nj"})
            QVERIFY2(says(slip, known), known);
        const Error other = refusal("network,latency_ms,colour\nresnet8,1,red\n");
        QVERIFY2(says(other, "unknown column 'colour'; known: network, "), other.message.c_str());
    }

    void clocksThatNoDeviceHas()
    {
        const auto clock = [](const std::string &mhz) {
            return refusal("network,latency_ms,clock_mhz\nresnet8,1," + mhz + "\n");
        };
        for (const char *wrong : {"480000000", "20001", "0.0099"}) {
            const Error error = clock(wrong);
            QCOMPARE(error.place.line, 2);
            QCOMPARE(error.place.key, std::string("clock_mhz"));
            QVERIFY2(says(error, "0.01 to 20000, in MHz"), error.message.c_str());
            QVERIFY(says(error, wrong));
        }
        for (const char *right : {"0.01", "20000", "480", ""})
            QVERIFY2(clock(right).message.empty(), right);
    }

    /// They mean the same wherever the program is started.
    void networksBesideTheTable()
    {
        const QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        std::filesystem::create_directory(folder / "nets");
        const std::string copy = (folder / "nets" / "copy.yaml").string();
        VERIFY_OK(writeAtomically(copy, writeNetwork(loadNetwork("resnet8").value())));
        const std::string table = (folder / "mine.csv").string();
        VERIFY_OK(writeAtomically(table, "network,latency_ms,clock_mhz\nnets/copy.yaml,1,100\n" + copy +
                                             ",1,100\nresnet8,1,100\n"));
        const auto measurements = loadMeasurements(table);
        VERIFY_OK(measurements);
        QCOMPARE(measurements->at(0).network, copy);
        QCOMPARE(measurements->at(1).network, copy);
        QCOMPARE(measurements->at(2).network, std::string("resnet8"));
        const auto population = buildPopulation(*measurements);
        VERIFY_OK(population);
        QCOMPARE(population->observations[0].work, population->observations[2].work);

        VERIFY_OK(writeAtomically(table, "network,latency_ms,clock_mhz\nnone.yaml,1,100\n"));
        const auto missing = buildPopulation(loadMeasurements(table).value());
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().place.line, 2);
        QCOMPARE(missing.error().place.key, std::string("network"));
        QVERIFY2(says(missing.error(), (folder / "none.yaml").c_str()), missing.error().message.c_str());
    }

    void layersThatANetworkDoesNotHave()
    {
        const auto refused = [](const std::string &network, const std::string &layer) {
            const auto csv = "network,layer,latency_ms,clock_mhz\n" + network + ',' + layer + ",1,100\n";
            const auto result = buildPopulation(parseMeasurements(csv, "m.csv").value());
            return result.ok() ? Error{} : result.error();
        };
        const Error slip = refused("resnet8", "s1x");
        QCOMPARE(slip.place.line, 2);
        QCOMPARE(slip.place.key, std::string("layer"));
        QVERIFY2(says(slip, "network resnet8 has no layer 's1x', did you mean s1a?; it has conv0, conv0_bn, s1a, "),
                 slip.message.c_str());
        QVERIFY2(says(slip, " and 11 more"), slip.message.c_str()); // of 21
        QVERIFY(!says(slip, "s3b"));
        QVERIFY(!says(refused("resnet8", "nonsense"), "did you mean"));
        const Error idle = refused("resnet8", "s1a_bn");
        QCOMPARE(idle.place.key, std::string("layer"));
        QVERIFY2(says(idle, "does no work"), idle.message.c_str());
        QCOMPARE(refused("resnet9", "s1a").place.key, std::string("network"));

        const QTemporaryDir dir;
        const std::string small = (dir.path() + QStringLiteral("/small.yaml")).toStdString();
        VERIFY_OK(writeAtomically(small, "name: small\ninput: {channels: 3, height: 8, width: 8}\nlayers:\n"
                                         "  - {name: first, op: conv, channels: 4, kernel: 3}\n"
                                         "  - {name: last, op: conv, channels: 4, kernel: 3}\n"));
        const Error all = refused(small, "x");
        QVERIFY2(all.message.ends_with("it has first, last"), all.message.c_str());
    }

    /// Energies with static power in them: what counts is the point that the clock selects, not the default.
    void staticPowerIsOfTheMeasuredPoint_data()
    {
        QTest::addColumn<QString>("board");
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("refused");
        const QString fast = QString::fromStdString(boardWith("5", "0"));
        const QString slow = QString::fromStdString(boardWith("0", "5"));
        QTest::newRow("at the default") << fast << "resnet8,100,5000,,\n" << true;
        QTest::newRow("by the clock of the default") << fast << "resnet8,100,5000,100,\n" << true;
        QTest::newRow("beside the default") << fast << "resnet8,100,5000,50,\n" << false;
        QTest::newRow("by another clock") << slow << "resnet8,100,5000,50,\n" << true;
        QTest::newRow("by another name") << slow << "resnet8,100,5000,,slow\n" << true;
        QTest::newRow("only at another point") << slow << "resnet8,100,5000,,\n" << false;
        QTest::newRow("no energy") << slow << "resnet8,100,,50,\n" << false;
    }
    void staticPowerIsOfTheMeasuredPoint()
    {
        QFETCH(QString, board);
        QFETCH(QString, row);
        QFETCH(bool, refused);
        const std::string csv = "network,latency_ms,energy_uj,clock_mhz,point\n" + row.toStdString();
        const auto result =
            calibrate(parseBoard(board.toStdString(), "mine.yaml").value(), parseMeasurements(csv, "m").value(), {});
        QVERIFY(!result.ok()); // one row is too few in any case
        QCOMPARE(says(result.error(), "static_mw"), refused);
        QCOMPARE(says(result.error(), "a fit needs 3"), !refused);
    }
};

QTEST_GUILESS_MAIN(TestMeasurements)
#include "tst_measurements.moc"
