// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which tensors are alive when, under every convention of a runtime; by hand.
#include "core/hardware/memory/arena_plan.h"
#include "core/hardware/memory/lifetimes.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

/// Values of 4 × 2 × 2: 16 bytes at 8 bits.
Network network(const std::string &layers)
{
    return parseNetwork("name: n\ninput: {channels: 4, height: 2, width: 2}\nlayers:\n" + layers, "n.yaml").value();
}

std::string conv(const std::string &name, const std::string &more = {})
{
    return "  - {name: " + name + ", op: conv, channels: 4, kernel: 1" + more + "}\n";
}

std::string sum(const std::string &name, const std::string &inputs, const std::string &more = {})
{
    return "  - {name: " + name + ", op: add, from: [" + inputs + "]" + more + "}\n";
}

/// "input 0-1, a 1-3": who writes a tensor, and its first and last step.
QString livesText(const Network &net, const ArenaRules &rules)
{
    QStringList texts;
    for (const TensorLife &life : tensorLives(net, rules, 8).tensors) {
        texts.push_back(QStringLiteral("%1 %2-%3")
                            .arg(QString::fromStdString(net.layers[static_cast<std::size_t>(life.layer)].name))
                            .arg(life.first)
                            .arg(life.last));
    }
    return texts.join(QStringLiteral(", "));
}

ArenaPlan planOf(const Network &net, const ArenaRules &rules = {}, int bits = 8)
{
    return planArena(net, inferShapes(net).value(), bits, rules);
}

std::int64_t bytesAt(const Network &net, const ArenaPlan &plan, const char *layer)
{
    return plan.liveBytes[static_cast<std::size_t>(net.indexOf(layer))];
}

} // namespace

