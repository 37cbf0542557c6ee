// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left below the limits is given back (docs/methods.md, 3.1): most |α| for each share first, all limits hold.
#include "core/base/random.h"
#include "core/search/fill_up.h"
#include "tests/core/hardware/small_board.h"
#include "tests/core/search/chain_network.h"
#include "tests/core/search/mask_moves.h"
#include "tests/core/supernet/engine_networks.h"

#include <QTest>

using namespace dnas;
using namespace dnas::test;

namespace {

using Importance = std::vector<std::vector<double>>;

ActiveTerm limitOn(const SpaceCost &cost, const char *metric, double target)
{
    return {.metric = metric, .metricIndex = cost.indexOf(metric), .shape = TermShape::Hinge, .target = target};
}

bool holds(const SpaceCost &cost, const ChannelMasks &masks, const std::vector<ActiveTerm> &limits)
{
    const auto values = valuesAt(cost, masks);
    return std::all_of(limits.begin(), limits.end(), [&](const ActiveTerm &limit) {
        return values[static_cast<std::size_t>(limit.metricIndex)] <= limit.target;
    });
}

} // namespace

class TestFillUp : public QObject {
    Q_OBJECT

private slots:
    void byHand()
    {
        const SearchSpace space = SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {}).value();
        const SpaceCost cost(space, smallSetup());
        const Importance importance{{}, {0.9, 0.8, 0.7, 0.6}, {0.55, 0.9, 0.9, 0.9, 0.9, 0.9}, {}};
        const ChannelMasks small = space.masksOfWidths({2, 1, 1, 3}); // 2 + 1 + 3 = 6 weights
        const auto filled = [&](double target) {
            return filledUp(space, cost, small, importance, {limitOn(cost, "weights", target)});
        };
        // At most 14: a's second for 3 (.8/3) before b's second for 4 (.9/4): 9. a's third (.7/3) before b's for 5
        // (.9/5): 12. Another would come to 15 or 18.
        QCOMPARE(widthsOf(filled(14)), (std::vector<int>{2, 3, 1, 3}));
        // At most 20: 12, then a's fourth (.6/3) before b's for 6 (.9/6): 15. b's for 7 would come to 22.
        QCOMPARE(widthsOf(filled(20)), (std::vector<int>{2, 4, 1, 3}));
        QCOMPARE(widthsOf(filled(22)), (std::vector<int>{2, 4, 2, 3}));
        QCOMPARE(filled(50), space.fullMasks());
        // Full to the brim, or over it: nothing changes.
        QCOMPARE(filled(6), small);
        QCOMPARE(filled(5), small);
    }

    /// The least important of b is its first channel: it returns last.
    void mostImportantFirst()
    {
        const SearchSpace space = SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {}).value();
        const SpaceCost cost(space, smallSetup());
        ChannelMasks masks = space.fullMasks();
        masks[2] = {0, 0, 1, 0, 1, 1}; // 8 + 12 + 9 = 29, a channel of b weighs 7
        const Importance importance{{}, {1, 1, 1, 1}, {0.1, 0.3, 0.9, 0.2, 0.9, 0.9}, {}};
        const ChannelMasks filled = filledUp(space, cost, masks, importance, {limitOn(cost, "weights", 45)});
        QCOMPARE(filled[2], (std::vector<std::uint8_t>{0, 1, 1, 1, 1, 1}));
    }

    void anyLimits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("granularity");
        for (const char *name : {"demo-cnn", "resnet8", "ds-cnn", "concat", "flatten"})
            QTest::newRow(name) << name << 1;
        QTest::newRow("resnet8 in blocks of 5") << "resnet8" << 5;
    }
    /// From any masks, under any limits: nothing is switched off, limits hold, and no block more would fit.
    void anyLimits()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        const SpaceCost cost(space, smallSetup());
        RandomStream random(5, "fill");
        int grown = 0;
        for (int round = 0; round < 6; ++round) {
            ChannelMasks masks = space.fullMasks();
            Importance importance;
            for (std::size_t g = 0; g < masks.size(); ++g) {
                const ChannelGroup &group = space.groups()[g];
                auto &row = importance.emplace_back();
                for (int block = 0; !group.frozen && block < group.blocks(); ++block) {
                    row.push_back(random.uniform());
                    if (block == 0 || row.back() > 0.5)
                        continue;
                    for (int c = 0; c < group.blockSize(block); ++c)
                        masks[g][static_cast<std::size_t>(block * group.granularity + c)] = 0;
                }
            }
            const auto values = valuesAt(cost, masks);
            std::vector<ActiveTerm> limits;
            for (const char *metric : {"weights", "latency", "ram"})
                limits.push_back(
                    limitOn(cost, metric,
                            values[static_cast<std::size_t>(cost.indexOf(metric))] * (1 + 0.5 * random.uniform())));
            const ChannelMasks filled = filledUp(space, cost, masks, importance, limits);
            QVERIFY(holds(cost, filled, limits));
            for (std::size_t g = 0; g < masks.size(); ++g) {
                const ChannelGroup &group = space.groups()[g];
                for (int block = 0; !group.frozen && block < group.blocks(); ++block) {
                    const auto first = static_cast<std::size_t>(block * group.granularity);
                    QVERIFY(filled[g][first] >= masks[g][first]);
                    grown += filled[g][first] - masks[g][first];
                    if (filled[g][first] != 0)
                        continue;
                    ChannelMasks more = filled;
                    std::fill_n(more[g].begin() + static_cast<std::ptrdiff_t>(first), group.blockSize(block), 1);
                    QVERIFY(!holds(cost, more, limits));
                }
            }
        }
        QVERIFY(grown > 0);
    }

    /// Where less cost is worth something, or a target pulls from both sides, nothing is given back.
    void onlyAmongLimits()
    {
        const ActiveTerm limit{.shape = TermShape::Hinge};
        QVERIFY(onlyLimits({limit, limit}));
        QVERIFY(!onlyLimits({limit, {.shape = TermShape::Minimise}}));
        QVERIFY(!onlyLimits({{.shape = TermShape::Absolute}}));
        QVERIFY(!onlyLimits({}));
    }
};

QTEST_APPLESS_MAIN(TestFillUp)
#include "tst_fill_up.moc"
