// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Costs of small networks by hand, and of the reference networks against published figures.
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace dnas;

namespace {

Network network(const std::string &head, const std::string &layers)
{
    return parseNetwork("name: n\ninput: " + head + "\nlayers:\n" + layers, "n.yaml").value();
}

const char *const kTwoLayers = "  - {name: c, op: conv, channels: 4, kernel: 3, padding: same}\n"
                               "  - {name: bn, op: batch_norm, activation: relu}\n"
                               "  - {name: flat, op: flatten}\n"
                               "  - {name: fc, op: dense, channels: 10, bias: true}\n";

double total(const NetworkCost &cost, const char *metric) { return cost.total.at(metric).value; }

double layer(const NetworkCost &cost, const char *name, const char *metric)
{
    for (const LayerCost &entry : cost.layers) {
        if (entry.name == name)
            return entry.costs.at(metric).value;
    }
    return -1;
}

using Names = std::vector<std::string>;

} // namespace

class TestCost : public QObject {
    Q_OBJECT

private slots:
    void twoLayersByHand()
    {
        const Network net = network("{channels: 3, height: 8, width: 8}", kTwoLayers);
        const NetworkCost cost = costOf(net, smallSetup());
        // c: 9·3·4 = 108 weights, ·64 = 6 912 MACs. fc: 4·64·10 = 2 560 of both.
        QCOMPARE(total(cost, "weights"), 108.0 + 2560);
        QCOMPARE(total(cost, "macs"), 6912.0 + 2560);
        QCOMPARE(total(cost, "parameters"), 2668.0 + 10 + 4 * 4); // bias of fc, four numbers per normalised channel
        // code 100; c: 108 + 4·(8 + 4); fc: 2 560 + 10·(8 + 4). The normalisation folds.
        QCOMPARE(total(cost, "flash"), 100.0 + 108 + 48 + 2560 + 120);
        QCOMPARE(cost.flash.weights, 108.0 + 2560);
        QCOMPARE(cost.flash.biases, 14.0 * 4);
        QCOMPARE(cost.flash.tables, 14.0 * 8);
        QCOMPARE(cost.flash.code, 100.0);
        // per call 1 000; two layers at 10; convolution 2, dense 4 cycles per MAC; 1 per element written: 256 and 10.
        const double cycles = 1000 + (2 * 6912 + 256 + 10) + (4 * 2560 + 10 + 10);
        QCOMPARE(total(cost, "cycles"), cycles);
        QCOMPARE(total(cost, "latency"), cycles / 100e3); // 100 MHz, in ms
        QCOMPARE(total(cost, "energy"), (0.5 * 6912 + 0.7 * 2560 + 0.25 * (256 + 10)) / 1000);
        QCOMPARE(total(cost, "ram"), 3.0 * 64 + 4 * 64); // while c runs; bn and flat are in place
        QCOMPARE(cost.ramPeakLayers, (Names{"input", "c"}));
        QCOMPARE(layer(cost, "fc", "ram"), 4.0 * 64 + 10);
        QCOMPARE(layer(cost, "fc", "cycles"), 4.0 * 2560 + 10 + 10);
        QCOMPARE(layer(cost, "bn", "cycles"), 0.0);
        QCOMPARE(layer(cost, "bn", "flash"), 0.0);
        QCOMPARE(cost.layers.size(), net.layers.size());
    }

    void operatingPointsScaleTimeAndEnergy()
    {
        const Network net = network("{channels: 3, height: 8, width: 8}", kTwoLayers);
        const NetworkCost fast = costOf(net, smallSetup("fast"));
        const NetworkCost slow = costOf(net, smallSetup("slow"));
        QCOMPARE(total(slow, "cycles"), total(fast, "cycles"));
        QCOMPARE(total(slow, "latency"), 2 * total(fast, "latency"));
        QVERIFY(qFuzzyCompare(total(slow, "energy"), total(fast, "energy") * 0.9 / 1.2));
    }

