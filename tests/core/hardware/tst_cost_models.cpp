// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cost models against published numbers and sums by hand: GAP8, MPIC, NE16, roofline; slopes and monotony of all.
#include "core/hardware/cost.h"
#include "core/hardware/layer_figures.h"
#include "core/network/network_yaml.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;

namespace {

double total(const char *network, const BoardSetup &setup, const char *metric)
{
    return costOf(loadNetwork(network).value(), setup).total.at(metric).value;
}

LayerGeometry<double> convolution(int kernel, double in, double out, int size)
{
    LayerGeometry<double> g;
    g.kind = kernel == 1 ? WorkKind::Pointwise : WorkKind::Convolution;
    g.hasWeights = g.tables = true;
    g.kernelHeight = g.kernelWidth = kernel;
    g.inputHeight = g.inputWidth = g.outputHeight = g.outputWidth = size;
    g.inputElementsPerChannel = static_cast<double>(size) * size;
    g.inChannels = in;
    g.outChannels = out;
    return g;
}

LayerGeometry<double> withBits(LayerGeometry<double> g, std::initializer_list<std::pair<std::size_t, double>> shares)
{
    for (const auto &[bits, share] : shares) {
        g.shares[bits] = share;
        g.weightBits += share * static_cast<double>(bits);
    }
    return g;
}

using Slope = Dual<2>;

LayerGeometry<Slope> withSlopes(const LayerGeometry<double> &g)
{
    LayerGeometry<Slope> s;
    static_cast<LayerForm &>(s) = g;
    s.inChannels = Slope::variable(g.inChannels, 0);
    s.outChannels = Slope::variable(g.outChannels, 1);
    return s;
}

const std::array kLatencyBoards{"nucleo-h743zi2", "nucleo-l4r5zi", "gap9",      "gap8",
                                "mpic",           "ethos-u55-128", "jetson-tx2"};

} // namespace

class TestCostModels : public QObject {
    Q_OBJECT

private slots:
    /// arXiv 2206.00302 minimises this formula; published_results: 766 624 cycles.
    void gap8OfThePaper()
    {
        const BoardSetup setup = resourceSetup("gap8");
        QCOMPARE(total("resnet8", setup, "cycles"), 766624.0);
        QCOMPARE(total("ds-cnn", setup, "cycles"), 526880.0);
        QCOMPARE(total("resnet8", setup, "latency"), 766624.0 / 90e3);
        // 3 × 3, 16 → 16 on 32 × 32: 16 · 4 blocks of (288 + 4 · (5 + 14 · 36 + 10)).
        QCOMPARE(gap8Cycles(convolution(3, 16, 16, 32)), 64.0 * (288 + 4 * 519));
    }

    void mpicByItsTable_data()
    {
        QTest::addColumn<int>("activation");
        QTest::addColumn<int>("weight");
        QTest::addColumn<double>("macsPerCycle");
        const double table[3][3]{{6.5, 4.0, 2.2}, {3.9, 3.5, 2.1}, {2.5, 2.3, 2.1}};
        for (int a = 0; a < 3; ++a) {
            for (int w = 0; w < 3; ++w)
                QTest::addRow("a%d w%d", 2 << a, 2 << w) << (2 << a) << (2 << w) << table[a][w];
        }
    }
    void mpicByItsTable()
    {
        QFETCH(int, activation);
        QFETCH(int, weight);
        QFETCH(double, macsPerCycle);
        LayerGeometry<double> g = withBits(convolution(1, 10, 10, 5), {{static_cast<std::size_t>(weight), 1.0}});
        g.inputBits = activation;
        const Effort<double> effort = effortOf(g, MpicModel{.nanojoulePerCycle = 2}, {.name = {}, .clockMhz = 250}, 1);
        QVERIFY(qFuzzyCompare(effort.cycles, 2500 / macsPerCycle));
        QVERIFY(qFuzzyCompare(effort.microjoule, 2 * 2500 / macsPerCycle / 1000));
    }

