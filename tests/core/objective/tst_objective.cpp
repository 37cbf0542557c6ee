// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Strengths, ramps, penalties and violations against sums by hand and published settings.
#include "core/network/network_yaml.h"
#include "core/objective/objective.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;

namespace {

SpaceCost costOfNetwork(const char *name)
{
    return {SearchSpace::create(loadNetwork(name).value(), {}).value(), smallSetup()};
}

RunTerm autoTerm(TermShape shape, double target, double multiplier, double seedCost = 77360)
{
    return {.metric = "weights",
            .shape = shape,
            .target = target,
            .seedCost = seedCost,
            .strengthKind = StrengthKind::Auto,
            .strength = multiplier,
            .ramped = shape == TermShape::Hinge};
}

ActiveTerm resolved(const RunTerm &term, double loss)
{
    RunPlan run;
    run.terms = {term};
    return resolveTerms(run, costOfNetwork("resnet8"), loss).at(0);
}

bool close(double a, double b, double relative = 1e-12) { return std::abs(a - b) <= relative * std::abs(b); }

PenaltyValue penaltyAt(const ActiveTerm &term, double strength, double cost)
{
    PenaltyValue value;
    penaltyOf({term}, {strength}, {-1, cost}, value); // the term's metric is the second
    return value;
}

} // namespace

class TestObjective : public QObject {
    Q_OBJECT

private slots:
    void autoStartsAtTheTaskLoss()
    {
        // λ·(77360 − 19340)/77360 = 10·1.5, so λ = 15 / 0.75 = 20.
        const ActiveTerm aim = resolved(autoTerm(TermShape::Absolute, 19340, 10), 1.5);
        QVERIFY(close(aim.strength, 20));
        QVERIFY(!aim.ramped);
        QVERIFY(!aim.steered);
        QCOMPARE(aim.metricIndex, costOfNetwork("resnet8").indexOf("weights"));
        QVERIFY(close(penaltyAt({.metricIndex = 1, .shape = TermShape::Absolute, .target = 19340, .seedCost = 77360},
                                aim.strength, 77360)
                          .total,
                      15));
        // A limit: the same at full strength, with a ramp before.
        const ActiveTerm limit = resolved(autoTerm(TermShape::Hinge, 38680, 1), 0.8);
        QVERIFY(close(limit.strength, 1.6)); // λ·0.5 = 0.8
        QVERIFY(limit.ramped);
        // What is minimised starts at m·L as a whole: λ·R⁰/R⁰.
        const ActiveTerm minimised = resolved(autoTerm(TermShape::Minimise, 0, 0.25), 0.8);
        QVERIFY(close(minimised.strength, 0.2));
        QVERIFY(!minimised.ramped);
    }

    /// From half of ten epochs on, and only what is over its limit; steered terms stay as they were set.
    void violatedLimitsGrow()
    {
        ActiveTerm limit{.metricIndex = 0, .target = 10, .strength = 2, .ramped = true};
        ActiveTerm met{.metricIndex = 1, .target = 10, .strength = 2};
        ActiveTerm aim{.metricIndex = 0, .shape = TermShape::Absolute, .target = 10, .strength = 2};
        std::vector<ActiveTerm> terms{limit, met, aim};
        growViolated(terms, {11, 10}, 3, 10);
        QCOMPARE(terms[0].growth, 1.0);
        growViolated(terms, {11, 10}, 4, 10);
        growViolated(terms, {11, 10}, 5, 10);
        QCOMPARE(terms[0].growth, 2.25);
        QCOMPARE(terms[1].growth, 1.0);
        QCOMPARE(terms[2].growth, 1.0);
        QCOMPARE(strengthAt(terms[0], 6, 10), 2 * 2.25);
        QCOMPARE(strengthAt(terms[0], 0, 10), 0.02 * 2.25);
        terms[0].steered = true;
        QCOMPARE(strengthAt(terms[0], 6, 10), 2.0);
        for (int i = 0; i < 100; ++i)
            growViolated(terms, {11, 10}, 9, 10);
        QCOMPARE(terms[0].growth, 1000.0);
    }

