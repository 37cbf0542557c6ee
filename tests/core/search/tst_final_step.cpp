// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last step (docs/methods.md, 3.1): limits certain, aims within a block, least |α| per cost saved first.
#include "core/base/random.h"
#include "core/search/final_step.h"
#include "tests/core/hardware/small_board.h"
#include "tests/core/search/chain_network.h"
#include "tests/core/search/mask_moves.h"
#include "tests/core/supernet/engine_networks.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;
using namespace dnas::test;

namespace {

using Importance = std::vector<std::vector<double>>;

constexpr std::size_t kA = 1;
constexpr std::size_t kB = 2;

struct Chain {
    SearchSpace space = SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {}).value();
    SpaceCost cost{space, smallSetup()};
    Importance importance{{}, {0.9, 0.8, 0.7, 0.6}, {0.55, 0.9, 0.9, 0.9, 0.9, 0.9}, {}};

    ActiveTerm term(TermShape shape, double target) const
    {
        return {.metric = "weights", .metricIndex = cost.indexOf("weights"), .shape = shape, .target = target};
    }
    FinalStep settle(const ChannelMasks &masks, const std::vector<ActiveTerm> &terms) const
    {
        return settleTargets(space, cost, masks, importance, terms);
    }
};

Importance randomImportance(const SearchSpace &space, RandomStream &random)
{
    Importance importance;
    for (const ChannelGroup &group : space.groups()) {
        auto &row = importance.emplace_back();
        for (int block = 0; !group.frozen && block < group.blocks(); ++block)
            row.push_back(random.uniform());
    }
    return importance;
}

int difference(const ChannelMasks &a, const ChannelMasks &b)
{
    int count = 0;
    for (std::size_t g = 0; g < a.size(); ++g) {
        for (std::size_t c = 0; c < a[g].size(); ++c)
            count += a[g][c] != b[g][c];
    }
    return count;
}

/// What a block of the group that weighs most takes of the seed's largest step in memory.
double largestShare(const SearchSpace &space, const SpaceCost &cost, std::size_t metric)
{
    SpaceCost::Values values;
    const auto widths = widthsOf(space.fullMasks());
    cost.evaluate(std::vector<double>(widths.begin(), widths.end()), values);
    double most = 0;
    for (std::size_t g = 0; g < widths.size(); ++g) {
        if (!space.groups()[g].frozen)
            most = std::max(most, values.gradient[metric * widths.size() + g] * space.groups()[g].blockSize(0));
    }
    return most;
}

void spaces()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("granularity");
    for (const char *name : {"demo-cnn", "resnet8", "ds-cnn", "mobilenet-v1-025", "concat", "flatten"})
        QTest::newRow(name) << name << 1;
    QTest::newRow("resnet8 in blocks of 4") << "resnet8" << 4;
    QTest::newRow("ds-cnn in blocks of 24") << "ds-cnn" << 24;
}

} // namespace

class TestFinalStep : public QObject {
    Q_OBJECT

private slots:
    void byHand()
    {
        const Chain chain;
        const ChannelMasks full = chain.space.fullMasks();
        QCOMPARE(valuesAt(chain.cost, full)[0], 50.0);
        // 50 → at most 45: a's last at .6/8 = .075 before b's first at .55/7 = .0786, though its |α| is larger. 42.
        const FinalStep one = chain.settle(full, {chain.term(TermShape::Hinge, 45)});
        QCOMPARE(one.masks[kA], (std::vector<std::uint8_t>{1, 1, 1, 0}));
        QCOMPARE(one.masks[kB], full[kB]);
        QCOMPARE(one.moved, 1);
        // At most 40: then a's third, .7/8 = .0875 before .55/6 = .0917. 2·2 + 12 + 18 = 34.
        const FinalStep two = chain.settle(full, {chain.term(TermShape::Hinge, 40)});
        QCOMPARE(two.masks[kA], (std::vector<std::uint8_t>{1, 1, 0, 0}));
        QCOMPARE(two.moved, 2);
        // At most 33: a saves 8, b saves 5: .8/8 = .1 before .55/5 = .11. 2 + 6 + 18 = 26.
        const FinalStep three = chain.settle(full, {chain.term(TermShape::Hinge, 33)});
        QCOMPARE(three.masks[kA], (std::vector<std::uint8_t>{1, 0, 0, 0}));
        QCOMPARE(three.moved, 3);
        // At most 25: a has one left and stays, so b's first goes: 2 + 5 + 15 = 22.
        const FinalStep four = chain.settle(full, {chain.term(TermShape::Hinge, 25)});
        QCOMPARE(four.masks[kA], (std::vector<std::uint8_t>{1, 0, 0, 0}));
        QCOMPARE(four.masks[kB], (std::vector<std::uint8_t>{0, 1, 1, 1, 1, 1}));
        QCOMPARE(four.moved, 4);
    }