    void mpicMixesAndSkips()
    {
        // Half of the channels at 2 bits, a quarter at 8, a quarter switched off; 8-bit activations.
        const LayerGeometry<double> g = withBits(convolution(1, 10, 8, 5), {{0, 0.25}, {2, 0.5}, {8, 0.25}});
        const Effort<double> effort = effortOf(g, MpicModel{}, {.name = {}, .clockMhz = 250}, 1);
        QVERIFY(qFuzzyCompare(effort.cycles, 2000 * (0.5 / 2.5 + 0.25 / 2.1)));
        // 3 bits count as 4.
        QCOMPARE(mpicMacsPerCycle(8, 3), 2.3);
        // 5.3825 mW at 250 MHz.
        const double milliseconds = total("ds-cnn", resourceSetup("mpic"), "latency");
        QVERIFY(qAbs(total("ds-cnn", resourceSetup("mpic"), "energy") / milliseconds - 5.3825) < 1e-2);
    }

    void ne16ByHand()
    {
        // 3 × 3, 16 → 32 on 3 × 3: one tile, one block: load 6 + 25, offset 6, 6 + 32 · 8, 2; finish 9 + 32 + 3 + 9
        // + 1.
        QCOMPARE(ne16Cycles(convolution(3, 16, 32, 3)), 31.0 + 6 + 262 + 2 + 54);
        // 33 inputs: three blocks; 33 outputs: two; 4 × 4 positions: four tiles.
        QCOMPARE(ne16Cycles(convolution(3, 33, 33, 4)), 4.0 * 2 * (3 * 301 + 54));
        // 1 × 1: load 10 + 9, 6, 6 + 32, 2.
        QCOMPARE(ne16Cycles(convolution(1, 16, 32, 3)), 19.0 + 6 + 38 + 2 + 54);
        LayerGeometry<double> depthwise = convolution(3, 17, 17, 3);
        depthwise.depthwise = true;
        QCOMPARE(ne16Cycles(depthwise), 2.0 * (31 + 6 + 6 + 128 + 2 + 54));
    }

    void rooflineTakesTheLonger()
    {
        const RooflineModel model{.flopPerCycle = 100,
                                  .efficiency = 0.5,
                                  .depthwiseEfficiency = 0.1,
                                  .bytesPerElement = 4,
                                  .gigabytesPerSecond = 1,
                                  .memoryMaxMhz = 1000,
                                  .launchMicroseconds = 10,
                                  .cpuMaxMhz = 1000,
                                  .picojoulePerFlop = 1,
                                  .picojoulePerByte = 10,
                                  .launchMicrojoule = 1,
                                  .gpu = {100, 1000, 0.5, 1.0},
                                  .cpu = {100, 1000, 0.5, 1.0}};
        OperatingPoint point;
        point.clockMhz = point.gpuMhz = point.memoryMhz = 1000;
        const LayerGeometry<double> g = convolution(1, 100, 100, 10);
        // 10⁶ MACs: 2·10⁶ FLOP at 5·10⁷ a ms = 0.04 ms; 30 000 elements · 4 B at 10⁶ B a ms = 0.12 ms.
        const Effort<double> bound = effortOf(g, model, point, 1);
        QVERIFY(qFuzzyCompare(bound.milliseconds, 0.12 + 0.01));
        QVERIFY(qFuzzyCompare(bound.microjoule, 2.0 + 1.2 + 1));
        point.memoryMhz = 500;
        QVERIFY(qFuzzyCompare(effortOf(g, model, point, 1).milliseconds, 0.24 + 0.01));
        point.memoryMhz = 1000;
        point.gpuMhz = 100; // arithmetic 0.4 ms at half the voltage; launches wait for the CPU
        point.clockMhz = 550;
        const Effort<double> slow = effortOf(g, model, point, 1);
        QVERIFY(qFuzzyCompare(slow.milliseconds, 0.4 + 0.01 * 1000 / 550));
        QVERIFY(qFuzzyCompare(slow.microjoule, 2.0 * 0.25 + 1.2 + 0.75 * 0.75));
    }

