// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search is held against: inside the same targets, by other means, with as many epochs.
#include "core/search/baselines.h"
#include "core/search/final_step.h"
#include "core/space/channel_masks.h"
#include "tests/core/search/sweep_bench.h"
#include "tests/support/result_checks.h"

#include <algorithm>
#include <set>

using namespace dnas;
using namespace dnas::test;

namespace {

SearchPlan planWith(const std::string &objective, const std::string &baselines)
{
    const auto spec =
        parseSpec("benchmark: demo\nboard: nucleo-h743zi2\nobjective: [" + objective +
                      "]\nphases: {warm_up: 2, search: 4, fine_tune: 2}\nbaselines: {" + baselines + "}\n",
                  "spec.yaml");
    return planSearch(spec.value()).value();
}

const RunPlan &runOf(const SearchPlan &plan, Method method, int draw = 0)
{
    return *std::find_if(plan.runs.begin(), plan.runs.end(),
                         [&](const RunPlan &run) { return run.method == method && run.draw == draw; });
}

double priceOf(const SearchPlan &plan, const ChannelMasks &masks, const char *metric)
{
    return costOf(plan.space.derive(masks), plan.setup).total.at(metric).value;
}

} // namespace

class TestBaselines : public QObject {
    Q_OBJECT

private slots:
    /// Strengths mean nothing to a baseline: of two targets and two strengths it sees the targets.
    void onceForEachCombinationOfTargets()
    {
        const SearchPlan plan = planWith("{metric: weights, target: [50%, 25%], multiplier: [1, 5]}",
                                         "width_multiplier: true, random_widths: 3, magnitude: true");
        QCOMPARE(plan.runs.size(), std::size_t{4 + 2 * 5});
        std::vector<std::string> labels;
        std::set<std::string> keys;
        for (const RunPlan &run : plan.runs) {
            QCOMPARE(run.index, static_cast<int>(labels.size()));
            labels.push_back(run.label);
            keys.insert(run.key);
        }
        QCOMPARE(keys.size(), plan.runs.size());
        QCOMPARE(labels[4], std::string("width multiplier, weights 50 %"));
        QCOMPARE(labels[5], std::string("random widths 1, weights 50 %"));
        QCOMPARE(labels[8], std::string("magnitude pruning, weights 50 %"));
        QCOMPARE(labels[13], std::string("magnitude pruning, weights 25 %"));
        // Other strengths and other decisions leave it the run it is; another draw or epoch does not.
        const SearchPlan other =
            planWith("{metric: weights, target: [50%, 25%], multiplier: 7}", "width_multiplier: true");
        QCOMPARE(other.runs[2].key, plan.runs[4].key);
        // Written and read again.
        const SearchPlan again = planSearch(parseSpec(plan.specText, "again.yaml").value()).value();
        QCOMPARE(again.runs.size(), plan.runs.size());
        QCOMPARE(again.runs[13].key, plan.runs[13].key);
    }

    void theWidestThatFits()
    {
        const SearchPlan plan =
            planWith("{metric: weights, target: 25%}, {metric: latency, target: 40%}", "width_multiplier: true");
        const RunPlan &run = runOf(plan, Method::WidthMultiplier);
        const ChannelMasks masks = baselineMasks(plan, run, {}).value();
        const std::vector<int> widths = widthsOf(masks);
        // All groups by one factor, to within the rounding of a channel.
        double least = 1;
        double most = 0;
        for (std::size_t g = 0; g < widths.size(); ++g) {
            const ChannelGroup &group = plan.space.groups()[g];
            if (group.frozen)
                continue;
            least = std::min(least, (widths[g] + 0.5) / group.channels);
            most = std::max(most, (widths[g] - 0.5) / group.channels);
        }
        QVERIFY2(most <= least, qPrintable(QStringLiteral("%1 to %2").arg(most).arg(least)));
        QVERIFY(priceOf(plan, masks, "weights") <= run.terms[0].target);
        QVERIFY(priceOf(plan, masks, "latency") <= run.terms[1].target);
        // A channel more in each would be outside.
        std::vector<int> wider = widths;
        for (std::size_t g = 0; g < wider.size(); ++g)
            wider[g] += plan.space.groups()[g].frozen ? 0 : 1;
        const ChannelMasks more = plan.space.masksOfWidths(wider);
        QVERIFY(priceOf(plan, more, "weights") > run.terms[0].target ||
                priceOf(plan, more, "latency") > run.terms[1].target);
    }