    void everyKindOfWork()
    {
        const Network net = network("{channels: 2, height: 4, width: 4}",
                                    "  - {name: pw, op: conv, channels: 6, kernel: 1}\n"
                                    "  - {name: dw, op: conv, groups: depthwise, kernel: 3, padding: same}\n"
                                    "  - {name: sum, op: add, from: [pw, dw]}\n"
                                    "  - {name: cat, op: concat, from: [sum, dw]}\n"
                                    "  - {name: grp, op: conv, channels: 6, kernel: 1, groups: 2}\n"
                                    "  - {name: pool, op: avg_pool, kernel: 2}\n");
        const NetworkCost cost = costOf(net, smallSetup());
        QCOMPARE(layer(cost, "pw", "cycles"), 3.0 * (2 * 6 * 16) + 96 + 10);
        QCOMPARE(layer(cost, "dw", "weights"), 9.0 * 6);
        QCOMPARE(layer(cost, "dw", "cycles"), 5.0 * (9 * 6 * 16) + 96 + 10);
        QCOMPARE(layer(cost, "dw", "energy"), (1.0 * 9 * 6 * 16 + 0.25 * 96) / 1000);
        QCOMPARE(layer(cost, "sum", "cycles"), 1.0 * 2 * 6 * 16 + 10); // reads both
        QCOMPARE(layer(cost, "cat", "cycles"), 1.0 * 12 * 16 + 10);
        QCOMPARE(layer(cost, "grp", "weights"), 12.0 * 6 / 2);
        QCOMPARE(layer(cost, "grp", "cycles"), 2.0 * (36 * 16) + 96 + 10); // grouped: an ordinary convolution
        QCOMPARE(layer(cost, "pool", "cycles"), 1.0 * 6 * 16 + 10);
        QCOMPARE(layer(cost, "pool", "energy"), 0.25 * 6 * 16 / 1000);
        QCOMPARE(layer(cost, "pool", "flash"), 0.0);
        // cat: sum (96) and dw (96) are read, cat (192) is written; pw died at sum.
        QCOMPARE(total(cost, "ram"), 96.0 + 96 + 192);
        QCOMPARE(cost.ramPeakLayers, (Names{"dw", "sum", "cat"}));
    }

    void oneChannelConvolutionIsTheCheaperOfTwo()
    {
        const auto priced = [](const std::string &channels) {
            return costOf(
                network("{channels: 2, height: 4, width: 4}", "  - {name: a, op: conv, channels: 1, kernel: 1}\n"
                                                              "  - {name: c, op: conv, channels: " +
                                                                  channels + ", kernel: 3, padding: same}\n"),
                smallSetup());
        };
        QCOMPARE(layer(priced("1"), "c", "cycles"), 2.0 * (9 * 16) + 16 + 10); // depthwise would be 5 a MAC
        QCOMPARE(layer(priced("2"), "c", "cycles"), 2.0 * (9 * 2 * 16) + 32 + 10);
    }

    void convolutionsOfTheInputAreAKindOfTheirOwn()
    {
        const std::string yaml = replaced(kSmallBoard, "{convolution: 2,",
                                          "{convolution: 2, input_convolution: 7, single_channel_input: 9,");
        const std::string layers = "  - {name: drop, op: dropout, rate: 0.1}\n"
                                   "  - {name: a, op: conv, channels: 4, kernel: 3, padding: same}\n"
                                   "  - {name: b, op: conv, channels: 4, kernel: 3, padding: same}\n";
        const NetworkCost rgb = costOf(network("{channels: 3, height: 4, width: 4}", layers), smallSetup({}, yaml));
        QCOMPARE(layer(rgb, "a", "cycles"), 7.0 * (27 * 4 * 16) + 64 + 10);
        QCOMPARE(layer(rgb, "b", "cycles"), 2.0 * (36 * 4 * 16) + 64 + 10);
        const NetworkCost grey = costOf(network("{channels: 1, height: 4, width: 4}", layers), smallSetup({}, yaml));
        QCOMPARE(layer(grey, "a", "cycles"), 9.0 * (9 * 4 * 16) + 64 + 10);
    }

