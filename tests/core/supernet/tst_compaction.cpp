// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compaction: without its dead channels a relaxed network computes, trains and is priced as before.
#include "core/supernet/discretise.h"
#include "tests/core/hardware/small_board.h"
#include "tests/core/search/mask_moves.h"
#include "tests/core/supernet/engine_networks.h"
#include "tests/core/supernet/output_difference.h"
#include "tests/support/engine_probe.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;
using namespace dnas::test;

namespace {

constexpr int kBatch = 8;

} // namespace

class TestCompaction : public QObject {
    Q_OBJECT

private slots:
    void sameOutputs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("granularity");
        for (const char *name : {"demo-cnn", "resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder"})
            QTest::newRow(name) << name << 1;
        for (const auto &[name, text] : smallNetworks())
            QTest::newRow(name.c_str()) << QString::fromStdString(name) << 1;
        QTest::newRow("resnet8 in blocks of 4") << "resnet8" << 4;
    }

    void sameOutputs()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        EngineProbe probe(space, 3);
        probe.train({.steps = 5});
        probe.setSearching(true);
        RandomStream random(11);
        probe.setMasks(randomBlocks(space, random));
        probe.train({.steps = 10, .seed = 2});
        const WeightStore before = probe.weights();
        const ChannelMasks masks = probe.masks();
        const std::vector<float> inputs =
            randomValues(static_cast<std::size_t>(space.seed().input.elements()) * kBatch, 5);
        const std::vector<float> expected = probe.evaluate(inputs, kBatch);

        EngineProbe compact = probe.compacted();
        const double difference = largestDifference(compact.evaluate(inputs, kBatch), expected);
        QVERIFY2(difference <= 1e-5 * std::max(1.0, largest(expected)),
                 qPrintable(QStringLiteral("|Δ| = %1 at |output| = %2").arg(difference).arg(largest(expected))));
        for (const auto &mask : compact.masks()) // everything that is left is on
            QVERIFY(std::count(mask.begin(), mask.end(), 0) == 0);

        // Back in the places of the seed nothing is lost.
        WeightStore restored = before;
        for (auto &[array, values] : restored)
            std::fill(values.values.begin(), values.values.end(), 0.0F);
        insertWeights(space, masks, compact.weights(), restored);
        QVERIFY(deriveWeights(space, masks, restored) == deriveWeights(space, masks, before));
    }

    /// Both networks go on training alike: same pictures, same gradients but for rounding.
    void trainsOnAlike()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("resnet8"), {}).value();
        EngineProbe probe(space, 3);
        probe.setSearching(true);
        RandomStream random(11);
        probe.setMasks(randomBlocks(space, random));
        EngineProbe compact = probe.compacted();
        const ProbeTraining more{.steps = 3, .batch = 8, .learningRate = 0.01, .seed = 4};
        const double loss = probe.train(more);
        const double compactLoss = compact.train(more);
        QVERIFY2(std::abs(loss - compactLoss) <= 1e-4 * loss, qPrintable(QString::number(loss - compactLoss)));
    }

    /// What is left costs what the masks cost before, with the same slopes.
    void pricedAlike()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("ds-cnn"), {}).value();
        EngineProbe probe(space, 3);
        probe.setSearching(true);
        RandomStream random(5);
        probe.setMasks(randomBlocks(space, random));
        EngineProbe compact = probe.compacted();
        const BoardSetup setup = smallSetup();
        const SpaceCost cost(space, setup);
        const ActiveTerm term{
            .metric = "latency", .metricIndex = cost.indexOf("latency"), .shape = TermShape::Minimise, .seedCost = 1};
        const ProbePenalty before = probe.penalty(setup, {term}, {1});
        const ProbePenalty after = compact.penalty(setup, {term}, {1});
        QCOMPARE(after.metricValues, before.metricValues);
        QCOMPARE(after.widths, before.widths);
        std::vector<float> kept;
        const ChannelMasks masks = probe.masks();
        std::size_t block = 0;
        for (std::size_t g = 0; g < masks.size(); ++g) {
            for (std::size_t c = 0; c < masks[g].size() && !space.groups()[g].frozen; ++c, ++block) {
                if (masks[g][c])
                    kept.push_back(before.decisionGradient.at(block));
            }
        }
        QCOMPARE(after.decisionGradient, kept);
    }
};

QTEST_APPLESS_MAIN(TestCompaction)
#include "tst_compaction.moc"
