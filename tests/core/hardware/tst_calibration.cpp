// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measurements as CSV, fits that find what made them, errors of what was held out, boards with fitted coefficients.
#include "core/hardware/board_writer.h"
#include "core/hardware/calibration/calibrate.h"
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace dnas;

namespace {

/// Latencies of the four networks as a model gives them, times `noise(i)`.
template <typename Noise>
std::string measuredBy(const KernelModel &model, double clockMhz, Noise noise)
{
    std::string csv = "network,latency_ms,energy_uj\n";
    int i = 0;
    for (const char *name : {"ds-cnn", "mobilenet-v1-025", "resnet8", "autoencoder"}) {
        const WorkVector work = workVector(loadNetwork(name).value(), WorkUnit::Mac);
        double cycles = 0;
        for (std::size_t k = 0; k < kMacKinds.size(); ++k)
            cycles += work[k] * model.cyclesPerWork[kMacKinds[k]];
        cycles += work[kElementTerm] * model.cyclesPerElement + work[kLayerTerm] * model.cyclesPerLayer;
        const double ms = cycles / (clockMhz * 1e3) * noise(i++);
        csv += name + std::string(",") + std::to_string(ms) + "," + std::to_string(20 * ms) + "\n";
    }
    return csv;
}

KernelModel someModel()
{
    KernelModel model;
    const double values[]{1.4, 2.5, 3, 1.5, 4, 2};
    for (std::size_t k = 0; k < kMacKinds.size(); ++k)
        model.cyclesPerWork[kMacKinds[k]] = values[k];
    model.cyclesPerElement = 6;
    model.cyclesPerLayer = 3000;
    return model;
}

Board bareBoard(const std::string &core = "Arm Cortex-M4")
{
    return parseBoard(
               "name: mine\ncore: " + core +
                   "\noperating_points:\n  - {name: p, clock_mhz: 100, voltage: 1}\nruntimes:\n  - name: kernels\n",
               "mine.yaml")
        .value();
}

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT

private slots:
    void workOfANetworkIsWhatItsCostsCount()
    {
        const WorkVector work = workVector(loadNetwork("resnet8").value(), WorkUnit::Mac);
        double macs = 0;
        for (std::size_t k = 0; k < kMacKinds.size(); ++k)
            macs += work[k];
        QCOMPARE(macs, 12501632.0);
        QCOMPARE(work[1], 442368.0);     // the first layer: three channels of the input
        QCOMPARE(work[3], 2 * 131072.0); // two 1 × 1 skips
        QCOMPARE(work[5], 640.0);
        // Written: 3 · 16 384 + 3 · 8 192 + 3 · 4 096 + 10; read: 2 · (16 384 + 8 192 + 4 096) + 4 096.
        QCOMPARE(work[kElementTerm], 86026.0 + 61440);
        QCOMPARE(work[kLayerTerm], 10.0 + 4);
        QCOMPARE(workVector(loadNetwork("ds-cnn").value(), WorkUnit::Mac)[2], 320000.0); // one channel of the input
    }

    void publishedMeasurementsAreWhole()
    {
        const Result<std::vector<Measurement>> measurements = publishedMeasurements();
        VERIFY_OK(measurements);
        QCOMPARE(measurements->size(), std::size_t{133});
        const Result<Population> population = buildPopulation(*measurements);
        VERIFY_OK(population);
        QCOMPARE(population->rows.size(), std::size_t{34});
        QCOMPARE(population->observations.size(), std::size_t{133 + 98});
        for (const Measurement &m : *measurements) {
            if (m.system.library == "X-CUBE-AI 8.1")
                QCOMPARE(m.system.predecessors,
                         (std::vector<std::string>{"X-CUBE-AI 8.0", "X-CUBE-AI 7.3", "X-CUBE-AI v0.7"}));
            // Every board and runtime that they name exists.
            if (!m.board.empty())
                QVERIFY2(loadBoard(m.board).value().findRuntime(m.runtime) != nullptr, m.runtime.c_str());
        }
    }

