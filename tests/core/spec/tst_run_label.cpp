// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of the runs of a sweep, and what is kept of each beside its name.
#include "tests/support/result_checks.h"

#include "core/spec/search_spec.h"

#include <QTest>

#include <set>

using namespace dnas;

namespace {

Result<SearchPlan> planOf(const std::string &objective)
{
    const auto spec = parseSpec("{benchmark: demo, board: nucleo-h743zi2, baselines: {width_multiplier: true, "
                                "random_widths: 2, magnitude: true}, phases: {warm_up: 3, search: 4, fine_tune: 2}, "
                                "objective: " +
                                    objective + "}",
                                "s");
    return spec.ok() ? planSearch(*spec) : spec.error();
}

} // namespace

class TestRunLabel : public QObject {
    Q_OBJECT

private slots:
    void targets_data()
    {
        QTest::addColumn<QByteArray>("objective");
        QTest::addColumn<QByteArray>("label"); // of the first baseline
        const auto row = [](const char *objective, const char *label) {
            QTest::newRow(label) << QByteArray(objective) << QByteArray(label);
        };
        row("[{metric: weights, target: 50%}]", "width multiplier, weights 50 %");
        row("[{metric: weights, target: 12.25%}]", "width multiplier, weights 12.25 %");
        row("[{metric: weights, target: 12345}]", "width multiplier, weights 12 345");
        row("[{metric: weights, target: 12345.5}]", "width multiplier, weights 12345.5");
        row("[{metric: flash, target: 72KiB}]", "width multiplier, flash 72 KiB");
        row("[{metric: flash, target: 73.6KiB}]", "width multiplier, flash 73.6 KiB");
        row("[{metric: flash, target: 73729}]", "width multiplier, flash 73729 B");
        row("[{metric: latency, target: 2.131ms}]", "width multiplier, latency 2.131 ms");
        row("[{metric: energy, target: 1.5mJ}]", "width multiplier, energy 1.5 mJ");
        row("[{metric: weights, target: 50%}, {metric: latency, target: 2ms, strength_raw: 3}]",
            "width multiplier, weights 50 %, latency 2 ms");
    }

    void targets()
    {
        QFETCH(QByteArray, objective);
        const auto plan = planOf(objective.toStdString());
        VERIFY_OK(plan);
        QTEST(QByteArray::fromStdString(plan->runs[1].label), "label");
    }

    /// Also targets that differ in their last digit.
    void noTwoRunsShareAName()
    {
        for (const char *targets :
             {"flash, target: [73.6KiB, 73.61KiB, 75400, 75401]", "latency, target: [2.131ms, 2.134ms, 2.1341ms]",
              "weights, target: [12345, 12346, 12.3%, 12.31%]", "energy, target: [1.231mJ, 1.232mJ]"}) {
            const auto plan = planOf(std::string("[{metric: ") + targets + "}]");
            VERIFY_OK(plan);
            std::set<std::string> labels;
            for (const RunPlan &run : plan->runs)
                QVERIFY2(labels.insert(run.label).second, run.label.c_str());
            QVERIFY(labels.size() >= 2 * 5);
        }
    }

    void whatIsKeptOfARun()
    {
        const auto plan =
            planOf("[{metric: weights, target: [50%, 12345], strength: [1, 2]}, {metric: latency, target: "
                   "2ms, shape: absolute, strength: 1}, {metric: macs, minimise: true, strength: 0.1}]");
        VERIFY_OK(plan);
        QCOMPARE(plan->runs.size(), std::size_t{4 + 2 * 4});
        int draws = 0;
        for (const RunPlan &run : plan->runs) {
            const RunOutline outline = outlineOf(*plan, run);
            QCOMPARE(outline.method, run.method);
            QCOMPARE(outline.isBaseline(), run.method != Method::Search);
            QCOMPARE(outline.hasOwnWarmUp(), run.method == Method::WidthMultiplier || outline.draw > 0);
            QCOMPARE(outline.epochs, 9);
            const std::vector<RunTarget> targets{{"weights", TermShape::Hinge, run.terms[0].target, {}},
                                                 {"latency", TermShape::Absolute, 2, {}, 1}};
            QVERIFY(outline.targets == targets);
            draws += outline.draw;
        }
        QCOMPARE(draws, 2 * (1 + 2));
    }
};

QTEST_APPLESS_MAIN(TestRunLabel)
#include "tst_run_label.moc"
