// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searched candidates and the baselines with the same targets.
#include "core/report/held_against.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;

namespace {

using Targets = std::vector<RunTarget>;

RunTarget limit(const char *metric, double value) { return {metric, TermShape::Hinge, value, {}}; }

/// A study with one candidate a run; run and candidate have the same number.
struct Made {
    std::vector<StudyRun> runs;
    std::vector<CandidateSummary> candidates;

    CandidateSummary &add(Method method, int draw, Targets targets, double testQuality, int epochs = 16)
    {
        const int id = static_cast<int>(runs.size()) + 1;
        StudyRun run{RunId{id}, {}, "whatever it is called", RunState::Done, {}, {}};
        run.outline = RunOutline{method, draw, epochs, std::move(targets)};
        CandidateSummary c;
        c.id = CandidateId{id};
        c.run = run.id;
        c.quality = 1 - testQuality; // must not matter
        c.testQuality = testQuality;
        for (const RunTarget &target : run.outline->targets)
            c.costs[target.metric].value = target.planned;
        runs.push_back(std::move(run));
        candidates.push_back(std::move(c));
        return candidates.back();
    }
    CandidateSummary &search(Targets targets, double testQuality)
    {
        return add(Method::Search, 0, std::move(targets), testQuality);
    }
    CandidateSummary &width(Targets targets, double testQuality)
    {
        return add(Method::WidthMultiplier, 0, std::move(targets), testQuality);
    }
    std::vector<HeldAgainst> held() const { return heldAgainst(candidates, runs); }
};

} // namespace

class TestHeldAgainst : public QObject {
    Q_OBJECT

private slots:
    void byTargets()
    {
        const Targets narrow{limit("flash", 25), limit("latency", 50)}, wide{limit("flash", 75), limit("latency", 50)};
        Made study;
        study.search(narrow, 0.7);
        study.search(wide, 0.8);
        study.width({limit("latency", 50), limit("flash", 25)}, 0.6); // in any order
        study.add(Method::RandomWidths, 2, narrow, 0.75);
        study.add(Method::RandomWidths, 1, narrow, 0.5);
        study.add(Method::RandomWidths, 3, narrow, 0.65);
        study.add(Method::Magnitude, 0, wide, 0.79);
        study.search({limit("flash", 50), limit("latency", 50)}, 0.85);
        const auto held = study.held();
        QCOMPARE(held.size(), std::size_t{2}); // nothing stands beside the last
        QCOMPARE(held[0].searched->id.value, 1);
        QCOMPARE(held[0].baselines->widthMultiplier->id.value, 3);
        QVERIFY(!held[0].baselines->magnitude);
        QCOMPARE(held[0].baselines->randomWidths.size(), std::size_t{3});
        QCOMPARE(held[0].baselines->randomWidths.front()->id.value, 5);
        QCOMPARE(held[0].baselines->best().id.value, 4);
        QCOMPARE(held[0].baselines->medianOfRandom(), 0.65);
        QVERIFY(!held[0].isBetter());
        QCOMPARE(held[1].searched->id.value, 2);
        QVERIFY(!held[1].baselines->widthMultiplier && held[1].baselines->randomWidths.empty());
        QCOMPARE(held[1].baselines->best().id.value, 7);
        QVERIFY(held[1].isBetter());
        QCOMPARE(baselineKinds(held), std::string("width multiplier, random widths, magnitude pruning"));
        QCOMPARE(baselineKinds(std::span(held).subspan(1)), std::string("magnitude pruning"));
    }

    /// Two sweeps in one study that differ in what neither names.
    void sweepsBesideEachOther()
    {
        Made study;
        study.search({limit("flash", 25), limit("latency", 50)}, 0.7);
        study.width({limit("flash", 25), limit("latency", 75)}, 0.6);
        study.width({limit("flash", 25)}, 0.6);
        study.add(Method::WidthMultiplier, 0, {limit("flash", 25), limit("latency", 50)}, 0.6, 20); // trained longer
        QVERIFY(study.held().empty());
        study.width({limit("flash", 25), limit("latency", 50)}, 0.65);
        QCOMPARE(study.held().at(0).baselines->widthMultiplier->id.value, 5);
        study.width({limit("flash", 25), limit("latency", 50)}, 0.66); // made again
        QCOMPARE(study.held().at(0).baselines->widthMultiplier->id.value, 6);
    }