    void blocksOfChannelsAreComputedWhole()
    {
        const std::string yaml = replaced(kSmallBoard, "per_element: 1",
                                          "per_element: 1\n      input_block: 4\n"
                                          "      output_block: 2");
        const Network net =
            network("{channels: 4, height: 2, width: 2}", "  - {name: a, op: conv, channels: 5, kernel: 1}\n"
                                                          "  - {name: b, op: conv, channels: 3, kernel: 1}\n");
        const NetworkCost cost = costOf(net, smallSetup({}, yaml));
        // a: 4 inputs, 5 → 6 outputs; b: 5 → 8 inputs, 3 → 4 outputs. Weights and MACs stay what they are.
        QCOMPARE(layer(cost, "a", "cycles"), 3.0 * (4 * 6 * 4) + 20 + 10);
        QCOMPARE(layer(cost, "b", "cycles"), 3.0 * (8 * 4 * 4) + 12 + 10);
        QCOMPARE(layer(cost, "b", "macs"), 5.0 * 3 * 4);
    }

    void windowsAreGatheredOnce()
    {
        std::string yaml = replaced(kSmallBoard, "per_element: 1", "per_element: 1\n      per_gathered: 0.5");
        yaml = replaced(yaml, "nanojoule_per_element: 0.25",
                        "nanojoule_per_element: 0.25\n      nanojoule_per_gathered: 2");
        const std::string input = "{channels: 4, height: 4, width: 4}";
        const auto cost = [&](int channels, const std::string &kernel) {
            return costOf(network(input, "  - {name: a, op: conv, channels: " + std::to_string(channels) +
                                             ", kernel: " + kernel + ", padding: same}\n"),
                          smallSetup({}, yaml));
        };
        // Rows of 36 elements at 16 places, for one output channel as for eight; none for 1 × 1.
        QCOMPARE(layer(cost(1, "3"), "a", "cycles"), 2.0 * (36 * 16) + 16 + 0.5 * (36 * 16) + 10);
        QCOMPARE(layer(cost(8, "3"), "a", "cycles"), 2.0 * (36 * 8 * 16) + 8 * 16 + 0.5 * (36 * 16) + 10);
        QCOMPARE(layer(cost(8, "1"), "a", "cycles"), 3.0 * (4 * 8 * 16) + 8 * 16 + 10);
        QVERIFY(qFuzzyCompare(layer(cost(8, "3"), "a", "energy"),
                              (0.5 * (36 * 8 * 16) + 0.25 * (8 * 16) + 2 * (36 * 16)) / 1000));
    }

    void waitStatesAndStaticPower()
    {
        std::string yaml = replaced(kSmallBoard, "per_element: 1", "per_element: 1\n      fetch_bytes: 8");
        yaml = replaced(yaml, "voltage: 1.2}", "voltage: 1.2, wait_states: 4, static_mw: 2}");
        const Network net = network("{channels: 4}", "  - {name: a, op: dense, channels: 8}\n");
        const NetworkCost cost = costOf(net, smallSetup({}, yaml));
        // 32 weights: 128 cycles of work, 8 elements, a layer, 32 / 8 fetches of 4 waits; a call.
        QCOMPARE(layer(cost, "a", "cycles"), 4.0 * 32 + 8 + 10 + 16);
        const double milliseconds = (4.0 * 32 + 8 + 10 + 16 + 1000) / 100e3;
        QVERIFY(qFuzzyCompare(total(cost, "energy"), (0.7 * 32 + 0.25 * 8) / 1000 + 2 * milliseconds));
    }