    void autoNeverDividesByZero()
    {
        // Met at the start: the strength that it would have at 5 % of the seed's cost above, 0.5/0.05.
        const ActiveTerm met = resolved(autoTerm(TermShape::Hinge, 77360, 1), 0.5);
        QVERIFY(close(met.strength, 10));
        QVERIFY(close(resolved(autoTerm(TermShape::Absolute, 77000, 1), 0.5).strength, 10));
        QCOMPARE(penaltyAt({.metricIndex = 1, .target = 77360, .seedCost = 77360}, met.strength, 77360).total, 0.0);
    }

    void givenStrengthsStay()
    {
        RunTerm term = autoTerm(TermShape::Hinge, 38680, 3.5);
        term.ramped = false;
        for (const StrengthKind kind : {StrengthKind::Normalised, StrengthKind::Raw}) {
            term.strengthKind = kind; // raw was multiplied by R⁰ when the plan was made
            const ActiveTerm active = resolved(term, 0.5);
            QCOMPARE(active.strength, 3.5);
            QVERIFY(!active.ramped);
            QCOMPARE(strengthAt(active, 0, 10), 3.5);
        }
    }

    void rawAndNormalisedAgree()
    {
        // 5e-4 a weight, as published for ResNet8, at 40 000 weights and a target of 19 340: 5e-4·20660 = 10.33.
        const auto spec = parseSpec("benchmark: image-classification\nobjective: [{metric: weights, target: 19340,"
                                    " shape: absolute, strength_raw: 5e-4}]\n",
                                    "spec.yaml");
        VERIFY_OK(spec);
        const auto plan = planSearch(*spec);
        VERIFY_OK(plan);
        const SpaceCost cost(plan->space, plan->setup);
        const ActiveTerm term = resolveTerms(plan->runs[0], cost, 0.4).at(0);
        QVERIFY(close(term.strength, 5e-4 * 77360));
        std::vector<double> metrics(cost.metrics().size(), 0.0);
        metrics[static_cast<std::size_t>(term.metricIndex)] = 40000;
        PenaltyValue value;
        penaltyOf({term}, {term.strength}, metrics, value);
        QVERIFY(close(value.total, 10.33));
        QVERIFY(close(value.slopeByMetric[static_cast<std::size_t>(term.metricIndex)], 5e-4));
    }

    void ramp_data()
    {
        QTest::addColumn<int>("epoch");
        QTest::addColumn<int>("epochs");
        QTest::addColumn<double>("strength");
        // λ* = 20: 0.2 + e·19.8/(E/2), at most 20.
        QTest::newRow("8: 0") << 0 << 8 << 0.2;
        QTest::newRow("8: 1") << 1 << 8 << 5.15;
        QTest::newRow("8: 2") << 2 << 8 << 10.1;
        QTest::newRow("8: 3") << 3 << 8 << 15.05;
        QTest::newRow("8: 4") << 4 << 8 << 20.0;
        QTest::newRow("8: 7") << 7 << 8 << 20.0;
        QTest::newRow("5: 1, half is 2.5") << 1 << 5 << 8.12;
        QTest::newRow("5: 2") << 2 << 5 << 16.04;
        QTest::newRow("5: 3") << 3 << 5 << 20.0;
        QTest::newRow("2: 1") << 1 << 2 << 20.0;
        QTest::newRow("one epoch has no ramp") << 0 << 1 << 20.0;
    }
    void ramp()
    {
        QFETCH(int, epoch);
        QFETCH(int, epochs);
        QFETCH(double, strength);
        ActiveTerm term{.metric = "ram", .shape = TermShape::Hinge, .strength = 20, .ramped = true};
        QVERIFY(close(strengthAt(term, epoch, epochs), strength));
        term.steered = true; // set by hand: at once
        QCOMPARE(strengthAt(term, epoch, epochs), 20.0);
        term = {.strength = 20};
        QCOMPARE(strengthAt(term, epoch, epochs), 20.0);
    }