    void refusesTables_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *what, const char *csv, int line, const char *key, const char *says) {
            QTest::newRow(what) << csv << line << key << says;
        };
        row("nothing", "", 0, "", "empty");
        row("only comments", "# a\n", 0, "", "empty");
        row("no unit", "network,latency\n", 1, "", "unknown unit in column 'latency'; known: latency_ms");
        row("wrong unit", "network,energy_kwh\n", 1, "", "unknown unit");
        row("unknown column", "network,latency_ms,colour\n", 1, "", "unknown column 'colour'");
        row("no network", "latency_ms\n1\n", 1, "", "'network' is missing");
        row("nothing measured", "network,chip\n", 1, "", "no column holds a measurement");
        row("unit in the cell", "# c\nnetwork,latency_ms\nresnet8,20 ms\n", 3, "latency_ms", "not a number");
        row("negative", "network,latency_ms\nresnet8,-1\n", 2, "latency_ms", "greater than 0");
        row("nan", "network,latency_ms\nresnet8,nan\n", 2, "latency_ms", "greater than 0");
        row("two units", "network,latency_ms,latency_us\nresnet8,1,1000\n", 2, "latency_us", "twice");
        row("short line", "network,latency_ms\nresnet8\n", 2, "", "1 cells, the header has 2");
        row("quotes", "network,latency_ms\n\"resnet8,1\n", 2, "", "quotation marks");
        row("empty name", "network,latency_ms\n,1\n", 2, "network", "empty");
        row("unit of work", "network,latency_ms,work\nresnet8,1,joule\n", 2, "work", "known: mac, ne16");
    }
    void refusesTables()
    {
        QFETCH(QString, csv);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, says);
        const auto result = parseMeasurements(csv.toStdString(), "m.csv");
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().place.file, std::string("m.csv"));
        QCOMPARE(result.error().place.line, line);
        QCOMPARE(QString::fromStdString(result.error().place.key), key);
        QVERIFY2(QString::fromStdString(result.error().message).contains(says), result.error().message.c_str());
    }

    void unitsAreTakenFromTheHeader()
    {
        const auto m = parseMeasurements("network,latency_us,energy_mj\r\n\"resnet8\",1500,2\r\n", "m.csv");
        VERIFY_OK(m);
        QCOMPARE(m->at(0).latencyMs.value_or(0), 1.5);
        QCOMPARE(m->at(0).energyUj.value_or(0), 2000.0);
        QCOMPARE(m->at(0).network, std::string("resnet8"));
    }

    void spreadsheetsOfSomeCountries()
    {
        const auto m = parseMeasurements("\xef\xbb\xbfnetwork;latency_ms\r\nresnet8;1.5\r\n", "m.csv");
        VERIFY_OK(m);
        QCOMPARE(m->at(0).latencyMs.value_or(0), 1.5);
        const auto decimal = parseMeasurements("network;latency_ms\nresnet8;1,5\n", "m.csv");
        QVERIFY(!decimal.ok());
        QVERIFY(decimal.error().message.find("165.1") != std::string::npos);
    }

    void refusesWhatCannotBeFitted()
    {
        const auto calibrated = [](const std::string &csv) {
            return calibrate(bareBoard(), parseMeasurements(csv, "m.csv").value(), {});
        };
        const auto few = calibrated("network,latency_ms\nresnet8,1\nds-cnn,1\n");
        QVERIFY(!few.ok());
        QVERIFY2(few.error().message.find("has 2 measured latencies, a fit needs 3") != std::string::npos,
                 few.error().message.c_str());
        const auto same = calibrated("network,latency_ms\nresnet8,100\nresnet8,101\nresnet8,102\n");
        QVERIFY(!same.ok());
        QVERIFY(same.error().message.find("has 1 measured latency") != std::string::npos);
        const std::string three =
            "network,latency_ms,energy_uj,clock_mhz\nresnet8,100,5000,\nds-cnn,30,,\nautoencoder,5,,";
        const auto energies = calibrated(three + "\n");
        QVERIFY(!energies.ok());
        QVERIFY(energies.error().message.find("has 1 measured energy") != std::string::npos);
        // 6919 mJ in 165 ms are 42 W.
        const auto power =
            calibrated("network,latency_ms,energy_mj\nresnet8,165,6919\nds-cnn,43,1500\nautoencoder,5,160\n");
        QVERIFY(!power.ok());
        QCOMPARE(power.error().place.line, 2);
        QVERIFY2(power.error().message.find("would be 4.19e+04 mW") != std::string::npos,
                 power.error().message.c_str());
        const auto clock = calibrated(three + "77\n");
        QVERIFY(!clock.ok());
        QCOMPARE(clock.error().place.line, 4);
        QVERIFY(clock.error().message.find("no operating point of board mine") != std::string::npos);
        const auto unit = calibrated("network,latency_ms\nresnet8,165\nds-cnn,43000\nautoencoder,5\n");
        QVERIFY(!unit.ok());
        QCOMPARE(unit.error().place.line, 3);
        QVERIFY2(unit.error().message.find("cycles for a multiply-add") != std::string::npos,
                 unit.error().message.c_str());
        const auto npu =
            calibrate(loadBoard("ethos-u55-32").value(),
                      parseMeasurements("network,latency_ms\nresnet8,1\nds-cnn,1\nautoencoder,1\n", "m").value(), {});
        QVERIFY(!npu.ok());
        QVERIFY(npu.error().message.find("cost model of its own") != std::string::npos);
        const auto runtime = calibrated("network,latency_ms,runtime\nresnet8,1,other\n");
        QVERIFY(!runtime.ok());
        QVERIFY(runtime.error().message.find("it has kernels") != std::string::npos);
        const auto board = calibrated("network,latency_ms,board\nresnet8,1,other\n");
        QVERIFY(!board.ok());
        QVERIFY(board.error().message.find("no measurement is for board mine") != std::string::npos);
        const auto layer = calibrated("network,latency_ms,layer\nresnet8,1,s1a\nresnet8,1,s1b\nresnet8,1,nonsense\n");
        QVERIFY(!layer.ok());
        QVERIFY(layer.error().message.find("no layer 'nonsense'") != std::string::npos);
        QCOMPARE(layer.error().place.line, 4);
        const auto network = calibrated("network,latency_ms\nresnet8,1\nds-cnn,1\nresnet9,1\n");
        QVERIFY(!network.ok());
        QCOMPARE(network.error().place.line, 4);
    }

    /// Four networks of a library nobody has seen, and the published ones beside it.
    void findsALibraryFromFourNetworks()
    {
        const std::string csv = measuredBy(someModel(), 100, [](int) { return 1.0; });
        const auto result =
            calibrate(bareBoard(), parseMeasurements(csv, "m.csv").value(), publishedMeasurements().value());
        VERIFY_OK(result);
        QCOMPARE(result->runtimes.size(), std::size_t{1});
        const RuntimeCalibration &mine = result->runtimes.front();
        QCOMPARE(mine.residuals.size(), std::size_t{8});
        for (const Residual &r : mine.residuals) {
            QVERIFY2(qAbs(r.fitted / r.measured - 1) < 0.05, r.network.c_str());
            QVERIFY2(qAbs(r.heldOut / r.measured - 1) < 0.5, r.network.c_str());
        }
        QVERIFY(mine.latencyErrorPercent > 0 && mine.latencyErrorPercent < 40);
        QVERIFY(mine.energyErrorPercent > 0);
        // What the residuals say is what the new board computes, also from its file.
        const std::string yaml = boardYaml(result->board);
        const BoardSetup setup = selectSetup(parseBoard(yaml, "new.yaml").value(), "", "").value();
        QCOMPARE(setup.runtime.origin, Origin::Calibrated);
        QCOMPARE(setup.runtime.latencyErrorPercent, mine.latencyErrorPercent);
        for (const Residual &r : mine.residuals) {
            const CostSet cost = costOf(loadNetwork(r.network).value(), setup).total;
            QVERIFY(qAbs(cost.at(r.energy ? "energy" : "latency").value / r.fitted - 1) < 1e-3);
        }
        // A Cortex-M4 multiplies two pairs at a time: no multiply-add below half a cycle.
        const auto &model = std::get<KernelModel>(setup.runtime.model);
        for (const WorkKind kind : kMacKinds)
            QVERIFY(model.cyclesPerWork[kind] >= 0.5);
    }

    void layersCountToo()
    {
        const std::string csv = "network,layer,latency_us\nresnet8,s1a,30000\nresnet8,s2b,29000\nresnet8,fc,20\n"
                                "resnet8,conv0,11000\n";
        const auto result =
            calibrate(bareBoard(), parseMeasurements(csv, "m.csv").value(), publishedMeasurements().value());
        VERIFY_OK(result);
        for (const Residual &r : result->runtimes.front().residuals)
            QVERIFY2(qAbs(r.fitted / r.measured - 1) < 0.25, r.layer.c_str());
        QCOMPARE(result->runtimes.front().energyErrorPercent, 0.0);
        QVERIFY(!result->board.runtimes.front().modelsEnergy());
    }

    /// One of the published figures multiplied by four hardly moves what is said of the others.
    void oneBadMeasurementMovesLittle()
    {
        std::vector<Measurement> measurements = publishedMeasurements().value();
        const Population clean = buildPopulation(measurements).value();
        const int row = clean.findRow("nucleo-h7a3zi-q", "x-cube-ai-8");
        for (Measurement &m : measurements) {
            if (m.board == "nucleo-h7a3zi-q" && m.runtime == "x-cube-ai-8" && m.network == "resnet8")
                m.latencyMs = *m.latencyMs * 4;
        }
        const Population spoilt = buildPopulation(measurements).value();
        const WorkVector work = workVector(loadNetwork("ds-cnn").value(), WorkUnit::Mac);
        const double before = cost(work, PopulationFit(clean.rows, clean.observations).cycles(row));
        const double after = cost(work, PopulationFit(spoilt.rows, spoilt.observations).cycles(row));
        QVERIFY2(qAbs(after / before - 1) < 0.05, qPrintable(QString::number(after / before)));
    }

    /// The whole table takes `dnas bench costs`; here one chip, whose newest library must stay predictable.
    void heldOutNetworksOfTheH7A3()
    {
        const Population population = buildPopulation(publishedMeasurements().value()).value();
        const int row = population.findRow("nucleo-h7a3zi-q", "x-cube-ai-9");
        const std::vector<HeldOut> heldOut =
            leaveOneOut(population, [&](const Observation &o) { return o.row == row; });
        std::size_t own = 0;
        for (const HeldOut &one : heldOut) {
            if (population.observations[static_cast<std::size_t>(one.observation)].row != row)
                continue;
            ++own;
            QVERIFY2(qAbs(one.relativeError()) < 0.2, qPrintable(QString::number(one.relativeError())));
            QVERIFY(one.predicted != one.measured);
        }
        QCOMPARE(own, std::size_t{8});
    }

    void stopsWhenAsked()
    {
        const Population population = buildPopulation(publishedMeasurements().value()).value();
        const auto stopped = calibrate(loadBoard("ek-ra6m4").value(), publishedMeasurements().value(),
                                       publishedMeasurements().value(), [](int done, int) { return done == 0; });
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(leaveOneOut(population, {}, [](int, int) { return false; }).empty());
    }
};

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