    /// With every tensor a multiple of 1024 bytes the plan lies above what the search sees; the limit holds all the
    /// same.
    void limitsHoldForThePlan()
    {
        const std::string yaml = replaced(kSmallBoard, "code: 100", "code: 100\n    arena: {alignment: 1024}");
        const BoardSetup setup = smallSetup({}, yaml);
        const SearchSpace space = SearchSpace::create(engineNetwork("demo-cnn"), {}).value();
        const SpaceCost cost(space, setup);
        RandomStream random(7);
        const double seed = costOf(space.seed(), setup).total.at("ram").value;
        int tightened = 0;
        for (const double share : {0.95, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5}) {
            const ActiveTerm limit{.metric = "ram", .metricIndex = cost.indexOf("ram"), .target = share * seed + 1};
            const Importance importance = randomImportance(space, random);
            const ChannelMasks full = space.fullMasks();
            const auto planned = [&](const FinalStep &step) {
                return costOf(space.derive(step.masks), setup).total.at("ram").value;
            };
            tightened += planned(settleTargets(space, cost, full, importance, {limit})) > limit.target;
            const FinalStep step = settleDerived(space, setup, cost, full, importance, {limit});
            QVERIFY2(step.missed.empty(), qPrintable(QStringLiteral("%1 of %2 at share %3, moved %4")
                                                         .arg(planned(step))
                                                         .arg(limit.target)
                                                         .arg(share)
                                                         .arg(step.moved)));
            QVERIFY(planned(step) <= limit.target);
        }
        QVERIFY(tightened > 0); // or this shows nothing
    }

    void whatCannotBeMetIsNamed()
    {
        const Chain chain;
        const FinalStep step = settleDerived(chain.space, smallSetup(), chain.cost, chain.space.fullMasks(),
                                             chain.importance, {chain.term(TermShape::Hinge, 5)});
        QCOMPARE(step.missed.size(), std::size_t{1});
        QCOMPARE(step.missed[0].metric, std::string("weights"));
        QCOMPARE(step.missed[0].value, 6.0); // one channel each: 2 + 1 + 3
        QCOMPARE(step.missed[0].limit, 5.0);
    }

    void aimByHand()
    {
        const Chain chain;
        // 50 → 40: a's last, 42; the next would save 6 or 8, so 2 above is within a block.
        const FinalStep down = chain.settle(chain.space.fullMasks(), {chain.term(TermShape::Absolute, 40)});
        QCOMPARE(valuesAt(chain.cost, down.masks)[0], 42.0);
        QCOMPARE(down.moved, 1);
        // From one of each (2 + 1 + 3 = 6) up to 14: a brings 3, b brings 4. a's second first, .8/3 before .9/4:
        // 9. Then .7/3 before .9/5: 12. Then 2 short, less than the 3 or 6 of another.
        ChannelMasks masks = chain.space.masksOfWidths({2, 1, 1, 3});
        const FinalStep up = chain.settle(masks, {chain.term(TermShape::Absolute, 14)});
        QCOMPARE(up.masks[kA], (std::vector<std::uint8_t>{1, 1, 1, 0}));
        QCOMPARE(valuesAt(chain.cost, up.masks)[0], 12.0);
        QCOMPARE(up.moved, 2);
        // There already: nothing moves.
        QCOMPARE(chain.settle(masks, {chain.term(TermShape::Absolute, 6)}).moved, 0);
        QCOMPARE(chain.settle(masks, {chain.term(TermShape::Hinge, 6)}).moved, 0);
        QCOMPARE(chain.settle(masks, {chain.term(TermShape::Minimise, 0)}).moved, 0);
    }