class TestLifetimes : public QObject {
    Q_OBJECT

private slots:
    void lives_data()
    {
        QTest::addColumn<QString>("layers");
        QTest::addColumn<bool>("inputCounted");
        QTest::addColumn<bool>("outputCounted");
        QTest::addColumn<bool>("inputKept");
        QTest::addColumn<bool>("inPlace");
        QTest::addColumn<QString>("expected");
        struct Flags {
            bool inputCounted = true;
            bool outputCounted = true;
            bool inputKept = false;
            bool inPlace = false;
        };
        const auto row = [](const char *name, const std::string &layers, const char *expected, Flags f) {
            QTest::newRow(name) << QString::fromStdString(layers) << f.inputCounted << f.outputCounted << f.inputKept
                                << f.inPlace << QString::fromUtf8(expected);
        };
        const std::string chain = conv("a") + conv("b") + conv("c");
        row("chain", chain, "input 0-1, a 1-2, b 2-3, c 3-3", {});
        row("input outside", chain, "a 1-2, b 2-3, c 3-3", {.inputCounted = false});
        row("output outside", chain, "input 0-1, a 1-2, b 2-3", {.outputCounted = false});
        row("both outside", chain, "a 1-2, b 2-3", {.inputCounted = false, .outputCounted = false});
        row("input kept", chain, "input 0-3, a 1-2, b 2-3, c 3-3", {.inputKept = true});

        const std::string exit = conv("a", ", exit: true") + conv("b") + conv("c");
        row("exits stay alive", exit, "input 0-1, a 1-3, b 2-3, c 3-3", {});
        row("exits are results", exit, "input 0-1, b 2-3", {.outputCounted = false});
        row("an exit behind a dropout", conv("a") + "  - {name: d, op: dropout, exit: true}\n" + conv("b"),
            "input 0-1, a 1-3, b 3-3", {});

        const std::string norm = "  - {name: bn, op: batch_norm}\n" + conv("a");
        row("normalisation of the input", norm, "input 0-2, a 2-2", {});
        row("not of an input outside", norm, "bn 1-2, a 2-2", {.inputCounted = false});
        row("not of an input that is kept", norm, "input 0-2, bn 1-2, a 2-2", {.inputKept = true});

        const std::string skip = conv("a") + conv("b") + sum("s", "a, b") + conv("c");
        row("addition", skip, "input 0-1, a 1-3, b 2-3, s 3-4, c 4-4", {});
        row("addition in place of the older", skip, "input 0-1, a 1-4, b 2-3, c 4-4", {.inPlace = true});
        row("not of one that is read again", conv("a") + conv("b") + sum("s", "a, b") + sum("t", "s, a"),
            "input 0-1, a 1-4, b 2-4", {.inPlace = true}); // s takes b, then t takes a, which is older than b
        row("two of one value", conv("a") + sum("s", "a, a") + conv("b"), "input 0-1, a 1-3, b 3-3", {.inPlace = true});
        row("a chain shares one", conv("a") + conv("b") + sum("s", "a, b") + conv("c") + sum("t", "s, c") + conv("d"),
            "input 0-1, a 1-6, b 2-3, c 4-5, d 6-6", {.inPlace = true});
        row("not of an exit", conv("a", ", exit: true") + sum("s", "a, input") + conv("b"), "input 0-3, a 1-3, b 3-3",
            {.inPlace = true});
        row("not of two exits", conv("a", ", exit: true") + conv("b", ", exit: true") + sum("s", "a, b"),
            "input 0-1, a 1-3, b 2-3, s 3-3", {.inPlace = true});
        row("not of the input outside", conv("a", ", exit: true") + sum("s", "input, a"), "a 1-2, s 2-2",
            {.inputCounted = false, .inPlace = true});
        row("not of an input that is kept", conv("a", ", exit: true") + sum("s", "input, a"), "input 0-2, a 1-2, s 2-2",
            {.inputKept = true, .inPlace = true});
        row("a result outside takes nobody's place", conv("a") + sum("s", "input, a"), "input 0-2, a 1-2",
            {.outputCounted = false, .inPlace = true});
        row("a result in the arena does", conv("a") + sum("s", "input, a"), "input 0-2, a 1-2", {.inPlace = true});
        row("not of fewer bits",
            conv("a", ", activation_bits: 4") + conv("b", ", activation_bits: 4") + sum("s", "a, b") + conv("c"),
            "input 0-1, a 1-3, b 2-3, s 3-4, c 4-4", {.inPlace = true});
        row("what a dropout reads",
            conv("a") + "  - {name: d, op: dropout}\n" + conv("b") + sum("s", "a, b") + "  - {name: e, op: dropout}\n" +
                sum("t", "e, d"),
            "input 0-1, a 1-6, b 3-6", {.inPlace = true}); // a is read by t through d, so s takes b
    }
    void lives()
    {
        QFETCH(QString, layers);
        QFETCH(bool, inputCounted);
        QFETCH(bool, outputCounted);
        QFETCH(bool, inputKept);
        QFETCH(bool, inPlace);
        const Network net = network(layers.toStdString());
        const ArenaRules rules{.inputCounted = inputCounted,
                               .outputCounted = outputCounted,
                               .inputKept = inputKept,
                               .additionInPlace = inPlace};
        QTEST(livesText(net, rules), "expected");
        // The live sets of the search say the same.
        const std::vector<std::vector<int>> live = liveTensors(net, rules, 8);
        QCOMPARE(live.size(), net.layers.size());
        for (int step = 0; step < static_cast<int>(live.size()); ++step) {
            std::vector<int> alive;
            for (const TensorLife &life : tensorLives(net, rules, 8).tensors) {
                if (life.first <= step && step <= life.last)
                    alive.push_back(life.layer);
            }
            QCOMPARE(live[static_cast<std::size_t>(step)], alive);
        }
    }

    void layersKnowTheirTensor()
    {
        const Network net = network(conv("a") + "  - {name: bn, op: batch_norm}\n" + conv("b") + sum("s", "bn, b") +
                                    "  - {name: f, op: flatten}\n  - {name: fc, op: dense, channels: 2}\n");
        using Ints = std::vector<int>;
        QCOMPARE(tensorLives(net, {}, 8).tensorOf, (Ints{0, 1, 1, 2, 3, 3, 4}));
        QCOMPARE(tensorLives(net, {.additionInPlace = true}, 8).tensorOf, (Ints{0, 1, 1, 2, 1, 1, 3}));
        QCOMPARE(planOf(net, {.inputCounted = false, .outputCounted = false}).tensorOf, (Ints{-1, 0, 0, 1, 2, 2, -1}));
    }