    void normalisationThatCannotFoldIsPaid()
    {
        // Pre-activation: a normalisation behind an addition, whose input is read again later.
        const Network net =
            network("{channels: 4, height: 2, width: 2}", "  - {name: a, op: conv, channels: 4, kernel: 1}\n"
                                                          "  - {name: s1, op: add, from: [input, a]}\n"
                                                          "  - {name: bn, op: batch_norm, activation: relu}\n"
                                                          "  - {name: b, op: conv, channels: 4, kernel: 1}\n"
                                                          "  - {name: s2, op: add, from: [s1, b]}\n");
        const NetworkCost cost = costOf(net, smallSetup());
        QCOMPARE(layer(cost, "bn", "cycles"), 1.0 * 4 * 4 + 10);
        QCOMPARE(layer(cost, "bn", "flash"), 4.0 * 12);
        QCOMPARE(layer(cost, "bn", "ram"), 2.0 * 16); // s1 must survive, so bn writes its own tensor
        // Behind a convolution with an activation, and where the convolution is read twice.
        const Network active = network("{channels: 4, height: 2, width: 2}",
                                       "  - {name: a, op: conv, channels: 4, kernel: 1, activation: relu}\n"
                                       "  - {name: bn, op: batch_norm}\n");
        QCOMPARE(layer(costOf(active, smallSetup()), "bn", "cycles"), 26.0);
        QCOMPARE(layer(costOf(active, smallSetup()), "bn", "ram"), 16.0); // in place all the same
        const Network shared =
            network("{channels: 4, height: 2, width: 2}", "  - {name: a, op: conv, channels: 4, kernel: 1}\n"
                                                          "  - {name: bn, op: batch_norm}\n"
                                                          "  - {name: s, op: add, from: [a, bn]}\n");
        QCOMPARE(layer(costOf(shared, smallSetup()), "bn", "cycles"), 26.0);
        QCOMPARE(layer(costOf(shared, smallSetup()), "s", "ram"), 3 * 16.0);
    }

    void exitsStayAlive()
    {
        const std::string layers = "  - {name: a, op: dense, channels: 8%s}\n"
                                   "  - {name: b, op: dense, channels: 8}\n"
                                   "  - {name: c, op: dense, channels: 8}\n";
        const NetworkCost plain = costOf(network("{channels: 4}", replaced(layers, "%s", "")), smallSetup());
        const NetworkCost exit = costOf(network("{channels: 4}", replaced(layers, "%s", ", exit: true")), smallSetup());
        QCOMPARE(total(plain, "ram"), 16.0);
        QCOMPARE(total(exit, "ram"), 24.0);
    }

    void bitsOfLayersCount()
    {
        const Network net =
            network("{channels: 4}", "  - {name: a, op: dense, channels: 8, weight_bits: 4}\n"
                                     "  - {name: b, op: dense, channels: 4, activation_bits: 16,"
                                     " weight_bits: [{bits: 2, channels: 3}, {bits: 8, channels: 1}]}\n");
        const NetworkCost cost = costOf(net, smallSetup());
        QCOMPARE(layer(cost, "a", "flash"), 32 * 4.0 / 8 + 8 * 12);
        QCOMPARE(layer(cost, "b", "flash"), 32 * 3.5 / 8 + 4 * 12); // (3·2 + 8) / 4 bits
        QCOMPARE(layer(cost, "b", "ram"), 8.0 + 4 * 2);
    }

