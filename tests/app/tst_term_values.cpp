// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Strength and target of a term of a study that was opened: what the slider of Live stands on.
#include "app/window/pages/term_values.h"

#include <QTest>

using namespace paretoscope;

namespace {

const dnas::StudyRun kRun{dnas::RunId{1}, "key", "weights 50 %", dnas::RunState::Running, {}, {"weights"}};

dnas::EpochReport epochOf(int epoch, double strength)
{
    dnas::EpochReport report;
    report.run = kRun.id;
    report.phase = dnas::Phase::Search;
    report.epoch = epoch;
    report.strengths = {strength};
    report.targets = {15000};
    return report;
}

dnas::SteeringChanged change(int epoch, const char *key, double before, double after)
{
    return {kRun.id, dnas::Phase::Search, epoch, 10, key, before, after};
}

TermValues valuesOf(const std::vector<dnas::EpochReport> &history, const std::vector<dnas::SteeringChanged> &steering)
{
    StudySnapshot study;
    study.runs = {kRun};
    study.histories[kRun.id] = history;
    study.steering[kRun.id] = steering;
    StudyDocument document;
    document.show(study);
    return termValues(document, kRun, document.history(kRun.id), 0);
}

} // namespace

class TestTermValues : public QObject {
    Q_OBJECT

private slots:
    /// A ramp begins at a hundredth: that is not what the run calls its strength.
    void theMiddleIsTheRunsOwnStrength()
    {
        const TermValues values = valuesOf({epochOf(0, 0.01), epochOf(1, 0.5), epochOf(2, 1)}, {});
        QCOMPARE(values.strength, 1.0);
        QCOMPARE(values.reference, 1.0);
        QCOMPARE(values.target, 15000.0);
    }

    void whatWasSteeredDoesNotMoveTheMiddle()
    {
        const TermValues values = valuesOf({epochOf(0, 0.01), epochOf(1, 0.5), epochOf(2, 40), epochOf(3, 60)},
                                           {change(2, "strength.weights", 1, 40)});
        QCOMPARE(values.strength, 60.0);
        QCOMPARE(values.reference, 1.0); // as it was when it was changed
    }

    void aChangeBehindTheLastEpochCounts()
    {
        const TermValues values = valuesOf(
            {epochOf(0, 0.25)}, {change(1, "strength.weights", 0.25, 3), change(1, "target.weights", 15000, 9000)});
        QCOMPARE(values.strength, 3.0);
        QCOMPARE(values.reference, 0.25);
        QCOMPARE(values.target, 9000.0);
    }

    void beforeTheSearchNothingIsKnown()
    {
        const TermValues values = valuesOf({}, {});
        QCOMPARE(values.strength, 0.0);
        QCOMPARE(values.reference, 1.0);
        QCOMPARE(values.target, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestTermValues)
#include "tst_term_values.moc"
