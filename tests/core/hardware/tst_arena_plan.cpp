// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Offsets of the arena: against the exhaustive optimum, by running random networks in it, and on reference networks.
#include "core/hardware/memory/arena_placement.h"
#include "core/hardware/memory/arena_plan.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "tests/core/hardware/random_network.h"
#include "tests/support/result_checks.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>
#include <numeric>
#include <random>

using namespace dnas;

namespace {

bool meet(const ArenaTensor &a, const ArenaTensor &b) { return a.first <= b.last && b.first <= a.last; }

/// First two tensors that overlap in time and in space, or -1.
std::pair<int, int> overlap(const std::vector<ArenaTensor> &tensors)
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool apart = tensors[i].end() <= tensors[j].offset || tensors[j].end() <= tensors[i].offset;
            if (meet(tensors[i], tensors[j]) && !apart)
                return {static_cast<int>(j), static_cast<int>(i)};
        }
    }
    return {-1, -1};
}

/// The least peak there is, by trying first-fit in every order. Exact: take an optimal placement in the order of its
/// offsets. First-fit puts no tensor above its optimal place, as by induction everything before it that it meets
/// ends no higher than there, so its optimal place is still free.
std::int64_t exhaustive(std::vector<ArenaTensor> tensors)
{
    std::vector<std::size_t> order(tensors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    do {
        std::int64_t peak = 0;
        for (std::size_t n = 0; n < order.size(); ++n) {
            ArenaTensor &tensor = tensors[order[n]];
            tensor.offset = 0;
            for (bool moved = true; moved;) {
                moved = false;
                for (std::size_t k = 0; k < n; ++k) {
                    const ArenaTensor &other = tensors[order[k]];
                    if (meet(tensor, other) && tensor.offset < other.end() && other.offset < tensor.end()) {
                        tensor.offset = other.end();
                        moved = true;
                    }
                }
            }
            peak = std::max(peak, tensor.end());
        }
        best = std::min(best, peak);
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

std::vector<ArenaTensor> randomTensors(std::mt19937 &random, int count, int steps, int sizes)
{
    std::vector<ArenaTensor> tensors;
    for (int i = 0; i < count; ++i) {
        const int a = static_cast<int>(random() % static_cast<unsigned>(steps));
        const int b = static_cast<int>(random() % static_cast<unsigned>(steps));
        const auto bytes = 1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(sizes));
        tensors.push_back({.layer = i, .bytes = bytes, .first = std::min(a, b), .last = std::max(a, b)});
    }
    return tensors;
}

/// Runs a network in its arena: every byte carries the number of the value it belongs to. Says what went wrong.
QString runInArena(const Network &net, const ArenaPlan &plan, const ArenaRules &rules)
{
    std::vector<int> arena(static_cast<std::size_t>(plan.peakBytes), -1);
    std::vector<int> value; // by layer
    const auto tensorOf = [&plan](int layer) {
        const int index = plan.tensorOf[static_cast<std::size_t>(layer)];
        return index < 0 ? nullptr : &plan.tensors[static_cast<std::size_t>(index)];
    };
    const auto intact = [&](int layer) {
        const ArenaTensor *t = tensorOf(layer);
        const int expected = value[static_cast<std::size_t>(layer)];
        return t == nullptr || std::all_of(arena.begin() + t->offset, arena.begin() + t->end(),
                                           [expected](int byte) { return byte == expected; });
    };
    const int count = static_cast<int>(net.layers.size());
    for (int i = 0; i < count; ++i) {
        const Layer &layer = net.layers[static_cast<std::size_t>(i)];
        const bool passes = layer.op == "dropout" || layer.op == "flatten";
        value.push_back(passes ? value[static_cast<std::size_t>(layer.inputs.front())] : i);
        const ArenaTensor *out = tensorOf(i);
        const bool mayShare = passes || layer.op == "batch_norm" || (layer.op == "add" && rules.additionInPlace);
        for (const int input : layer.inputs) {
            const ArenaTensor *in = tensorOf(input);
            if (!intact(input))
                return QStringLiteral("%1 reads a lost value").arg(i);
            const bool apart = in == nullptr || out == nullptr || in->end() <= out->offset || out->end() <= in->offset;
            if (!apart && (!mayShare || in != out))
                return QStringLiteral("%1 overwrites what it reads").arg(i);
        }
        if (out != nullptr)
            std::fill(arena.begin() + out->offset, arena.begin() + out->end(), value.back());
    }
    for (int i = 0; i < count; ++i) {
        const bool kept = i == net.output || net.layers[static_cast<std::size_t>(i)].isExit;
        if ((kept || (i == 0 && rules.inputKept)) && !intact(i))
            return QStringLiteral("result %1 is lost").arg(i);
    }
    return {};
}

const std::vector<ArenaRules> kRules{{},
                                     {.additionInPlace = true},
                                     {.inputCounted = false, .outputCounted = false, .additionInPlace = true},
                                     {.inputKept = true, .additionInPlace = true, .alignment = 16}};

} // namespace

class TestArenaPlan : public QObject {
    Q_OBJECT

private slots:
    void exhaustiveOptimum()
    {
        std::mt19937 random(7);
        for (int graph = 0; graph < 150; ++graph) {
            const std::vector<ArenaTensor> tensors = randomTensors(random, 2 + graph % 6, 6, 9);
            const std::int64_t least = exhaustive(tensors);
            const ArenaPlan plan = planTensors(tensors, 6);
            QCOMPARE(plan.peakBytes, least);
            QVERIFY(plan.optimal);
            QVERIFY(least >= plan.lowerBound);
            // The exact search alone, from a bad start: one on top of the other.
            std::vector<ArenaTensor> stacked = tensors;
            std::int64_t top = 0;
            for (ArenaTensor &tensor : stacked) {
                tensor.offset = top;
                top = tensor.end();
            }
            const ExactResult exact = placeExactly(stacked, top, plan.lowerBound, 1'000'000);
            QVERIFY(exact.finished);
            QCOMPARE(exact.peak, least);
            QCOMPARE(overlap(stacked), std::pair(-1, -1));
        }
    }

    void someCannotMeetTheBound()
    {
        // By exhaustion: never more than 8 bytes are alive, yet no placement has less than 9. Smaller ones are rare.
        struct Life {
            int bytes, first, last;
        };
        std::vector<ArenaTensor> tensors;
        for (const Life &l : {Life{1, 4, 5}, {2, 2, 5}, {2, 2, 4}, {4, 6, 6}, {4, 1, 3}, {3, 1, 1}, {4, 5, 6}})
            tensors.push_back({.layer = 0, .bytes = l.bytes, .first = l.first, .last = l.last});
        const ArenaPlan plan = planTensors(tensors, 7);
        QCOMPARE(exhaustive(tensors), 9);
        QCOMPARE(plan.lowerBound, 8);
        QCOMPARE(plan.peakBytes, 9);
        QVERIFY(plan.optimal);
        QCOMPARE(overlap(plan.tensors), std::pair(-1, -1));
        // Without room to search it is not known to be the best.
        std::vector<ArenaTensor> placed = plan.tensors;
        QVERIFY(!placeExactly(placed, plan.peakBytes, plan.lowerBound, 1).finished);
    }

    void chainsMeetTheBound()
    {
        // Sizes 5 4 4 5, each with its neighbours: by size, the second 5 would push its neighbour up to 13.
        std::vector<ArenaTensor> tensors;
        for (const int bytes : {5, 4, 4, 5}) {
            const int step = static_cast<int>(tensors.size());
            tensors.push_back({.layer = step, .bytes = bytes, .first = step, .last = std::min(step + 1, 3)});
        }
        QCOMPARE(planTensors(tensors, 4).peakBytes, 9);
        std::mt19937 random(3);
        std::vector<ArenaTensor> chain;
        for (int i = 0; i < 2000; ++i)
            chain.push_back({.layer = i,
                             .bytes = 1 + static_cast<std::int64_t>(random() % 1000),
                             .first = i,
                             .last = std::min(i + 1, 1999)});
        const ArenaPlan plan = planTensors(chain, 2000);
        QCOMPARE(plan.peakBytes, plan.lowerBound);
        QCOMPARE(overlap(plan.tensors), std::pair(-1, -1));
    }

    void randomNetworksRunInTheirArena()
    {
        int met = 0;
        double worst = 0;
        for (unsigned seed = 0; seed < 400; ++seed) {
            const Network net = randomNetwork(seed, 4 + static_cast<int>(seed % 25));
            const Result<std::vector<Shape>> shapes = inferShapes(net);
            VERIFY_OK(shapes);
            for (const ArenaRules &rules : kRules) {
                const ArenaPlan plan = planArena(net, *shapes, 8, rules);
                QVERIFY(plan.peakBytes >= plan.lowerBound);
                QCOMPARE(overlap(plan.tensors), std::pair(-1, -1));
                const QString fault = runInArena(net, plan, rules);
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
                QVERIFY(planArena(net, *shapes, 8, rules).tensors == plan.tensors);
                met += plan.peakBytes == plan.lowerBound;
                worst = std::max(worst, 100.0 * static_cast<double>(plan.peakBytes) /
                                                static_cast<double>(std::max<std::int64_t>(plan.lowerBound, 1)) -
                                            100);
            }
        }
        qInfo("%d of 1600 plans meet the lower bound, the worst is %.1f %% above", met, worst);
        QVERIFY(met > 1500);
    }

    void theRunFindsFaults()
    {
        const Network net = loadNetwork("resnet8").value();
        ArenaPlan plan = planArena(net, inferShapes(net).value(), 8, {});
        QVERIFY(runInArena(net, plan, {}).isEmpty());
        plan.tensors[2].offset = plan.tensors[1].offset;
        QVERIFY(!runInArena(net, plan, {}).isEmpty());
    }

    void referenceNetworks_data()
    {
        QTest::addColumn<QString>("path");
        const QString folder = qEnvironmentVariable("PARETOSCOPE_RESOURCES") + QStringLiteral("/networks");
        int found = 0;
        for (const QString &part : {QString(), QStringLiteral("/found")}) {
            const QDir dir(folder + part);
            for (const QString &file : dir.entryList({QStringLiteral("*.yaml")})) {
                QTest::newRow(qPrintable(file)) << dir.filePath(file);
                ++found;
            }
        }
        QVERIFY(found >= 7);
    }
    void referenceNetworks()
    {
        QFETCH(QString, path);
        const Result<Network> net = loadNetwork(path.toStdString());
        VERIFY_OK(net);
        const std::vector<Shape> shapes = inferShapes(*net).value();
        for (const ArenaRules &rules : kRules) {
            const ArenaPlan plan = planArena(*net, shapes, 8, rules);
            QVERIFY(plan.peakBytes >= plan.lowerBound);
            QVERIFY(static_cast<double>(plan.peakBytes) <= 1.05 * static_cast<double>(plan.lowerBound));
            QCOMPARE(overlap(plan.tensors), std::pair(-1, -1));
            QVERIFY(runInArena(*net, plan, rules).isEmpty());
        }
        const ArenaPlan plan = planArena(*net, shapes, 8, {});
        double least = 1e9; // microseconds of CPU
        for (int i = 0; i < 50; ++i) {
            const std::clock_t begin = std::clock();
            for (int k = 0; k < 10; ++k)
                QCOMPARE(planArena(*net, shapes, 8, {}).peakBytes, plan.peakBytes);
            least = std::min(least, static_cast<double>(std::clock() - begin) * 1e5 / CLOCKS_PER_SEC);
        }
        qInfo("lower bound %lld, plan %lld bytes, %.1f us", static_cast<long long>(plan.lowerBound),
              static_cast<long long>(plan.peakBytes), least);
        QVERIFY(least < 200);
    }

    void nothingToPlan()
    {
        const ArenaPlan plan = planTensors({}, 0);
        QCOMPARE(plan.peakBytes, 0);
        QCOMPARE(plan.peakStep, -1);
        QVERIFY(plan.peakLayers.empty());
        const Network net = parseNetwork("name: n\ninput: {channels: 4}\nlayers:\n"
                                         "  - {name: a, op: dense, channels: 2}\n",
                                         "n.yaml")
                                .value();
        const ArenaRules outside{.inputCounted = false, .outputCounted = false};
        QCOMPARE(planArena(net, inferShapes(net).value(), 8, outside).peakBytes, 0);
    }
};

QTEST_APPLESS_MAIN(TestArenaPlan)
#include "tst_arena_plan.moc"
