// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guarded.h"
#include "core/search/plan_data.h"
#include "core/search/run_worker.h"
#include "core/search/search_run.h"
#include "core/search/torch_trainer.h"

#include <chrono>

namespace dnas {

namespace {

constexpr int kWarmSteps = 2;
constexpr int kTimedSteps = 10;

/// Seconds a step takes in a phase.
Result<double> secondsPerStep(Trainer &trainer, const PhaseSetup &setup)
{
    using Clock = std::chrono::steady_clock;
    trainer.beginPhase(setup);
    Clock::time_point start = Clock::now();
    int steps = 0; // of all epochs: a small data set needs several
    StepHooks hooks;
    hooks.before = [&](int) {
        if (steps == kWarmSteps)
            start = Clock::now();
        return steps < kWarmSteps + kTimedSteps;
    };
    hooks.after = [&](const StepValues &) {
        ++steps;
    };
    for (int epoch = 0; steps < kWarmSteps + kTimedSteps; ++epoch) {
        const auto outcome = trainer.trainEpoch(epoch, hooks);
        if (!outcome.ok())
            return outcome.error();
    }
    return std::chrono::duration<double>(Clock::now() - start).count() / kTimedSteps;
}

} // namespace

Result<ProbeResult> probeSearch(const SearchPlan &plan, const SearchOptions &options)
{
    const auto data = openPlanData(plan, options.data);
    if (!data.ok())
        return data.error();
    return guarded([&]() -> Result<ProbeResult> {
        TorchTrainerFactory factory(*data);
        factory.prepareThread(plan.spec.threads);
        const auto trainer = factory.create(plan.space, plan.setup, plan.spec.seed);
        const RunWorker worker(plan, factory);
        const auto terms = plan.runs.empty() ? std::vector<ActiveTerm>{} : resolveTerms(plan.runs[0], worker.cost(), 1);
        std::vector<double> strengths;
        for (const ActiveTerm &term : terms)
            strengths.push_back(term.strength);
        trainer->setObjective(terms, strengths);
        PhaseSetup setup{.phase = Phase::WarmUp,
                         .options = plan.recipe.warmUp,
                         .epochs = 1000,
                         .batch = plan.recipe.batch,
                         .labelSmoothing = plan.recipe.labelSmoothing,
                         .classWeights = plan.recipe.classWeights};
        const auto plain = secondsPerStep(*trainer, setup);
        if (!plain.ok())
            return plain.error();
        setup.phase = Phase::Search;
        setup.options = plan.recipe.search;
        const auto searching = secondsPerStep(*trainer, setup);
        if (!searching.ok())
            return searching.error();

        // Evaluation costs about a third of training per sample; it sees the validation split every epoch.
        const double steps = static_cast<double>((*data)->size(Split::Train)) / plan.recipe.batch;
        const double validationSteps = static_cast<double>((*data)->size(Split::Validation)) / plan.recipe.batch / 3;
        const PhaseLengths &phases = plan.spec.phases;
        ProbeResult result;
        result.imagesPerSecond = plan.recipe.batch / *searching;
        result.warmUpSeconds = phases.warmUp * (steps + validationSteps) * *plain;
        result.runSeconds = phases.search * (steps * *searching + validationSteps * *plain) +
                            phases.fineTune * (steps + validationSteps) * *plain;
        return result;
    });
}

} // namespace dnas