    /// GAP9 at 370 MHz and 0.80 V from 240 MHz and 0.65 V by clock and V² alone (MLPerf Tiny v1.0).
    void gap9FromClockToClock_data()
    {
        QTest::addColumn<double>("slowMs");
        QTest::addColumn<double>("fastMs");
        QTest::addColumn<double>("slowUj");
        QTest::addColumn<double>("fastUj");
        QTest::newRow("ds-cnn") << 0.7322 << 0.4755 << 18.56 << 26.66;
        QTest::newRow("mobilenet") << 1.7330 << 1.1248 << 40.80 << 58.36;
        QTest::newRow("resnet8") << 0.9493 << 0.6162 << 27.71 << 40.36;
        QTest::newRow("autoencoder") << 0.2710 << 0.1757 << 5.25 << 7.29;
    }
    void gap9FromClockToClock()
    {
        QFETCH(double, slowMs);
        QFETCH(double, fastMs);
        QFETCH(double, slowUj);
        QFETCH(double, fastUj);
        const BoardSetup slow = resourceSetup("gap9", {}, "240mhz");
        const BoardSetup fast = resourceSetup("gap9", {}, "370mhz");
        const double time = total("resnet8", fast, "latency") / total("resnet8", slow, "latency");
        const double energy = total("resnet8", fast, "energy") / total("resnet8", slow, "energy");
        QVERIFY2(qAbs(slowMs * time / fastMs - 1) <= 0.03, qPrintable(QString::number(slowMs * time / fastMs)));
        QVERIFY2(qAbs(slowUj * energy / fastUj - 1) <= 0.12, qPrintable(QString::number(slowUj * energy / fastUj)));
    }

    /// SYN9120 (MLPerf Tiny v1.0): 98.7 MHz from 30.7 MHz by clock alone, and with a time of a call that does not
    /// depend on the clock, found on the first network at both.
    void syn9120FromClockToClock()
    {
        const double slow[]{4.367, 12.723, 15.975};
        const double fast[]{1.481, 4.100, 5.122};
        for (int i = 0; i < 3; ++i)
            QVERIFY(qAbs(slow[i] * 30.7 / 98.7 / fast[i] - 1) <= 0.09);
        const double cycles = (slow[0] - fast[0]) / (1 / 30.7 - 1 / 98.7); // thousands
        const double overhead = slow[0] - cycles / 30.7;
        QVERIFY(overhead > 0);
        // As the model has it: cycles of work, microseconds of a call.
        const auto predicted = [&](double milliseconds) {
            KernelModel model;
            model.cyclesPerWork[WorkKind::Dense] = (milliseconds - overhead) * 30.7e3;
            model.microsecondsPerCall = overhead * 1e3;
            BoardSetup setup;
            setup.runtime.name = "r";
            setup.runtime.model = model;
            setup.point.clockMhz = 98.7;
            setup.modelsTime = true;
            const Network one =
                parseNetwork("name: n\ninput: {channels: 1}\nlayers:\n  - {name: d, op: dense, channels: 1}\n", "n")
                    .value();
            return costOf(one, setup).total.at("latency").value;
        };
        for (int i = 1; i < 3; ++i)
            QVERIFY2(qAbs(predicted(slow[i]) / fast[i] - 1) <= 0.03,
                     qPrintable(QString::number(predicted(slow[i]) / fast[i])));
    }

    /// Boards without measurements carry the coefficients of another one over: docs/cost_models.md.
    void carriedOverCoefficients()
    {
        const auto cyclesOf = [](const char *board, const char *runtime) {
            return std::get<KernelModel>(resourceSetup(board, runtime).runtime.model);
        };
        const auto same = [&](const KernelModel &copy, const KernelModel &origin, double energy) {
            for (const WorkKind kind : kMacKinds) {
                QVERIFY(qAbs(copy.cyclesPerWork[kind] / origin.cyclesPerWork[kind] - 1) < 1e-4);
                if (energy > 0)
                    QVERIFY(qAbs(copy.nanojoulePerWork[kind] / origin.nanojoulePerWork[kind] / energy - 1) < 1e-4);
            }
        };
        same(cyclesOf("nucleo-h743zi2", "x-cube-ai-9"), cyclesOf("nucleo-h7a3zi-q", "x-cube-ai-9"), 0.85 * 3.3 / 1.33);
        same(cyclesOf("nucleo-h743zi2", "x-cube-ai-7"), cyclesOf("nucleo-h7a3zi-q", "x-cube-ai-v07"), 0);
        for (const char *runtime : {"microtvm-cmsis-nn", "plumerai", "tflm-reference"})
            same(cyclesOf("nrf52840-dk", runtime), cyclesOf("nucleo-l4r5zi", runtime), 0);
        same(cyclesOf("raspberry-pi-pico", "hale"), cyclesOf("nucleo-g0b1re", "hale"), 0);
    }