    void penalty_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<double>("cost");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("slope");
        // λ = 3, R⁰ = 200, T = 100: 3/200 = 0.015 a unit.
        QTest::newRow("aim, above") << 0 << 140.0 << 0.6 << 0.015;
        QTest::newRow("aim, below") << 0 << 60.0 << 0.6 << -0.015;
        QTest::newRow("aim, there") << 0 << 100.0 << 0.0 << 0.0;
        QTest::newRow("limit, above") << 1 << 140.0 << 0.6 << 0.015;
        QTest::newRow("limit, below") << 1 << 60.0 << 0.0 << 0.0;
        QTest::newRow("limit, there") << 1 << 100.0 << 0.0 << 0.0;
        QTest::newRow("minimised") << 2 << 140.0 << 2.1 << 0.015;
    }
    void penalty()
    {
        QFETCH(int, shape);
        QFETCH(double, cost);
        QFETCH(double, total);
        QFETCH(double, slope);
        const ActiveTerm term{.metricIndex = 1, .shape = static_cast<TermShape>(shape), .target = 100, .seedCost = 200};
        const PenaltyValue value = penaltyAt(term, 3, cost);
        QVERIFY(std::abs(value.total - total) < 1e-12);
        QVERIFY(std::abs(value.byTerm.at(0) - total) < 1e-12);
        QVERIFY(std::abs(value.slopeByMetric.at(1) - slope) < 1e-12);
        QCOMPARE(value.slopeByMetric.at(0), 0.0);
    }

    void termsAddUp()
    {
        // A limit and a minimised term on one metric, and an aim on another.
        const std::vector<ActiveTerm> terms{
            {.metricIndex = 0, .shape = TermShape::Hinge, .target = 50, .seedCost = 100},
            {.metricIndex = 0, .shape = TermShape::Minimise, .seedCost = 100},
            {.metricIndex = 1, .shape = TermShape::Absolute, .target = 10, .seedCost = 20}};
        PenaltyValue value;
        penaltyOf(terms, {2, 1, 4}, {80, 5}, value);
        // 2·30/100 + 1·80/100 + 4·5/20
        QVERIFY(close(value.byTerm[0], 0.6) && close(value.byTerm[1], 0.8) && close(value.byTerm[2], 1.0));
        QVERIFY(close(value.total, 2.4));
        QVERIFY(close(value.slopeByMetric[0], 0.03) && close(value.slopeByMetric[1], -0.2));
        penaltyOf({}, {}, {80, 5}, value); // nothing is left of the last call
        QCOMPARE(value.total, 0.0);
        QCOMPARE(value.slopeByMetric, (std::vector<double>{0, 0}));
    }

    void violation()
    {
        const ActiveTerm aim{.shape = TermShape::Absolute, .target = 200};
        QCOMPARE(violationOf(aim, 210), 0.05);
        QCOMPARE(violationOf(aim, 190), 0.05);
        const ActiveTerm limit{.shape = TermShape::Hinge, .target = 200};
        QCOMPARE(violationOf(limit, 250), 0.25);
        QCOMPARE(violationOf(limit, 200), 0.0);
        QCOMPARE(violationOf(limit, 10), 0.0);
        QCOMPARE(violationOf({.shape = TermShape::Minimise}, 1e9), 0.0);
    }

    void publishedStrengths_data()
    {
        QTest::addColumn<double>("target");
        QTest::addColumn<double>("raw");
        // Released settings for visual wake words (arXiv 2206.00302): targets and λ per weight of 208 112.
        QTest::newRow("75 %") << 1.56e5 << 5.86e-6;
        QTest::newRow("50 %") << 1.04e5 << 2.93e-6;
        QTest::newRow("25 %") << 5.2e4 << 1.95e-6;
        QTest::newRow("12.5 %") << 2.6e4 << 1.67e-6;
        QTest::newRow("6.25 %") << 1.3e4 << 1.56e-6;
    }
    /// Their product with the distance is the same everywhere, 0.305: the rule behind `auto`, read both ways.
    void publishedStrengths()
    {
        QFETCH(double, target);
        QFETCH(double, raw);
        const SpaceCost cost = costOfNetwork("mobilenet-v1-025");
        const double seed = cost.bounds().at("weights").most;
        QCOMPARE(seed, 208112.0);
        RunPlan run;
        run.terms = {autoTerm(TermShape::Absolute, target, 1, seed)};
        const ActiveTerm found = resolveTerms(run, cost, 0.305).at(0);
        QVERIFY(close(found.strength / seed, raw, 0.004));
        std::vector<double> metrics(cost.metrics().size(), 0.0);
        metrics[static_cast<std::size_t>(found.metricIndex)] = seed;
        PenaltyValue value;
        penaltyOf({found}, {raw * seed}, metrics, value);
        QVERIFY(close(value.total, 0.305, 0.004));
    }
};

QTEST_APPLESS_MAIN(TestObjective)
#include "tst_objective.moc"
