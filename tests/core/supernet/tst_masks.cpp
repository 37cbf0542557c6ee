// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Width masks in the relaxed network: straight-through slope, channels that are off, gradients that reach α.
#include "core/network/operator.h"
#include "tests/core/hardware/small_board.h"
#include "tests/core/search/chain_network.h"
#include "tests/core/supernet/engine_networks.h"
#include "tests/support/engine_probe.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;
using namespace dnas::test;

namespace {

using Floats = std::vector<float>;

/// A term that is one for one cost: λ/R⁰ = 1 with R⁰ = 1.
ActiveTerm plainTerm(const SpaceCost &cost, const std::string &metric)
{
    return {.metric = metric, .metricIndex = cost.indexOf(metric), .shape = TermShape::Minimise, .seedCost = 1};
}

/// First block of each group in the vector of decisions; -1 for frozen groups.
std::vector<int> firstBlocks(const SearchSpace &space)
{
    std::vector<int> first;
    int next = 0;
    for (const ChannelGroup &group : space.groups()) {
        first.push_back(group.frozen ? -1 : next);
        next += group.frozen ? 0 : group.blocks();
    }
    return first;
}

} // namespace

class TestMasks : public QObject {
    Q_OBJECT

private slots:
    void straightThrough()
    {
        // On above ½ in either sign; the kept one is on whatever α says, and gets no gradient.
        const ProbeMask probe = probeBinaryMask({1.0F, 0.5F, 0.500001F, -0.7F, -0.2F, 0.0F, 0.1F},
                                                {false, false, false, false, false, false, true},
                                                {3.0F, 5.0F, 7.0F, 11.0F, 13.0F, 17.0F, 19.0F});
        QCOMPARE(probe.mask, (Floats{1, 0, 1, 1, 0, 0, 1}));
        QCOMPARE(probe.gradient, (Floats{3, 5, 7, -11, -13, 17, 0}));
    }

