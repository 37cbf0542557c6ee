// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of runs, written by a sweep and read again.
#include "core/spec/run_label.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

class TestRunLabel : public QObject {
    Q_OBJECT

private slots:
    void whatASweepWritesIsRead()
    {
        const auto spec =
            parseSpec("{benchmark: demo, board: nucleo-h743zi2, baselines: {width_multiplier: true, random_widths: 12, "
                      "magnitude: true}, objective: [{metric: weights, target: [50%, 12345], strength: "
                      "[1, 2]}, {metric: latency, target: 60%, strength_raw: 3}]}",
                      "s");
        VERIFY_OK(spec);
        const auto plan = planSearch(*spec);
        VERIFY_OK(plan);
        int read = 0;
        for (const RunPlan &run : plan->runs) {
            const RunName name = readRunLabel(run.label);
            QCOMPARE(name.method, run.method);
            QCOMPARE(name.draw, run.draw);
            const std::string weights = run.terms[0].target == 12345 ? "weights 12 345" : "weights 50 %";
            const auto parts = run.method == Method::Search ? std::vector<std::string>{weights}
                                                            : std::vector<std::string>{weights, "latency 60 %"};
            QVERIFY2(name.parts == parts, run.label.c_str());
            ++read;
        }
        QCOMPARE(read, 4 + 2 * 14);
    }

    void others_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("parts");
        const auto row = [](const char *label, Method method, int parts) {
            QTest::newRow(label) << QString::fromUtf8(label) << static_cast<int>(method) << parts;
        };
        row("", Method::Search, 1);
        row("training", Method::Search, 1);
        row("seed network", Method::Search, 1);
        row("weights raw λ 0.1, macs λ 3", Method::Search, 0);
        row("weights 50 %, fork of run 2 behind epoch 3, strength.weights 1 → 2", Method::Search, 3);
        row("random widthsome, weights 50 %", Method::Search, 2);
        row("random widths x, weights 50 %", Method::Search, 2);
        row("random widths 99999999999, weights 50 %", Method::Search, 2);
        row("magnitude pruning, ", Method::Magnitude, 1);
        row("width multiplier", Method::WidthMultiplier, 0);
    }

    void others()
    {
        QFETCH(QString, label);
        const RunName name = readRunLabel(label.toStdString());
        QTEST(static_cast<int>(name.method), "method");
        QTEST(static_cast<int>(name.parts.size()), "parts");
    }
};

QTEST_APPLESS_MAIN(TestRunLabel)
#include "tst_run_label.moc"
