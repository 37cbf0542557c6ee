// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learning-rate schedules and the flat optimisers, step by step by hand.
#include "core/objective/objective.h"
#include "core/search/schedule.h"
#include "tests/support/engine_probe.h"

#include <QTest>

#include <cmath>

using namespace dnas;
using namespace dnas::test;

namespace {

bool close(double a, double b, double relative = 1e-12) { return std::abs(a - b) <= relative * std::abs(b); }

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void factor_data()
    {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<int>("step"); // of 100, ten an epoch
        QTest::addColumn<double>("factor");
        QTest::newRow("constant") << "constant" << 99 << 1.0;
        QTest::newRow("cosine 0") << "cosine" << 0 << 1.0;
        QTest::newRow("cosine 25") << "cosine" << 25 << 0.5 * (1 + std::sqrt(0.5));
        QTest::newRow("cosine 50") << "cosine" << 50 << 0.5;
        QTest::newRow("cosine 75") << "cosine" << 75 << 0.5 * (1 - std::sqrt(0.5));
        // From 0.04 to 1 in 30 steps: half way (0.04 + 1)/2; then down in 70.
        QTest::newRow("one_cycle 0") << "one_cycle" << 0 << 0.04;
        QTest::newRow("one_cycle 15") << "one_cycle" << 15 << 0.52;
        QTest::newRow("one_cycle 30") << "one_cycle" << 30 << 1.0;
        QTest::newRow("one_cycle 65") << "one_cycle" << 65 << 0.5 * (1 + 4e-6);
        QTest::newRow("exponential, epoch 0") << "exponential" << 9 << 1.0;
        QTest::newRow("exponential, epoch 1") << "exponential" << 10 << 0.5;
        QTest::newRow("exponential, epoch 3") << "exponential" << 39 << 0.125;
        QTest::newRow("steps, before") << "steps" << 39 << 1.0;
        QTest::newRow("steps, first") << "steps" << 40 << 0.5;
        QTest::newRow("steps, second") << "steps" << 80 << 0.25;
    }
    void factor()
    {
        QFETCH(QString, schedule);
        QFETCH(int, step);
        QFETCH(double, factor);
        const OptimizerOptions options{.schedule = schedule.toStdString(), .milestones = {4, 8}, .factor = 0.5};
        QVERIFY2(close(learningRateFactor(options, step, 100, 10), factor),
                 qPrintable(QString::number(learningRateFactor(options, step, 100, 10), 'g', 17)));
    }

    void endsLow()
    {
        OptimizerOptions options{.schedule = "one_cycle"};
        const double last = learningRateFactor(options, 999, 1000, 10);
        QVERIFY(last > 1.0 / 250000 && last < 1e-4);
        for (int step = 1; step < 300; ++step)
            QVERIFY(learningRateFactor(options, step, 1000, 10) > learningRateFactor(options, step - 1, 1000, 10));
        for (int step = 301; step < 1000; ++step)
            QVERIFY(learningRateFactor(options, step, 1000, 10) < learningRateFactor(options, step - 1, 1000, 10));
        options.schedule = "cosine";
        QVERIFY(learningRateFactor(options, 999, 1000, 10) < 1e-5);
        QCOMPARE(learningRateFactor(options, 0, 1, 1), 1.0); // a phase of one step trains
        options.schedule = "one_cycle";
        QVERIFY(learningRateFactor(options, 0, 1, 1) > 0);
    }

    void descent()
    {
        // Momentum 0.9, decay 0.5 on the first entry only. v = g + 0.5·w; w -= 0.1·v.
        const OptimizerOptions options{.optimizer = "sgd", .learningRate = 0.1, .momentum = 0.9, .weightDecay = 0.5};
        const auto w = probeOptimizer(options, {1.0F, 2.0F}, {{1.0F, 1.0F}, {0.0F, 3.0F}}, 1);
        // First: v = 1.5, w = 0.85. Second: v = 0.9·1.5 + 0.425 = 1.775, w = 0.6725.
        QVERIFY(close(static_cast<double>(w[0]), 0.6725, 1e-6));
        // v = 1, w = 1.9; v = 0.9 + 3 = 3.9, w = 1.51.
        QVERIFY(close(static_cast<double>(w[1]), 1.51, 1e-6));
    }

    /// From 100 down to 25: half way in the exponent at half of five sixths.
    void ceiling()
    {
        const ActiveTerm limit{.target = 25, .seedCost = 100};
        QCOMPARE(ceilingAt(limit, 0), 100.0);
        QVERIFY(close(ceilingAt(limit, 5.0 / 12), 50));
        QVERIFY(close(ceilingAt(limit, 5.0 / 6), 25));
        QVERIFY(close(ceilingAt(limit, 1), 25));
        QCOMPARE(ceilingAt({.target = 120, .seedCost = 100}, 0.1), 120.0); // met from the start
    }

    /// With F = batch · gradient² = 10 · 0.1² a decision comes to α* = 1 − (gradient + slope)/F.
    void newton()
    {
        const float g = 0.1F;
        const auto history =
            probeNewton(0.1, {1, 1, 1, 0.3F}, {g, -g, g, g}, {-0.08F, 0.13F, 0.9F, -g}, {1, 1, 1, 0}, 10, 400);
        // 20 steps are observed only.
        QCOMPARE(history[19], (std::vector<float>{1, 1, 1, 0.3F}));
        QVERIFY(history[20][0] < 1);
        const auto &last = history.back();
        QVERIFY2(std::abs(last[0] - (1 - 0.02 / 0.1)) < 2e-3, qPrintable(QString::number(last[0])));
        QVERIFY2(std::abs(last[1] - (1 - 0.03 / 0.1)) < 2e-3, qPrintable(QString::number(last[1])));
        // More is pulled than it is worth: off, and no further. At most 0.05 a step.
        QCOMPARE(last[2], 0.0F);
        QVERIFY(std::abs(history[20][2] - 0.95F) < 1e-6F);
        // One that was never on has no curvature and no pull: it stays.
        QCOMPARE(last[3], 0.3F);
    }

    void adam_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("adam") << "adam";
        QTest::newRow("adamw") << "adamw";
    }
    void adam()
    {
        QFETCH(QString, kind);
        const OptimizerOptions options{.optimizer = kind.toStdString(), .learningRate = 0.01, .weightDecay = 0.1};
        const std::vector<std::vector<float>> gradients{{0.3F, 0.3F}, {-0.1F, -0.1F}, {0.7F, 0.7F}};
        const auto found = probeOptimizer(options, {1.0F, 1.0F}, gradients, 1);
        // Kingma & Ba, algorithm 1; AdamW as Loshchilov & Hutter have it (decay · rate before the step).
        for (const std::size_t entry : {std::size_t{0}, std::size_t{1}}) {
            const double decay = entry == 0 ? 0.1 : 0;
            double w = 1;
            double m = 0;
            double v = 0;
            for (std::size_t t = 1; t <= gradients.size(); ++t) {
                double g = static_cast<double>(gradients[t - 1][entry]);
                if (kind == QLatin1String("adamw"))
                    w -= 0.01 * decay * w;
                else
                    g += decay * w;
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                const double power = static_cast<double>(t);
                w -= 0.01 * (m / (1 - std::pow(0.9, power))) / (std::sqrt(v / (1 - std::pow(0.999, power))) + 1e-8);
            }
            QVERIFY2(close(static_cast<double>(found[entry]), w, 1e-6),
                     qPrintable(QStringLiteral("%1 against %2").arg(found[entry]).arg(w)));
        }
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
