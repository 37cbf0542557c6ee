// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small plan, a study in a temporary folder, and a sweep over both with the fake trainer.
#pragma once

#include "core/base/random.h"
#include "core/search/sweep.h"
#include "tests/support/fake_trainer.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>
#include <map>
#include <thread>

namespace dnas::test {

/// The demo's plan with aims for the weights; `extra` are further lines of the spec.
inline SearchPlan demoPlan(const std::string &targets, const std::string &extra = {})
{
    const auto spec = parseSpec(
        "benchmark: demo\nobjective:\n  - {metric: weights, target: " + targets +
            ", shape: absolute, strength: auto}\n" +
            (extra.find("phases") == std::string::npos ? "phases: {warm_up: 2, search: 4, fine_tune: 2}\n" : "") +
            (extra.find("board") == std::string::npos ? "board: nucleo-h743zi2\n" : "") + extra,
        "spec.yaml");
    return planSearch(spec.value()).value();
}

inline std::uint64_t seedOfRun(const SearchPlan &plan, std::size_t index) { return hashText(plan.runs[index].key); }

/// Everything that was told. Events come one at a time; the test reads when the sweep is over, or the counters.
class EventLog : public SearchObserver {
public:
    void onRunStarted(const RunStarted &event) override { started.push_back(event); }
    void onPhaseStarted(const PhaseStarted &event) override { phases.push_back(event); }
    void onEpoch(const EpochReport &event) override { epochs.push_back(event); }
    void onSteering(const SteeringChanged &event) override { steering.push_back(event); }
    void onCandidate(const CandidateFound &event) override { candidates.push_back(event.candidate); }
    void onFinished(const SearchFinished &event) override { finished.push_back(event); }

    std::vector<RunStarted> started;
    std::vector<PhaseStarted> phases;
    std::vector<EpochReport> epochs;
    std::vector<SteeringChanged> steering;
    std::vector<std::shared_ptr<const Candidate>> candidates;
    std::vector<SearchFinished> finished;

    /// Exactly one end for every start, behind it.
    bool isBalanced() const
    {
        std::map<int, int> open;
        for (const RunStarted &event : started)
            ++open[event.run.value];
        for (const SearchFinished &event : finished)
            --open[event.run.value];
        bool balanced = started.size() == finished.size();
        for (const auto &[run, count] : open)
            balanced = balanced && count == 0;
        return balanced;
    }
    std::map<FinishReason, int> reasons() const
    {
        std::map<FinishReason, int> counts;
        for (const SearchFinished &event : finished)
            ++counts[event.reason];
        return counts;
    }
};

/// What is left of a sweep.
struct SweepTrace {
    Result<SearchSummary> summary = SearchSummary{};
    EventLog events;
    std::string digest;
    std::map<std::string, std::string> runDigests;
    std::vector<StudyRun> runs;
    std::vector<CandidateSummary> candidates;
    std::map<int, std::vector<SteeringChanged>> steering; ///< by run, as stored

    const StudyRun *run(const std::string &key) const
    {
        for (const StudyRun &run : runs) {
            if (run.key == key)
                return &run;
        }
        return nullptr;
    }
};

class SweepBench {
public:
    SearchControls controls;
    StopToken stop;
    SearchOptions options;

    explicit SweepBench(const QTemporaryDir &folder, const char *name = "study.pareto")
    {
        options.output = folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    SweepTrace run(const SearchPlan &plan, FakeTrainerFactory &factory)
    {
        SweepTrace trace;
        auto study = openStudy(plan);
        if (!study.ok()) {
            trace.summary = study.error();
            return trace;
        }
        trace.summary = Sweep(plan, options, factory, *study, trace.events, controls, stop).run();
        trace.digest = (*study)->digest().value();
        trace.runDigests = (*study)->runDigests().value();
        trace.runs = (*study)->runs().value();
        trace.candidates = (*study)->candidates().value();
        for (const StudyRun &run : trace.runs)
            trace.steering[run.id.value] = (*study)->steering(run.id).value();
        return trace;
    }
    SweepTrace run(const SearchPlan &plan, FakeScript script = {})
    {
        FakeTrainerFactory factory(std::move(script));
        return run(plan, factory);
    }

    /// Stopped at the first step for which `reached` holds.
    SweepTrace runUntil(const SearchPlan &plan, const std::function<bool(const FakeMoment &)> &reached)
    {
        FakeScript script;
        script.atStep = [&](const FakeMoment &moment) {
            if (reached(moment))
                stop.request(StopRequest::Stop);
        };
        return run(plan, script);
    }

private:
    Result<std::shared_ptr<Study>> openStudy(const SearchPlan &plan) const
    {
        if (std::filesystem::exists(options.output))
            return Study::open(options.output, StudyAccess::Write);
        StudySpec spec{plan.specText,
                       plan.benchmark.text,
                       plan.networkText,
                       plan.boardText,
                       plan.setup.runtime.name,
                       plan.setup.point.name,
                       {}};
        for (const auto &[metric, cost] : plan.seedCost.total)
            spec.seedCosts[metric] = cost.value;
        return Study::create(options.output, spec, {"some processor", "none", "test", 1});
    }
};

/// What a sweep of this plan comes to when nothing disturbs it.
inline SweepTrace undisturbed(const SearchPlan &plan, int jobs = 1)
{
    QTemporaryDir folder;
    SweepBench bench(folder);
    bench.options.jobs = jobs;
    return bench.run(plan);
}

} // namespace dnas::test
