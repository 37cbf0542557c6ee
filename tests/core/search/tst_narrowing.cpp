// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bookkeeping of compaction: who leaves when, and that everybody else goes on seeing the whole space.
#include "core/search/narrowing.h"
#include "core/supernet/discretise.h"
#include "tests/core/search/chain_network.h"
#include "tests/core/supernet/engine_networks.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;
using namespace dnas::test;

namespace {

using Mask = std::vector<std::uint8_t>;

SearchSpace chain(int granularity = 1)
{
    return SearchSpace::create(parseNetwork(kChain, "chain.yaml").value(), {.granularity = granularity}).value();
}

ChannelMasks masksOf(const Mask &a, const Mask &b) { return {{1, 1}, a, b, {1, 1, 1}}; }

} // namespace

class TestNarrowing : public QObject {
    Q_OBJECT

private slots:
    void leavesAfterPatience()
    {
        Narrowing narrowing(chain());
        const Mask all(6, 1);
        QVERIFY(!narrowing.afterEpoch(masksOf({1, 0, 1, 1}, all), 2));
        QVERIFY(!narrowing.afterEpoch(masksOf({1, 1, 0, 1}, all), 2)); // the second came back
        const auto kept = narrowing.afterEpoch(masksOf({1, 0, 0, 1}, all), 2);
        QVERIFY(kept.has_value());
        QCOMPARE((*kept)[1], (Mask{1, 1, 0, 1})); // the third has been off twice, the second once
        QCOMPARE((*kept)[2], all);
        QVERIFY(!Narrowing(chain()).afterEpoch(masksOf({1, 0, 0, 0}, all), 0)); // 0: never
    }

    void blocksLeaveWhole()
    {
        Narrowing narrowing(chain(4)); // b: a block of four and one of two
        const auto kept = narrowing.afterEpoch(masksOf({1, 1, 1, 1}, {0, 0, 0, 0, 1, 1}), 1);
        QVERIFY(kept.has_value());
        QCOMPARE((*kept)[2], (Mask{0, 0, 0, 0, 1, 1}));
    }

    /// Two rounds; weights of those that left stay as they were when they left.
    void othersSeeTheWhole()
    {
        const SearchSpace space = chain();
        Narrowing narrowing(space);
        const WeightStore first = randomWeights(space.seed(), 1);
        const auto kept = narrowing.afterEpoch(masksOf({1, 0, 1, 1}, {1, 1, 1, 0, 1, 1}), 1);
        QVERIFY(kept.has_value());
        narrowing.narrow(*kept, first, {{}, {.9, .1, .8, .7}, {.6, .6, .6, .2, .6, .6}, {}});
        QVERIFY(narrowing.isNarrow());
        QCOMPARE(narrowing.kept(), masksOf({1, 0, 1, 1}, {1, 1, 1, 0, 1, 1}));
        QCOMPARE(narrowing.widen(ChannelMasks{{1, 1}, {1, 1, 0}, {1, 0, 1, 1, 1}, {1, 1, 1}}),
                 masksOf({1, 0, 1, 0}, {1, 0, 1, 0, 1, 1}));

        const SearchSpace narrow = space.narrowed(*kept);
        const WeightStore second = randomWeights(narrow.seed(), 2);
        const WeightStore wide = narrowing.widen(second);
        VERIFY_OK(checkWeights(space.seed(), wide, "wide"));
        QVERIFY(deriveWeights(space, narrowing.kept(), wide) == second);
        // Row 1 of a is the one that left: two inputs.
        for (const std::size_t i : {2, 3})
            QCOMPARE(wide.at("a.weight").values[i], first.at("a.weight").values[i]);

        const auto more = narrowing.afterEpoch({{1, 1}, {1, 1, 0}, {1, 1, 1, 1, 1}, {1, 1, 1}}, 1);
        QVERIFY(more.has_value());
        narrowing.narrow(*more, second, {{}, {.9, .8, .3}, {.6, .6, .6, .6, .6}, {}});
        QCOMPARE(narrowing.kept(), masksOf({1, 0, 1, 0}, {1, 1, 1, 0, 1, 1}));
        const auto importance = narrowing.widen(Narrowing::Importance{{}, {.5, .4}, {.6, .6, .6, .6, .7}, {}});
        QCOMPARE(importance[1], (std::vector<double>{.5, .1, .4, .3}));
        QCOMPARE(importance[2], (std::vector<double>{.6, .6, .6, .2, .6, .7}));
    }

    void stateAndBack()
    {
        const SearchSpace space = chain();
        Narrowing narrowing(space);
        const auto kept = narrowing.afterEpoch(masksOf({1, 0, 1, 1}, {1, 1, 1, 1, 1, 0}), 1);
        narrowing.narrow(*kept, randomWeights(space.seed(), 1), {{}, {.75, .125, .75, .75}, {1, 1, 1, 1, 1, .25}, {}});
        QVERIFY(!narrowing.afterEpoch({{1, 1}, {1, 1, 0}, {1, 1, 1, 1, 1}, {1, 1, 1}}, 2));

        Narrowing other(space);
        VERIFY_OK(other.restore(narrowing.state()));
        QCOMPARE(other.kept(), narrowing.kept());
        QCOMPARE(other.isNarrow(), true);
        QVERIFY(other.state() == narrowing.state());
        // The fourth of a has been off once before: it leaves now in both.
        const ChannelMasks next{{1, 1}, {1, 1, 0}, {1, 1, 1, 1, 1}, {1, 1, 1}};
        QCOMPARE(other.afterEpoch(next, 2), narrowing.afterEpoch(next, 2));
    }

    void otherStatesAreRefused()
    {
        const SearchSpace space = chain();
        Narrowing narrowing(space);
        const auto kept = narrowing.afterEpoch(masksOf({1, 0, 1, 1}, {1, 1, 1, 1, 1, 1}), 1);
        narrowing.narrow(*kept, randomWeights(space.seed(), 1), {{}, {1, 0, 1, 1}, {1, 1, 1, 1, 1, 1}, {}});
        const WeightStore good = narrowing.state();
        for (const auto &[name, array] : good) {
            WeightStore missing = good;
            missing.erase(name);
            QVERIFY2(!Narrowing(space).restore(missing).ok(), name.c_str());
            WeightStore cut = good;
            cut[name].values.pop_back();
            cut[name].shape = {static_cast<std::int64_t>(cut[name].values.size())};
            QVERIFY2(!Narrowing(space).restore(cut).ok(), name.c_str());
        }
        WeightStore empty = good;
        std::fill(empty["kept"].values.begin(), empty["kept"].values.end(), 0.0F);
        QVERIFY(!Narrowing(space).restore(empty).ok());
        QVERIFY(!Narrowing(chain(4)).restore(good).ok()); // half a block
    }
};

QTEST_APPLESS_MAIN(TestNarrowing)
#include "tst_narrowing.moc"
