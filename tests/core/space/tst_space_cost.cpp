// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SpaceCost against costOf() of the derived network, its gradients against differences, and its speed.
#include "core/base/random.h"
#include "core/network/network_yaml.h"
#include "core/space/reach.h"
#include "core/space/space_cost.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

using namespace dnas;

namespace {

std::atomic<long> allocations{0};

} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size ? size : 1))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

namespace {

const char *const kAwkward = R"(name: awkward
input: {channels: 3, height: 6, width: 4}
layers:
  - {name: a, op: conv, channels: 4, kernel: 3, padding: same, bias: true, activation: relu}
  - {name: a_bn, op: batch_norm}
  - {name: b, op: conv, from: input, channels: 5, kernel: [1, 3], padding: same}
  - {name: cat, op: concat, from: [a_bn, b]}
  - {name: cat_bn, op: batch_norm, activation: relu}
  - {name: dw, op: conv, groups: depthwise, kernel: 3, padding: same}
  - {name: sum, op: add, from: [dw, cat_bn]}
  - {name: pool, op: max_pool, kernel: 2}
  - {name: c, op: conv, channels: 8, kernel: 1}
  - {name: g, op: conv, channels: 8, kernel: 1, groups: 2}
  - {name: d, op: conv, channels: 6, kernel: 1, weight_bits: 4}
  - {name: flat, op: flatten}
  - {name: fc, op: dense, channels: 10, bias: true}
  - {name: out, op: dense, channels: 3}
)";

SearchSpace spaceOf(const QString &name)
{
    Network net = name == QLatin1String("awkward") ? parseNetwork(kAwkward, "awkward.yaml").value()
                                                   : loadNetwork(name.toStdString()).value();
    return SearchSpace::create(std::move(net), {}).value();
}

std::vector<double> widthsOf(const ChannelMasks &masks)
{
    std::vector<double> widths;
    for (const auto &mask : masks) {
        double kept = 0;
        for (const std::uint8_t bit : mask)
            kept += bit;
        widths.push_back(kept);
    }
    return widths;
}

/// Any channels of the searchable groups, at least one each.
ChannelMasks randomMasks(const SearchSpace &space, RandomStream &random)
{
    ChannelMasks masks = space.fullMasks();
    for (std::size_t g = 0; g < masks.size(); ++g) {
        if (space.groups()[g].frozen)
            continue;
        const double share = random.uniform();
        for (std::uint8_t &bit : masks[g])
            bit = random.uniform() < share;
        masks[g][random.below(masks[g].size())] = 1;
    }
    return masks;
}

void compare(const SearchSpace &space, const SpaceCost &cost, const BoardSetup &setup, const ChannelMasks &masks)
{
    SpaceCost::Values values;
    cost.evaluate(widthsOf(masks), values);
    const NetworkCost derived = costOf(space.derive(masks), setup);
    QCOMPARE(derived.total.size(), cost.metrics().size());
    for (std::size_t m = 0; m < cost.metrics().size(); ++m) {
        const double expected = derived.total.at(cost.metrics()[m]).value;
        // RAM: the largest live set, which the plan of the derived network cannot always reach.
        const double above = cost.metrics()[m] == "ram" ? 0.15 * expected : 1e-12 * expected;
        QVERIFY2(values.value[m] >= expected - above && values.value[m] <= expected * (1 + 1e-12),
                 qPrintable(QStringLiteral("%1: %2 against %3")
                                .arg(QString::fromStdString(cost.metrics()[m]))
                                .arg(values.value[m], 0, 'g', 17)
                                .arg(expected, 0, 'g', 17)));
    }
}

void networks()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder", "resnet18-tiny", "awkward"})
        QTest::newRow(name) << name;
}

} // namespace