    /// The H743 stands between the fastest and the slowest runtime of its sister chip, at every clock.
    void h743OverItsClocks()
    {
        for (const char *runtime : {"x-cube-ai-9", "x-cube-ai-7"}) {
            const double at480 = total("resnet8", resourceSetup("nucleo-h743zi2", runtime), "latency");
            QVERIFY2(at480 > 23.5 && at480 < 41.5, qPrintable(QString::number(at480)));
            for (const auto &[point, clock] :
                 {std::pair{"vos1-400mhz", 400.0}, std::pair{"vos2-300mhz", 300.0}, std::pair{"vos3-200mhz", 200.0}}) {
                const double slower = total("resnet8", resourceSetup("nucleo-h743zi2", runtime, point), "latency");
                QVERIFY(qFuzzyCompare(slower, at480 * 480 / clock));
            }
        }
    }

    /// Slopes against central differences over a whole block, where the rounded form is a straight line.
    void slopesAreThoseOfTheSmoothForm_data() { boards(); }
    void slopesAreThoseOfTheSmoothForm()
    {
        QFETCH(QString, board);
        const BoardSetup setup = resourceSetup(board.toStdString());
        constexpr double kBlock = 32; // a multiple of every block of channels there is
        for (const int kernel : {1, 3}) {
            const LayerGeometry<double> g = convolution(kernel, 64, 64, 8);
            const LayerFigures<Slope> slopes = layerFigures(withSlopes(g), setup);
            const auto difference = [&](bool out, auto figure) {
                LayerGeometry<double> more = g;
                LayerGeometry<double> fewer = g;
                (out ? more.outChannels : more.inChannels) += kBlock;
                (out ? fewer.outChannels : fewer.inChannels) -= kBlock;
                return (figure(layerFigures(more, setup)) - figure(layerFigures(fewer, setup))) / (2 * kBlock);
            };
            for (const bool out : {false, true}) {
                const double flash = difference(out, [](const auto &f) { return f.flash(); });
                QVERIFY(qAbs(slopes.flash().slope[out] - flash) <= 1e-9 * flash);
                const double expected = difference(out, [](const auto &f) { return f.milliseconds; });
                const double found = slopes.milliseconds.slope[out];
                const bool npu = board.startsWith(QLatin1String("ethos")); // chooses another block: not one line
                QVERIFY2(found > 0 && qAbs(found / expected - 1) <= (npu ? 0.5 : 1e-6),
                         qPrintable(QStringLiteral("%1 %2: %3 for %4").arg(kernel).arg(out).arg(found).arg(expected)));
                if (setup.modelsEnergy) {
                    const double energy = difference(out, [](const auto &f) { return f.microjoule; });
                    QVERIFY(qAbs(slopes.microjoule.slope[out] / energy - 1) <= 1e-6);
                }
            }
        }
    }

    void moreChannelsNeverCostLess_data() { boards(); }
    void moreChannelsNeverCostLess()
    {
        QFETCH(QString, board);
        const BoardSetup setup = resourceSetup(board.toStdString());
        for (const int kernel : {1, 3}) {
            LayerFigures<double> before;
            for (const int way : {0, 1, 2}) { // inputs, outputs, both
                before = {};
                for (int channels = 1; channels < 100; ++channels) {
                    const LayerFigures<double> f =
                        layerFigures(convolution(kernel, way == 1 ? 1 : channels, way == 0 ? 1 : channels, 8), setup);
                    QVERIFY(f.flash() >= before.flash());
                    QVERIFY2(f.milliseconds >= before.milliseconds, qPrintable(QString::number(channels)));
                    QVERIFY(f.microjoule >= before.microjoule);
                    before = f;
                }
            }
        }
    }

    void moreBitsNeverCostLess()
    {
        for (const char *board : {"mpic", "ethos-u55-64", "nucleo-h743zi2"}) {
            const BoardSetup setup = resourceSetup(board);
            LayerFigures<double> before;
            for (std::size_t bits = 2; bits <= 8; ++bits) {
                const LayerFigures<double> f = layerFigures(withBits(convolution(3, 16, 16, 8), {{bits, 1.0}}), setup);
                QVERIFY(f.flash() > before.flash());
                QVERIFY(f.milliseconds >= before.milliseconds);
                before = f;
            }
        }
    }

private:
    void boards()
    {
        QTest::addColumn<QString>("board");
        for (const char *board : kLatencyBoards)
            QTest::newRow(board) << board;
    }
};

QTEST_APPLESS_MAIN(TestCostModels)
#include "tst_cost_models.moc"