    void originsAndAbsentFigures()
    {
        const Network net = network("{channels: 3, height: 8, width: 8}", kTwoLayers);
        const NetworkCost counted = costOf(net, resourceSetup("generic"));
        QCOMPARE(modelledMetrics(resourceSetup("generic")), (Names{"weights", "parameters", "macs"}));
        QCOMPARE(counted.total.size(), std::size_t{3});
        QVERIFY(counted.ramPeakLayers.empty());
        const NetworkCost cost = costOf(net, smallSetup());
        QCOMPARE(modelledMetrics(smallSetup()),
                 (Names{"weights", "parameters", "macs", "flash", "ram", "cycles", "latency", "energy"}));
        QCOMPARE(cost.total.at("weights").origin, Origin::Counted);
        QCOMPARE(cost.total.at("latency").origin, Origin::Modelled);
        const NetworkCost fitted = costOf(net, resourceSetup("nucleo-l4r5zi"));
        QCOMPARE(fitted.total.at("latency").origin, Origin::Calibrated);
        QCOMPARE(fitted.total.at("energy").origin, Origin::Calibrated);
        QVERIFY(fitted.total.at("energy").errorPercent != fitted.total.at("latency").errorPercent);
        QCOMPARE(fitted.total.at("flash").origin, Origin::Modelled);
        QCOMPARE(fitted.total.at("ram").origin, Origin::Modelled);
        QCOMPARE(cost.total.at("latency").errorPercent.value_or(-1), 20.0);
        QVERIFY(!cost.total.at("energy").errorPercent.has_value());
        // A runtime without cycles and energies still knows memory.
        const BoardSetup memory = smallSetup({}, "name: m\nruntimes:\n  - name: r\n");
        QCOMPARE(modelledMetrics(memory), (Names{"weights", "parameters", "macs", "flash", "ram"}));
        QCOMPARE(total(costOf(net, memory), "flash"), 2668.0 + 14 * 4);
    }

    void totalsAloneAreTheSame()
    {
        for (const char *name : {"resnet8", "ds-cnn"}) {
            const Network net = loadNetwork(name).value();
            const NetworkGeometry geometry(net);
            for (const char *board : {"generic", "nucleo-l4r5zi", "ethos-u55-64", "jetson-tx2"}) {
                const CostSet whole = costOf(net, resourceSetup(board)).total;
                const CostSet alone = totalCostOf(net, geometry, resourceSetup(board));
                QCOMPARE(alone.size(), whole.size());
                for (const auto &[metric, figure] : whole)
                    QCOMPARE(alone.at(metric).value, figure.value);
            }
        }
    }

    void resnet8OnTheH743()
    {
        const Result<Network> net = loadNetwork("resnet8");
        VERIFY_OK(net);
        const NetworkCost cost = costOf(*net, resourceSetup("nucleo-h743zi2"));
        QCOMPARE(total(cost, "weights"), 77360.0);
        QCOMPARE(total(cost, "parameters"), 78666.0);
        QCOMPARE(total(cost, "macs"), 12501632.0);
        QCOMPARE(total(cost, "flash"), 77360.0 + 346 * 12 + 55037); // ST: 76.9 + 56.45 KiB = 133.35 KiB
        QVERIFY(qAbs(total(cost, "flash") / 1024 - 133.35) < 0.01);
        QCOMPARE(total(cost, "ram"), 3 * 16384.0);
        // While s1b runs it reads s1a, and conv0 waits for the addition (as large: the addition itself; first wins).
        QCOMPARE(cost.ramPeakLayers, (Names{"conv0", "s1a", "s1b"}));
        QVERIFY2(qAbs(total(cost, "latency") - 23.8) < 0.5, qPrintable(QString::number(total(cost, "latency"))));
        const double older = total(costOf(*net, resourceSetup("nucleo-h743zi2", "x-cube-ai-7")), "latency");
        QVERIFY2(older > 38 && older < 41.5, qPrintable(QString::number(older)));
        // STM32H747 (Cortex-M7, 400 MHz), X-CUBE-AI 9.1, STM32 model zoo: 28.67 ms.
        const double disco = total(costOf(*net, resourceSetup("nucleo-h743zi2", "", "vos1-400mhz")), "latency");
        QVERIFY2(qAbs(disco / 28.67 - 1) < 0.02, qPrintable(QString::number(disco)));
        // 10.7 mJ in 23.8 ms from 3.3 V: 285 µA/MHz where ST advertises 275.
        const double current = total(cost, "energy") / total(cost, "latency") / 3.3 / 480 * 1e3;
        QVERIFY2(current > 250 && current < 300, qPrintable(QString::number(current)));
        QVERIFY(total(costOf(*net, resourceSetup("nucleo-h743zi2", "", "vos3-200mhz")), "energy") <
                total(cost, "energy"));
    }
};

QTEST_APPLESS_MAIN(TestCost)
#include "tst_cost.moc"