class TestSpaceCost : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheDerivedNetwork_data() { networks(); }
    void agreesWithTheDerivedNetwork()
    {
        QFETCH(QString, name);
        const SearchSpace space = spaceOf(name);
        RandomStream random(1, "masks");
        for (const BoardSetup &setup :
             {resourceSetup("nucleo-h743zi2"), resourceSetup("nucleo-h743zi2", "x-cube-ai-7", "vos2-300mhz"),
              resourceSetup("generic"), smallSetup("slow")}) {
            const SpaceCost cost(space, setup);
            compare(space, cost, setup, space.fullMasks());
            compare(space, cost, setup, space.masksOfWidths(std::vector<int>(space.groups().size(), 1)));
            for (int i = 0; i < 25; ++i)
                compare(space, cost, setup, randomMasks(space, random));
        }
    }

    void gradientsMatchDifferences_data() { networks(); }
    void gradientsMatchDifferences()
    {
        QFETCH(QString, name);
        const SearchSpace space = spaceOf(name);
        const SpaceCost cost(space, smallSetup("slow"));
        const std::size_t groups = space.groups().size();
        RandomStream random(2, "widths");
        SpaceCost::Values values;
        SpaceCost::Values above;
        SpaceCost::Values below;
        for (int i = 0; i < 5; ++i) {
            std::vector<double> widths;
            for (const ChannelGroup &group : space.groups())
                widths.push_back(1.5 + random.uniform() * (group.channels - 1.5));
            cost.evaluate(widths, values);
            for (std::size_t g = 0; g < groups; ++g) {
                // Every metric is a polynomial of degree two (RAM: piecewise linear), so differences are exact.
                constexpr double kStep = 1e-3;
                const double width = widths[g];
                widths[g] = width + kStep;
                cost.evaluate(widths, above);
                widths[g] = width - kStep;
                cost.evaluate(widths, below);
                widths[g] = width;
                for (std::size_t m = 0; m < cost.metrics().size(); ++m) {
                    const double difference = (above.value[m] - below.value[m]) / (2 * kStep);
                    const double slope = values.gradient[m * groups + g];
                    // Rounding of the difference: 1e-16 of the value over the step.
                    const double tolerance = 1e-6 * qAbs(slope) + 1e-11 * qAbs(values.value[m]) / kStep;
                    QVERIFY2(qAbs(difference - slope) <= tolerance,
                             qPrintable(QStringLiteral("%1 by %2: %3 against %4")
                                            .arg(QString::fromStdString(cost.metrics()[m]),
                                                 QString::fromStdString(space.groups()[g].name))
                                            .arg(slope)
                                            .arg(difference)));
                }
            }
        }
    }

    void slopesOfResnet8ByHand()
    {
        const SearchSpace space = spaceOf(QStringLiteral("resnet8"));
        const SpaceCost cost(space, smallSetup());
        SpaceCost::Values values;
        cost.evaluate(widthsOf(space.fullMasks()), values);
        const std::size_t groups = space.groups().size();
        const auto slope = [&](const char *metric, std::size_t group) {
            return values.gradient[static_cast<std::size_t>(cost.indexOf(metric)) * groups + group];
        };
        // s1a (group 2): its own 9·16 and as input of s1b 9·16.
        QCOMPARE(slope("weights", 2), 9.0 * 16 + 9 * 16);
        QCOMPARE(slope("parameters", 2), 288.0 + 1 + 4);
        QCOMPARE(slope("macs", 2), 288.0 * 1024);
        // conv0 (group 1): conv0 27, s1a 144, s1b 144, s2a 288, s2_skip 32.
        QCOMPARE(slope("weights", 1), 27.0 + 144 + 144 + 288 + 32);
        // The peak: conv0, s1a and s1b in memory while s1b runs; conv0 and s1b are one group.
        QCOMPARE(slope("ram", 1), 2.0 * 1024);
        QCOMPARE(slope("ram", 2), 1.0 * 1024);
        QCOMPARE(slope("ram", 3), 0.0);
        // s1a: 288·1024 MACs at 2 cycles, 1024 elements written at 1.
        QCOMPARE(slope("cycles", 2), (2.0 * 288 + 1) * 1024);
        QCOMPARE(slope("latency", 2), (2.0 * 288 + 1) * 1024 / 100e3);
        QCOMPARE(slope("flash", 2), 288.0 + 12);
        QCOMPARE(cost.indexOf("compressed"), -1);
    }

    void boundsAreSeedAndOneBlock()
    {
        const Network net = loadNetwork("resnet8").value();
        const SearchSpace space = SearchSpace::create(net, {.granularity = 6}).value();
        const auto bounds = SpaceCost(space, smallSetup()).bounds();
        QCOMPARE(bounds.size(), std::size_t{8});
        QCOMPARE(bounds.at("weights").most, 77360.0);
        // 16 = 6+6+4: 4; 32 = 5·6+2: 2; 64 = 10·6+4: 4 channels are the smallest block of each group.
        const Network least = space.derive(space.masksOfWidths({3, 4, 4, 2, 2, 4, 4, 10}));
        const NetworkCost cost = costOf(least, smallSetup());
        for (const auto &[metric, bound] : bounds) {
            QCOMPARE(bound.least, cost.total.at(metric).value);
            QVERIFY(bound.least < bound.most);
        }
    }

    void nothingToSearchHasOneCost()
    {
        const SearchSpace space = SearchSpace::create(loadNetwork("ds-cnn").value(), {.search = false}).value();
        for (const auto &[metric, bound] : SpaceCost(space, smallSetup()).bounds())
            QCOMPARE(bound.least, bound.most);
    }

    void evaluatesFastAndWithoutAllocating()
    {
        const SearchSpace space = spaceOf(QStringLiteral("resnet8"));
        const SpaceCost cost(space, resourceSetup("nucleo-h743zi2"));
        std::vector<double> widths = widthsOf(space.fullMasks());
        SpaceCost::Values values;
        cost.evaluate(widths, values);
        const long before = allocations;
        constexpr int kRounds = 2000;
        double sum = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kRounds; ++i) {
            widths[1] = 1 + i % 16;
            cost.evaluate(widths, values);
            sum += values.value[0];
        }
        const double microseconds = static_cast<double>(timer.nsecsElapsed()) / 1e3 / kRounds;
        QCOMPARE(allocations.load(), before);
        QVERIFY(sum > 0);
        qInfo("SpaceCost::evaluate, resnet8: %.2f us", microseconds);
    }

    /// With tensors in multiples of 1 KiB: what a plan needs, not what lives.
    void reachIsThatOfPlans()
    {
        const SearchSpace space = SearchSpace::create(loadNetwork("demo-cnn").value(), {}).value();
        const std::string yaml = replaced(kSmallBoard, "code: 100", "code: 100\n    arena: {alignment: 1024}");
        const BoardSetup setup = smallSetup({}, yaml);
        const auto bounds = SpaceCost(space, setup).bounds();
        const auto reach = reachOf(space, setup);
        const std::vector<int> one(space.groups().size(), 1);
        const double smallest = costOf(space.derive(space.masksOfWidths(one)), setup).total.at("ram").value;
        QVERIFY(smallest > bounds.at("ram").least);
        QCOMPARE(reach.at("ram").least, smallest);
        QCOMPARE(reach.at("ram").most, costOf(space.seed(), setup).total.at("ram").value);
        QCOMPARE(reach.at("macs").least, bounds.at("macs").least);
    }
};

QTEST_APPLESS_MAIN(TestSpaceCost)
#include "tst_space_cost.moc"