    void drawsDifferAndFit()
    {
        const SearchPlan plan = planWith("{metric: weights, target: 25%}", "random_widths: 4");
        std::set<std::vector<int>> drawn;
        for (int draw = 1; draw <= 4; ++draw) {
            const RunPlan &run = runOf(plan, Method::RandomWidths, draw);
            const ChannelMasks masks = baselineMasks(plan, run, {}).value();
            const double weights = priceOf(plan, masks, "weights");
            QVERIFY2(weights <= run.terms[0].target && weights > 0.8 * run.terms[0].target,
                     qPrintable(QString::number(weights)));
            drawn.insert(widthsOf(masks));
            QVERIFY(masks == baselineMasks(plan, run, {}).value());
        }
        QCOMPARE(drawn.size(), std::size_t{4});
    }

    /// The kernels of a layer as long as their number says: the first ones go.
    void theSmallestKernelsGo()
    {
        const SearchPlan plan = planWith("{metric: weights, target: 60%}", "magnitude: true");
        WeightStore weights;
        for (const ChannelGroup &group : plan.space.groups()) {
            for (const int layer : group.layers) {
                const Layer &at = plan.space.seed().layers[static_cast<std::size_t>(layer)];
                if (at.op != "conv")
                    continue;
                NamedArray &array = weights[at.name + ".weight"];
                array.shape = {group.channels, 1, 1, 1};
                for (int c = 0; c < group.channels; ++c)
                    array.values.push_back(c % 2 ? -1.0F - static_cast<float>(c) : 1.0F + static_cast<float>(c));
            }
        }
        const RunPlan &run = runOf(plan, Method::Magnitude);
        const ChannelMasks masks = baselineMasks(plan, run, weights).value();
        QVERIFY(priceOf(plan, masks, "weights") <= run.terms[0].target);
        for (std::size_t g = 0; g < masks.size(); ++g)
            QVERIFY(std::is_sorted(masks[g].begin(), masks[g].end())); // off, then on
        const std::vector<int> widths = widthsOf(masks);
        QVERIFY(widths != widthsOf(plan.space.fullMasks()));
    }

    /// From scratch, or from the warm-up, with the epochs of a search; candidates inside their targets.
    void trainedAsLong()
    {
        const SearchPlan plan =
            planWith("{metric: weights, target: 30%}", "width_multiplier: true, random_widths: 1, magnitude: true");
        QTemporaryDir folder;
        SweepBench bench(folder, "baselines.pscope");
        FakeTrainerFactory factory;
        const SweepTrace trace = bench.run(plan, factory);
        VERIFY_OK(trace.summary);
        QCOMPARE(trace.summary->runsFailed, 0);
        for (const RunPlan &run : plan.runs) {
            const StudyRun *stored = trace.run(run.key);
            QVERIFY(stored);
            QVERIFY(stored->outline == outlineOf(plan, run));
            std::map<Phase, int> epochs;
            for (const EpochReport &epoch : trace.events.epochs)
                epochs[epoch.phase] += epoch.run == stored->id;
            const bool fromScratch = run.method == Method::WidthMultiplier || run.method == Method::RandomWidths;
            QCOMPARE(epochs[Phase::WarmUp], fromScratch ? 2 : 0);
            QCOMPARE(epochs[Phase::Search], run.method == Method::Search ? 4 : 0);
            QCOMPARE(epochs[Phase::FineTune], run.method == Method::Search ? 2 : 6);
            const auto found = std::find_if(trace.candidates.begin(), trace.candidates.end(),
                                            [&](const CandidateSummary &c) { return c.label == run.label; });
            QVERIFY(found != trace.candidates.end());
            QVERIFY(found->feasible);
            QVERIFY(found->costs.at("weights").value <= run.terms[0].target);
        }
    }
};

QTEST_APPLESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