    void resnet8ByHand()
    {
        const Result<Network> net = loadNetwork("resnet8");
        VERIFY_OK(net);
        const ArenaPlan plan = planOf(*net);
        QCOMPARE(plan.peakBytes, 3 * 16 * 32 * 32); // 49 152: conv0 waits for the addition while s1b reads s1a
        QCOMPARE(plan.lowerBound, plan.peakBytes);
        QVERIFY(plan.optimal);
        QCOMPARE(plan.peakStep, net->indexOf("s1b"));
        QCOMPARE(plan.peakLayers, (std::vector<int>{net->indexOf("conv0"), net->indexOf("s1a"), net->indexOf("s1b")}));
        QCOMPARE(bytesAt(*net, plan, "conv0"), 3 * 1024 + 16384);
        QCOMPARE(bytesAt(*net, plan, "s1_add"), 3 * 16384);
        QCOMPARE(bytesAt(*net, plan, "s2b"), 16384 + 2 * 8192);     // s1_add waits for s2_skip
        QCOMPARE(bytesAt(*net, plan, "s2_skip"), 16384 + 2 * 8192); // s2a is dead, s2b waits
        QCOMPARE(bytesAt(*net, plan, "s2_add"), 3 * 8192);
        QCOMPARE(bytesAt(*net, plan, "fc"), 64 + 10);

        // In place the additions hold two tensors instead of three; the peak stays where s1b runs.
        const ArenaPlan inPlace = planOf(*net, {.additionInPlace = true});
        QCOMPARE(inPlace.peakBytes, 49152);
        QCOMPARE(inPlace.tensors.size(), plan.tensors.size() - 3);
        QCOMPARE(bytesAt(*net, inPlace, "s1b"), 3 * 16384);
        QCOMPARE(bytesAt(*net, inPlace, "s1_add"), 2 * 16384);
        QCOMPARE(bytesAt(*net, inPlace, "s2_add"), 2 * 8192);
        QCOMPARE(bytesAt(*net, inPlace, "s3_add"), 2 * 4096);
        // 32-bit floats: four times as much.
        QCOMPARE(planOf(*net, {}, 32).peakBytes, 4 * 49152);
    }

    void inputAndOutputOutside()
    {
        const Result<Network> net = loadNetwork("autoencoder"); // 640 - 128 … 128 - 8 - 128 … 128 - 640
        VERIFY_OK(net);
        QCOMPARE(planOf(*net).peakBytes, 640 + 128);
        QCOMPARE(planOf(*net, {.inputCounted = false}).peakBytes, 128 + 640);
        QCOMPARE(planOf(*net, {.outputCounted = false}).peakBytes, 640 + 128);
        QCOMPARE(planOf(*net, {.inputCounted = false, .outputCounted = false}).peakBytes, 128 + 128);
        QCOMPARE(planOf(*net, {.inputKept = true}).peakBytes, 640 + 128 + 640);
    }

    void bytesAreRoundedUp()
    {
        const Network net = parseNetwork("name: n\ninput: {channels: 5}\nlayers:\n"
                                         "  - {name: a, op: dense, channels: 7, activation_bits: 4}\n"
                                         "  - {name: b, op: dense, channels: 33}\n",
                                         "n.yaml")
                                .value();
        const auto bytes = [&net](int alignment) {
            std::vector<std::int64_t> sizes;
            for (const ArenaTensor &tensor : planOf(net, {.alignment = alignment}).tensors)
                sizes.push_back(tensor.bytes);
            return sizes;
        };
        using Sizes = std::vector<std::int64_t>;
        QCOMPARE(bytes(1), (Sizes{5, 4, 33})); // 7 · 4 bits = 3.5 bytes
        QCOMPARE(bytes(16), (Sizes{16, 16, 48}));
        QCOMPARE(bytes(0), (Sizes{5, 4, 33}));
        const ArenaPlan plan = planOf(net, {.alignment = 16});
        QCOMPARE(plan.peakBytes, 64);
        for (const ArenaTensor &tensor : plan.tensors)
            QCOMPARE(tensor.offset % 16, 0);
    }
};

QTEST_APPLESS_MAIN(TestLifetimes)
#include "tst_lifetimes.moc"