    /// What is worth less than nothing goes first, of that what saves most; what is infinitely important stays.
    void worthlessAndPriceless()
    {
        Chain chain;
        chain.importance = {{}, {-0.1, 0.9, 0.9, 0.9}, {-0.1, 0.9, 0.9, 0.9, 0.9, 0.9}, {}};
        // Of 50 at most 45: a's first saves 8, b's first 7.
        const FinalStep one = chain.settle(chain.space.fullMasks(), {chain.term(TermShape::Hinge, 45)});
        QCOMPARE(one.masks[kA], (std::vector<std::uint8_t>{0, 1, 1, 1}));
        QCOMPARE(one.moved, 1);
        constexpr double kPriceless = std::numeric_limits<double>::infinity();
        chain.importance = {{}, {0.1, 0.1, 0.1, 0.1}, {kPriceless, 0.9, 0.9, 0.9, 0.9, kPriceless}, {}};
        const ChannelMasks left = withinLimits(chain.space, chain.cost, chain.space.fullMasks(), chain.importance,
                                               {chain.term(TermShape::Hinge, 1)});
        QCOMPARE(left[kB], (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 1}));
    }

    void limitGoesBeforeAim()
    {
        const Chain chain;
        const ActiveTerm limit = chain.term(TermShape::Hinge, 20);
        for (const auto &terms : {std::vector{limit, chain.term(TermShape::Absolute, 40)},
                                  std::vector{chain.term(TermShape::Absolute, 40), limit}}) {
            const FinalStep step = chain.settle(chain.space.fullMasks(), terms);
            const double weights = valuesAt(chain.cost, step.masks)[0];
            QVERIFY(weights <= 20 && weights > 20 - 8);
        }
    }

    void neverEmptiesAGroup()
    {
        const Chain chain;
        const FinalStep step = chain.settle(chain.space.fullMasks(), {chain.term(TermShape::Hinge, 1)});
        QCOMPARE(widthsOf(step.masks), (std::vector<int>{2, 1, 1, 3}));
        QCOMPARE(step.moved, 3 + 5);
    }

    void limitsHold_data() { spaces(); }
    /// Any limits that the space can meet, from any masks: they hold, and what was moved is counted.
    void limitsHold()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        const SpaceCost cost(space, smallSetup());
        const auto bounds = cost.bounds();
        RandomStream random(11, "limits");
        for (int round = 0; round < 12; ++round) {
            std::vector<ActiveTerm> terms;
            for (const char *metric : {"ram", "macs", "weights", "latency", "flash"}) {
                if (random.uniform() < 0.5)
                    continue;
                const auto &bound = bounds.at(metric);
                terms.push_back({.metric = metric,
                                 .metricIndex = cost.indexOf(metric),
                                 .shape = TermShape::Hinge,
                                 .target = bound.least + random.uniform() * (bound.most - bound.least)});
            }
            if (round < 2) // alone and tight: every step of the largest memory must shrink
                terms = {{.metric = "ram",
                          .metricIndex = cost.indexOf("ram"),
                          .shape = TermShape::Hinge,
                          .target = bounds.at("ram").least + 0.3 * round * bounds.at("ram").most}};
            const ChannelMasks masks = round % 2 ? randomBlocks(space, random) : space.fullMasks();
            const FinalStep step = settleTargets(space, cost, masks, randomImportance(space, random), terms);
            const auto values = valuesAt(cost, step.masks);
            for (const ActiveTerm &term : terms) {
                const double value = values[static_cast<std::size_t>(term.metricIndex)];
                QVERIFY2(value <= term.target, qPrintable(QStringLiteral("round %1, %2: %3 of %4")
                                                              .arg(round)
                                                              .arg(QString::fromStdString(term.metric))
                                                              .arg(value)
                                                              .arg(term.target)));
            }
            QVERIFY(step.moved >= difference(masks, step.masks));
            for (std::size_t g = 0; g < masks.size(); ++g)
                QVERIFY(widthsOf(step.masks)[g] > 0);
        }
    }

    void aimsWithinABlock_data() { spaces(); }
    void aimsWithinABlock()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        const SpaceCost cost(space, smallSetup());
        RandomStream random(12, "aims");
        for (const char *metric : {"weights", "macs", "latency", "ram"}) {
            const auto bound = cost.bounds().at(metric);
            const auto index = static_cast<std::size_t>(cost.indexOf(metric));
            for (int round = 0; round < 4; ++round) {
                const ActiveTerm term{.metric = metric,
                                      .metricIndex = static_cast<int>(index),
                                      .shape = TermShape::Absolute,
                                      .target = bound.least + random.uniform() * (bound.most - bound.least)};
                // Memory is the largest of many steps: from below, one block may change nothing.
                const bool fromAbove = round % 2 || term.metric == "ram";
                const ChannelMasks masks = fromAbove ? space.fullMasks() : randomBlocks(space, random);
                const FinalStep step = settleTargets(space, cost, masks, randomImportance(space, random), {term});
                const double distance = valuesAt(cost, step.masks)[index] - term.target;
                const double off = std::abs(distance);
                const double block = term.metric == "ram" ? largestShare(space, cost, index)
                                                          : smallestMove(space, cost, step.masks, index, distance < 0);
                QVERIFY2(
                    off <= block,
                    qPrintable(
                        QStringLiteral("%1: %2 off, a block is %3").arg(QLatin1String(metric)).arg(off).arg(block)));
                QVERIFY(step.moved >= difference(masks, step.masks));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFinalStep)
#include "tst_final_step.moc"
