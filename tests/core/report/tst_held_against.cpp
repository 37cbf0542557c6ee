// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searched candidates and the baselines with the same targets.
#include "core/events/candidate.h"
#include "core/report/held_against.h"

#include <QTest>

using namespace dnas;

namespace {

CandidateSummary candidate(int id, std::string label, double testQuality)
{
    CandidateSummary c;
    c.id = CandidateId{id};
    c.label = std::move(label);
    c.quality = 1 - testQuality; // must not matter
    c.testQuality = testQuality;
    return c;
}

} // namespace

class TestHeldAgainst : public QObject {
    Q_OBJECT

private slots:
    void byTargets()
    {
        const std::vector<CandidateSummary> all = {candidate(1, "seed network", 0.9),
                                                   candidate(2, "flash 25 %", 0.7),
                                                   candidate(3, "flash 75 %", 0.8),
                                                   candidate(4, "width multiplier, flash 25 %, latency 50 %", 0.6),
                                                   candidate(5, "random widths 2, flash 25 %, latency 50 %", 0.75),
                                                   candidate(6, "random widths 1, flash 25 %, latency 50 %", 0.5),
                                                   candidate(7, "random widths 3, flash 25 %, latency 50 %", 0.65),
                                                   candidate(8, "magnitude pruning, flash 75 %, latency 50 %", 0.79),
                                                   candidate(9, "flash 50 %", 0.85)};
        const auto held = heldAgainst(all);
        QCOMPARE(held.size(), std::size_t{2}); // nothing stands beside the third
        QCOMPARE(held[0].searched->id.value, 2);
        QCOMPARE(held[0].uniform->id.value, 4);
        QVERIFY(!held[0].magnitude);
        QCOMPARE(held[0].randomWidths.size(), std::size_t{3});
        QCOMPARE(held[0].randomWidths.front()->id.value, 6);
        QCOMPARE(held[0].best().id.value, 5);
        QCOMPARE(held[0].medianOfRandom(), 0.65);
        QCOMPARE(held[1].searched->id.value, 3);
        QVERIFY(!held[1].uniform && held[1].randomWidths.empty());
        QCOMPARE(held[1].best().id.value, 8);
    }

    /// A run alone names its strengths too, and all of its targets.
    void ofOneRun()
    {
        const std::vector<CandidateSummary> all = {
            candidate(1, "flash 50 %, latency 50 %, flash auto ×1, latency auto ×1", 0.8),
            candidate(2, "width multiplier, flash 50 %, latency 50 %", 0.7),
            candidate(3, "width multiplier, flash 50 %, latency 25 %", 0.6)};
        const auto held = heldAgainst(all);
        QCOMPARE(held.size(), std::size_t{1});
        QCOMPARE(held[0].uniform->id.value, 2);
    }

    void whatIsNotFinishedDoesNotCount()
    {
        std::vector<CandidateSummary> all = {candidate(1, "flash 25 %", 0.7),
                                             candidate(2, "width multiplier, flash 25 %", 0.6),
                                             candidate(3, "magnitude pruning, flash 25 %", 0.5)};
        all[1].state = CandidateState::Stopped;
        QVERIFY(!heldAgainst(all).at(0).uniform);
        QCOMPARE(heldAgainst(all).at(0).best().id.value, 3);
        all[2].state = CandidateState::Failed;
        QVERIFY(heldAgainst(all).empty());
        all[1].state = CandidateState::Done;
        all[0].state = CandidateState::Stopped;
        QVERIFY(heldAgainst(all).empty());
    }

    /// A sweep over strengths names no target: its searches have the one of its baselines.
    void aSweepOfStrengths()
    {
        std::vector<CandidateSummary> all = {candidate(1, "macs λ 0", 0.8), candidate(2, "macs λ 0.1", 0.7),
                                             candidate(3, "width multiplier, weights 50 %", 0.75)};
        QCOMPARE(heldAgainst(all).size(), std::size_t{2});
        QCOMPARE(heldAgainst(all).at(1).uniform->id.value, 3);
        all.push_back(candidate(4, "width multiplier, weights 25 %", 0.65)); // whose are they?
        QVERIFY(heldAgainst(all).empty());
    }

    /// A search for other things, a fork that was steered, a run that only trains: none has these targets.
    void othersHaveNone()
    {
        const CandidateSummary baseline = candidate(9, "width multiplier, flash 25 %", 0.6);
        for (const char *label :
             {"training", "flash 25 %, fork of run 2 behind epoch 3, target.flash 9 → 5", "flash 25.5 %", ""}) {
            const std::vector<CandidateSummary> all = {candidate(1, label, 0.7), baseline};
            QVERIFY2(heldAgainst(all).empty(), label);
        }
    }
};

QTEST_APPLESS_MAIN(TestHeldAgainst)
#include "tst_held_against.moc"