    void startsWithEverythingOn()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("resnet8"), {.granularity = 4}).value();
        EngineProbe probe(space);
        QVERIFY(probe.masks() == space.fullMasks());
        QCOMPARE(probe.decisions(), Floats(static_cast<std::size_t>(4 + 4 + 8 + 8 + 16 + 16), 1.0F));
        // The masks change nothing while everything is on.
        const auto inputs = randomValues(3 * 32 * 32, 1);
        const Floats plain = probe.evaluate(inputs, 1);
        probe.setSearching(true);
        QCOMPARE(probe.evaluate(inputs, 1), plain);
    }

    void oneBlockOfEachGroupStays()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("resnet8"), {.granularity = 3}).value();
        EngineProbe probe(space);
        probe.setDecisions(Floats(probe.decisions().size(), 0.0F));
        const ChannelMasks masks = probe.masks();
        for (std::size_t g = 0; g < masks.size(); ++g) {
            const auto on = std::count(masks[g].begin(), masks[g].end(), 1);
            QCOMPARE(static_cast<int>(on), space.groups()[g].frozen ? space.groups()[g].channels : 3);
        }
        // Restored decisions too: training may not empty a group afterwards.
        RandomStream random(3, "masks");
        const ChannelMasks restored = oneBlockEach(space, random);
        probe.setMasks(restored);
        QVERIFY(probe.masks() == restored);
        probe.setDecisions(Floats(probe.decisions().size(), 0.0F));
        QVERIFY(probe.masks() == restored);
    }

    void offChannelsKeepTheirStatistics()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("pre-activation"), {}).value();
        EngineProbe probe(space, 4);
        probe.train({.steps = 5});
        RandomStream random(5, "masks");
        const ChannelMasks masks = randomBlocks(space, random);
        probe.setSearching(true);
        probe.setMasks(masks);
        const WeightStore before = probe.weights();
        probe.train({.steps = 3, .seed = 8});
        const WeightStore after = probe.weights();
        int kept = 0;
        int moved = 0;
        for (std::size_t i = 0; i < space.seed().layers.size(); ++i) {
            const Layer &layer = space.seed().layers[i];
            if (layer.op != "batch_norm")
                continue;
            const auto on = space.featureMask(static_cast<int>(i), masks);
            for (const char *part : {".mean", ".variance"}) {
                const Floats &old = before.at(layer.name + part).values;
                const Floats &now = after.at(layer.name + part).values;
                for (std::size_t c = 0; c < on.size(); ++c) {
                    QVERIFY2((old[c] == now[c]) == !on[c], qPrintable(QString::fromStdString(layer.name + part)));
                    ++(on[c] ? moved : kept);
                }
            }
        }
        QVERIFY(kept > 0 && moved > 0);
    }

    void maskedChannelIsExactlyZero_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"resnet8", "ds-cnn"})
            QTest::newRow(name) << name;
        for (const auto &[name, text] : smallNetworks())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    /// What reads an off channel may have any weights: not one bit of the output changes.
    void maskedChannelIsExactlyZero()
    {
        QFETCH(QString, name);
        const SearchSpace space = SearchSpace::create(engineNetwork(name.toStdString()), {}).value();
        RandomStream random(6, "masks");
        const ChannelMasks masks = randomBlocks(space, random);
        WeightStore weights = randomWeights(space.seed(), 7);
        EngineProbe probe(space);
        probe.setSearching(true);
        probe.setMasks(masks);
        VERIFY_OK(probe.load(weights));
        const auto inputs = randomValues(static_cast<std::size_t>(space.seed().input.elements()) * 2, 8);
        const Floats expected = probe.evaluate(inputs, 2);
        int changed = 0;
        for (const Layer &layer : space.seed().layers) {
            const bool reads = (layer.op == "conv" && layer.groups == 1) || layer.op == "dense";
            if (!reads)
                continue;
            NamedArray &array = weights.at(layer.name + ".weight");
            const auto on = space.featureMask(layer.inputs[0], masks);
            const std::size_t inner = array.values.size() / static_cast<std::size_t>(array.shape[0]) / on.size();
            for (std::size_t i = 0; i < array.values.size(); ++i) {
                if (!on[i / inner % on.size()]) {
                    array.values[i] = 1e4F;
                    ++changed;
                }
            }
        }
        QVERIFY(changed > 0);
        VERIFY_OK(probe.load(weights));
        QCOMPARE(probe.evaluate(inputs, 2), expected);
    }

    void gradientReachesProducerAndConsumer()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("resnet8"), {}).value();
        const BoardSetup setup = smallSetup();
        const SpaceCost cost(space, setup);
        EngineProbe probe(space);
        const ProbePenalty weights = probe.penalty(setup, {plainTerm(cost, "weights")}, {1.0});
        QCOMPARE(weights.total, 77360.0);
        const auto first = firstBlocks(space);
        const auto slope = [&](std::size_t group, int block) {
            return static_cast<double>(weights.decisionGradient[static_cast<std::size_t>(first[group] + block)]);
        };
        // s1a (group 2): 9·16 of its own and 9·16 in s1b that reads it. The first block is kept alive: no gradient.
        QCOMPARE(slope(2, 1), 9.0 * 16 + 9 * 16);
        QCOMPARE(slope(2, 0), 0.0);
        // conv0 (group 1): conv0 27, s1a and s1b 144 each, s2a 288, s2_skip 32.
        QCOMPARE(slope(1, 15), 27.0 + 144 + 144 + 288 + 32);
        // s3b and s3_skip: 9·64 and 32 of their own, 10 in the classifier.
        QCOMPARE(slope(6, 5), 9.0 * 64 + 32 + 10);
    }

    void penaltyGradientMatchesDifferences_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("granularity");
        for (const char *name : {"resnet8", "ds-cnn", "concat", "flatten"}) {
            QTest::addRow("%s", name) << name << 1;
            QTest::addRow("%s in blocks of 4", name) << name << 4;
        }
    }
    void penaltyGradientMatchesDifferences()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        const BoardSetup setup = smallSetup();
        const SpaceCost cost(space, setup);
        RandomStream random(9, "masks");
        EngineProbe probe(space);
        probe.setMasks(randomBlocks(space, random));
        std::vector<ActiveTerm> terms;
        std::vector<double> strengths;
        for (const char *metric : {"weights", "macs", "latency", "energy", "flash"}) {
            const double seed = cost.bounds().at(metric).most;
            terms.push_back({.metric = metric, .metricIndex = cost.indexOf(metric), .seedCost = seed});
            strengths.push_back(0.5 + random.uniform());
        }
        terms[0].shape = TermShape::Absolute; // above and below, limit, and minimised
        terms[0].target = terms[0].seedCost;
        terms[1].shape = TermShape::Absolute;
        terms[1].target = cost.bounds().at("macs").least / 2;
        terms[2].shape = TermShape::Hinge;
        terms[2].target = cost.bounds().at("latency").least / 2;
        terms[3].shape = TermShape::Minimise;
        terms[4].shape = TermShape::Hinge; // met: no slope
        terms[4].target = terms[4].seedCost * 2;
        const ProbePenalty penalty = probe.penalty(setup, terms, strengths);
        QCOMPARE(penalty.byTerm[4], 0.0);

        const auto totalAt = [&](const std::vector<double> &widths) {
            SpaceCost::Values values;
            PenaltyValue value;
            cost.evaluate(widths, values);
            penaltyOf(terms, strengths, values.value, value);
            return value.total;
        };
        QVERIFY(std::abs(totalAt(penalty.widths) - penalty.total) <= 1e-12 * penalty.total);
        const auto first = firstBlocks(space);
        const ChannelMasks masks = probe.masks();
        for (std::size_t g = 0; g < first.size(); ++g) {
            for (int block = 0; first[g] >= 0 && block < space.groups()[g].blocks(); ++block) {
                // A block's share of 1e-3; every cost is of degree two in the widths, so differences are exact.
                constexpr double kStep = 1e-3;
                std::vector<double> above = penalty.widths;
                std::vector<double> below = penalty.widths;
                above[g] += kStep * space.groups()[g].blockSize(block);
                below[g] -= kStep * space.groups()[g].blockSize(block);
                const double difference = (totalAt(above) - totalAt(below)) / (2 * kStep);
                const double slope =
                    static_cast<double>(penalty.decisionGradient[static_cast<std::size_t>(first[g] + block)]);
                const bool alive = slope == 0; // the one that is kept alive
                QVERIFY2(alive || std::abs(slope - difference) <= 1e-5 * std::abs(difference),
                         qPrintable(QStringLiteral("group %1 block %2: %3 against %4")
                                        .arg(g)
                                        .arg(block)
                                        .arg(slope)
                                        .arg(difference)));
                QVERIFY(!alive || masks[g][static_cast<std::size_t>(block * granularity)]);
            }
        }
        QVERIFY(std::count(penalty.decisionGradient.begin(), penalty.decisionGradient.end(), 0.0F) <=
                static_cast<std::ptrdiff_t>(first.size()));
    }

    /// What each channel saves of a minimised cost, by hand: 2a + ab + 3b weights with three a and six b.
    void minimisedSlopes()
    {
        const SearchSpace space = SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {}).value();
        EngineProbe probe(space);
        probe.setMasks({{1, 1}, {1, 1, 1, 0}, {1, 1, 1, 1, 1, 1}, {1, 1, 1}});
        const SpaceCost cost(space, smallSetup());
        ActiveTerm minimised = plainTerm(cost, "weights");
        minimised.seedCost = 50;
        const ActiveTerm limit{
            .metricIndex = minimised.metricIndex, .shape = TermShape::Hinge, .target = 1, .seedCost = 50};
        const auto found = probe.penalty(smallSetup(), {limit, minimised}, {100, 5}).minimised;
        // An a saves 2 + 6, a b 3 + 3, times λ/R⁰ = 5/50; the limit says nothing here, however far it is broken.
        QCOMPARE(found.size(), std::size_t(10));
        for (std::size_t block = 0; block < found.size(); ++block)
            QVERIFY2(std::abs(found[block] - (block < 4 ? 0.8 : 0.6)) < 1e-9,
                     qPrintable(QString::number(found[block])));
        QCOMPARE(probe.penalty(smallSetup(), {limit}, {100}).minimised, std::vector<double>(10, 0.0));
    }

    /// Only what is asked to change does, and to just beyond the threshold, so that training may take it back soon.
    void decideChangesWhatDiffers()
    {
        const SearchSpace space = SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {}).value();
        EngineProbe probe(space);
        const Floats before{0.9F, -0.8F, 0.3F, 1, 1, 0.2F, 0.7F, 1, -0.1F, 0.6F};
        probe.setDecisions(before);
        const ChannelMasks wanted{{1, 1}, {1, 0, 1, 1}, {1, 0, 1, 1, 1, 0}, {1, 1, 1}};
        QCOMPARE(probe.decide(wanted), (std::vector<std::int64_t>{1, 2, 8, 9}));
        QVERIFY(probe.masks() == wanted);
        Floats expected = before;
        expected[1] = expected[9] = 0.45F;
        expected[2] = expected[8] = 0.55F;
        QCOMPARE(probe.decisions(), expected);
        QVERIFY(probe.decide(wanted).empty());
        QCOMPARE(probe.decisions(), expected);
    }

    /// The task loss reaches α too, through scales and shifts and through bare weights.
    void taskLossMovesDecisions()
    {
        for (const char *name : {"demo-cnn", "no normalisation", "sigmoid"}) {
            const SearchSpace space = SearchSpace::create(engineNetwork(name), {}).value();
            EngineProbe probe(space, 2);
            probe.setSearching(true);
            const Floats before = probe.decisions();
            probe.train({.steps = 3, .decisionRate = 0.01});
            const Floats after = probe.decisions();
            const auto first = firstBlocks(space);
            for (std::size_t g = 0; g < first.size(); ++g) {
                bool moved = first[g] < 0;
                for (int block = 1; first[g] >= 0 && block < space.groups()[g].blocks(); ++block) {
                    const auto b = static_cast<std::size_t>(first[g] + block);
                    moved = moved || before[b] != after[b];
                }
                QVERIFY2(moved, qPrintable(QStringLiteral("%1, group %2").arg(QLatin1String(name)).arg(g)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestMasks)
#include "tst_masks.moc"
