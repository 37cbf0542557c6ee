// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/run_worker.h"

#include "core/base/joined.h"
#include "core/base/random.h"
#include "core/search/baselines.h"
#include "core/search/final_step.h"
#include "core/supernet/discretise.h"

#include <algorithm>

namespace dnas {

namespace {

/// Limits and aims of a run that exclude each other.
Error outsideLimits(const std::vector<MissedLimit> &missed)
{
    const auto text = [](const MissedLimit &limit) {
        return findMetric(limit.metric)->title + " " + formatMetric(limit.metric, limit.value) + " (limit " +
               formatMetric(limit.metric, limit.limit) + ")";
    };
    return {ErrorCode::OutOfReach,
            "ended outside its limits; the nearest that the last step came: " + joined(missed, text) +
                "; raise these limits or drop an aim",
            {}};
}

} // namespace

RunWorker::RunWorker(const SearchPlan &plan, TrainerFactory &factory)
    : m_plan(plan)
    , m_factory(factory)
    , m_cost(plan.space, plan.setup)
{
}

PhaseSetup RunWorker::phase(Phase phase, const PhaseOptions &options, int epochs, const std::string &key) const
{
    return {.phase = phase,
            .options = options,
            .epochs = epochs,
            .batch = m_plan.recipe.batch,
            .labelSmoothing = m_plan.recipe.labelSmoothing,
            .classWeights = m_plan.recipe.classWeights,
            .key = combineKeys({m_plan.spec.seed, hashText(key), hashText(phaseName(phase))}),
            .holdTargets = m_plan.spec.guarantee};
}

Result<std::optional<WarmStart>> RunWorker::warmUp(RunContext &context, const WeightStore *start) const
{
    const std::string &key = m_plan.warmUpKey;
    const auto trainer =
        m_factory.create(m_plan.space, m_plan.setup, combineKeys({m_plan.spec.seed, hashText(key), hashText("seed")}));
    if (start) {
        if (const auto loaded = trainer->load(*start, m_plan.spec.weights); !loaded.ok())
            return loaded.error();
    }
    const auto outcome =
        runPhase(context, *trainer, phase(Phase::WarmUp, m_plan.recipe.warmUp, m_plan.spec.phases.warmUp, key));
    if (!outcome.ok())
        return outcome.error();
    if (outcome->interrupted)
        return std::optional<WarmStart>();
    if (const auto loaded = trainer->load(outcome->kept.weights, "checkpoint"); !loaded.ok())
        return loaded.error();
    const Evaluation training = trainer->evaluate(Split::Train, [&] { return context.stop.requested(); });
    if (context.stop.requested())
        return std::optional<WarmStart>();
    return std::optional<WarmStart>(WarmStart{outcome->kept.weights, training.loss});
}

Result<WorkerResult> RunWorker::run(RunContext &context, const RunPlan &run, const WarmStart &start) const
{
    return run.method == Method::Search ? search(context, run, start) : baseline(context, run, start);
}

Result<WorkerResult> RunWorker::search(RunContext &context, const RunPlan &run, const WarmStart &start) const
{
    context.terms = resolveTerms(run, m_cost, start.loss);
    context.guarantee = m_plan.spec.guarantee;
    const auto trainer = m_factory.create(m_plan.space, m_plan.setup, hashText(run.key));
    if (const auto loaded = trainer->load(start.weights, "warm-up"); !loaded.ok())
        return loaded.error();
    const auto outcome =
        runPhase(context, *trainer, phase(Phase::Search, m_plan.recipe.search, m_plan.spec.phases.search, run.key));
    if (!outcome.ok())
        return outcome.error();
    if (context.stop.aborted())
        return WorkerResult{nullptr, true};

    const Checkpoint &kept = outcome->kept;
    FinalStep settled{.masks = kept.masks};
    if (context.guarantee)
        settled = settleDerived(m_plan.space, m_plan.setup, m_cost, kept.masks, kept.importance, context.terms);
    if (!settled.missed.empty())
        return outsideLimits(settled.missed);
    Candidate candidate;
    candidate.run = context.run;
    candidate.label = run.label;
    candidate.network = m_plan.space.derive(settled.masks);
    candidate.movedChannels = settled.moved;
    candidate.feasible = missedLimits(context.terms, costOf(candidate.network, m_plan.setup).total).empty();
    if (const auto whole = checkWeights(m_plan.space.seed(), kept.weights, "checkpoint"); !whole.ok())
        return whole.error();
    const WeightStore weights = deriveWeights(m_plan.space, settled.masks, kept.weights);
    candidate.masks = std::move(settled.masks);
    return fineTune(context, std::move(candidate), weights, run.key, m_plan.spec.phases.fineTune);
}

Result<WorkerResult> RunWorker::baseline(RunContext &context, const RunPlan &run, const WarmStart &start) const
{
    auto masks = baselineMasks(m_plan, run, start.weights);
    if (!masks)
        return Error{ErrorCode::OutOfReach,
                     std::string(methodName(run.method)) + " meets these targets nowhere; raise them",
                     {}};
    Candidate candidate;
    candidate.run = context.run;
    candidate.label = run.label;
    candidate.network = m_plan.space.derive(*masks);
    candidate.feasible =
        missedLimits(resolveTerms(run, m_cost, start.loss), costOf(candidate.network, m_plan.setup).total).empty();
    std::optional<WeightStore> weights;
    if (run.method == Method::Magnitude) {
        weights = deriveWeights(m_plan.space, *masks, start.weights);
    } else {
        auto trained = fromScratch(context, candidate.network, run.key);
        if (!trained.ok())
            return trained.error();
        weights = std::move(*trained);
        if (!weights)
            return WorkerResult{nullptr, true};
    }
    candidate.masks = std::move(*masks);
    return fineTune(context, std::move(candidate), *weights, run.key,
                    m_plan.spec.phases.search + m_plan.spec.phases.fineTune);
}

/// The warm-up of another network than the seed; nothing on a stop.
Result<std::optional<WeightStore>> RunWorker::fromScratch(RunContext &context, const Network &network,
                                                          const std::string &key) const
{
    const auto space = SearchSpace::create(network, {.search = false});
    if (!space.ok())
        return space.error();
    const auto trainer = m_factory.create(*space, m_plan.setup, hashText(key));
    const auto outcome =
        runPhase(context, *trainer, phase(Phase::WarmUp, m_plan.recipe.warmUp, m_plan.spec.phases.warmUp, key));
    if (!outcome.ok())
        return outcome.error();
    if (outcome->interrupted)
        return std::optional<WeightStore>();
    return std::optional<WeightStore>(outcome->kept.weights);
}

Result<WorkerResult> RunWorker::seed(RunContext &context, const std::string &key, const WarmStart &start) const
{
    Candidate candidate;
    candidate.run = context.run;
    candidate.label = "seed network";
    candidate.isSeed = true;
    candidate.network = m_plan.space.seed();
    candidate.masks = m_plan.space.fullMasks();
    return fineTune(context, std::move(candidate), start.weights, key,
                    m_plan.spec.phases.search + m_plan.spec.phases.fineTune);
}

Result<WorkerResult> RunWorker::fineTune(RunContext &context, Candidate candidate, const WeightStore &weights,
                                         const std::string &key, int epochs) const
{
    const auto space = SearchSpace::create(candidate.network, {.search = false});
    if (!space.ok())
        return space.error();
    const auto trainer = m_factory.create(*space, m_plan.setup, hashText(key));
    if (const auto loaded = trainer->load(weights, "derivation"); !loaded.ok())
        return loaded.error();
    const auto outcome = runPhase(context, *trainer, phase(Phase::FineTune, m_plan.recipe.fineTune, epochs, key));
    if (!outcome.ok())
        return outcome.error();
    if (context.stop.aborted())
        return WorkerResult{nullptr, true};
    if (const auto loaded = trainer->load(outcome->kept.weights, "checkpoint"); !loaded.ok())
        return loaded.error();

    // After a stop the evaluation still runs to its end, so that what is kept is measured; an abort ends it.
    context.observer.onPhaseStarted({context.run, Phase::Evaluation, 0, 0});
    const auto stop = [&] {
        return context.stop.aborted();
    };
    Evaluation validation = trainer->evaluate(Split::Validation, stop);
    Evaluation test = trainer->evaluate(Split::Test, stop);
    if (context.stop.aborted())
        return WorkerResult{nullptr, true};
    candidate.weights = std::make_shared<const WeightStore>(outcome->kept.weights);
    candidate.quality = validation.quality;
    candidate.validationLoss = validation.loss;
    candidate.testQuality = test.quality;
    candidate.testLoss = test.loss;
    candidate.qualityMetric = qualityMetricOf(m_plan.benchmark);
    candidate.validationDetails = {std::move(validation.measures), std::move(validation.confusion)};
    candidate.testDetails = {std::move(test.measures), std::move(test.confusion)};
    if (outcome->interrupted) {
        candidate.state = CandidateState::Stopped;
        candidate.reason = "stopped before it was trained to the end";
    }
    return WorkerResult{std::make_shared<const Candidate>(std::move(candidate)), outcome->interrupted};
}

} // namespace dnas