    /// Sweeps over strengths: all searches have the targets of one baseline.
    void aSweepOfStrengths()
    {
        Made study;
        study.search({limit("weights", 50)}, 0.8);
        study.search({limit("weights", 50)}, 0.7);
        study.search({limit("weights", 25)}, 0.6);
        study.width({limit("weights", 25)}, 0.55);
        study.width({limit("weights", 50)}, 0.75);
        const auto held = study.held();
        QCOMPARE(held.size(), std::size_t{3});
        QCOMPARE(held[1].baselines->widthMultiplier->id.value, 5);
        QCOMPARE(held[2].baselines->widthMultiplier->id.value, 4);
    }

    void whatIsNotFinishedDoesNotCount()
    {
        Made study;
        study.search({limit("flash", 25)}, 0.7);
        study.width({limit("flash", 25)}, 0.6);
        study.add(Method::Magnitude, 0, {limit("flash", 25)}, 0.5);
        study.candidates[1].state = CandidateState::Stopped;
        QVERIFY(!study.held().at(0).baselines->widthMultiplier);
        QCOMPARE(study.held().at(0).baselines->best().id.value, 3);
        study.candidates[2].state = CandidateState::Failed;
        QVERIFY(study.held().empty());
        study.candidates[1].state = CandidateState::Done;
        study.candidates[0].state = CandidateState::Stopped;
        QVERIFY(study.held().empty());
    }

    /// A search that ended above a limit, or above an aim, is not better than what stayed below.
    void overItsTargets()
    {
        for (const TermShape shape : {TermShape::Hinge, TermShape::Absolute}) {
            Made study;
            study.search({{"flash", shape, 25, {}}}, 0.7);
            study.width({{"flash", shape, 25, {}}}, 0.6);
            QVERIFY(study.held().at(0).isInside && study.held().at(0).isBetter());
            study.candidates[0].costs["flash"].value = 25.01;
            QVERIFY(!study.held().at(0).isInside && !study.held().at(0).isBetter());
            study.candidates[0].costs.clear(); // not known
            QVERIFY(!study.held().at(0).isInside);
        }
    }

    /// What counts is what a target was changed to.
    void steered()
    {
        Made study;
        study.search({limit("flash", 25)}, 0.7);
        study.width({limit("flash", 25)}, 0.6);
        study.width({limit("flash", 30)}, 0.65);
        study.runs[0].outline->targets[0].steered = 30;
        QCOMPARE(study.held().at(0).baselines->widthMultiplier->id.value, 3);
        study.runs[0].outline->targets[0].steered = 31;
        QVERIFY(study.held().empty());
    }

    void othersHaveNone()
    {
        Made study;
        study.search({}, 0.9); // has no target
        study.add(Method::Magnitude, 0, {}, 0.9);
        study.search({limit("flash", 25)}, 0.7);
        study.runs.back().outline.reset(); // the seed network, or of an older study
        study.width({limit("flash", 25)}, 0.6);
        QVERIFY(study.held().empty());
    }

    /// Of a stranger's study.
    void whatIsNoNumber()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        Made study;
        for (int draw = 1; draw <= 40; ++draw)
            study.add(Method::RandomWidths, draw, {limit("flash", 25)}, draw % 3 == 0 ? none : draw / 100.0);
        study.search({limit("flash", 25)}, none);
        study.search({limit("flash", none)}, 0.7);
        study.width({limit("flash", none)}, 0.7);
        QVERIFY(study.held().empty());
        study.search({limit("flash", 25)}, 0.7);
        const auto held = study.held();
        QCOMPARE(held.size(), std::size_t{1});
        QCOMPARE(held[0].baselines->randomWidths.size(), std::size_t{27});
        QCOMPARE(held[0].baselines->best().testQuality, 0.4);
    }
};

QTEST_APPLESS_MAIN(TestHeldAgainst)
#include "tst_held_against.moc"
