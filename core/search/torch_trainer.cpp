// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/torch_trainer.h"

#include "core/base/random.h"
#include "core/data/batch_loader.h"
#include "core/objective/complexity_loss.h"
#include "core/search/batch_tensors.h"
#include "core/search/flat_optimizer.h"
#include "core/search/hold_targets.h"
#include "core/search/narrowing.h"
#include "core/search/quality_meter.h"
#include "core/search/schedule.h"
#include "core/search/task_loss.h"
#include "core/search/training_state.h"
#include "core/supernet/discretise.h"
#include "core/supernet/relaxed_network.h"

#include <ATen/Parallel.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

namespace dnas {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The loader ends an epoch early only when a batch cannot be prepared.
Error incompleteEpoch()
{
    return {ErrorCode::Internal, "a batch could not be prepared: out of memory; use a smaller batch or fewer jobs", {}};
}

const std::string kNarrowing = "narrowing/";

class TorchTrainer : public Trainer {
public:
    TorchTrainer(std::shared_ptr<const DataSet> data, const SearchSpace &space, const BoardSetup &setup,
                 std::uint64_t seed)
        : m_data(std::move(data))
        , m_board(setup)
        , m_network(space, seed)
        , m_narrowing(space)
        , m_task(m_setup, *m_data)
    {
        m_complexity.emplace(m_network.space(), m_board, m_network.decisionLayout());
    }

    Result<void> load(const WeightStore &weights, const std::string &file) override
    {
        if (!m_narrowing.isNarrow())
            return m_network.load(weights, file);
        if (const auto checked = checkWeights(m_narrowing.whole().seed(), weights, file); !checked.ok())
            return checked.error();
        return m_network.load(deriveWeights(m_narrowing.whole(), m_narrowing.kept(), weights), file);
    }
    WeightStore weights() const override { return m_narrowing.widen(m_network.weights()); }

    void beginPhase(const PhaseSetup &setup) override
    {
        m_setup = setup;
        m_task = TaskLoss(setup, *m_data);
        m_network.setSearching(setup.phase == Phase::Search);
        m_weightOptimizer = std::make_unique<FlatOptimizer>(setup.options.weights, m_network.parameters(),
                                                            m_network.parameterGradient(), m_network.decayedCount());
        m_decisionOptimizer.reset();
        if (m_network.searching()) {
            if (setup.options.start == "ranked")
                m_network.rankDecisions();
            m_network.decisions().mutable_grad() = at::zeros_like(m_network.decisions());
            m_decisionOptimizer =
                std::make_unique<FlatOptimizer>(setup.options.decisions, m_network.decisions(),
                                                m_network.decisions().grad(), m_network.decisions().numel());
        }
        m_peak = setup.options.weights.learningRate;
    }

    TrainerState state() const override
    {
        TrainerState state = readTrainingState(m_network, *m_weightOptimizer, m_decisionOptimizer.get());
        if (compacts()) {
            for (auto &[name, array] : m_narrowing.state())
                state.arrays[kNarrowing + name] = std::move(array);
        }
        return state;
    }
    Result<void> restore(const TrainerState &state) override;

    int stepsPerEpoch() const override
    {
        const std::int64_t samples = m_data->size(Split::Train);
        return static_cast<int>(std::max<std::int64_t>(samples / m_setup.batch, 1));
    }

    void setObjective(const std::vector<ActiveTerm> &terms, const std::vector<double> &strengths) override
    {
        m_terms = terms;
        m_strengths = strengths;
    }
    void setLearningRate(double peak) override { m_peak = peak; }
    double learningRate() const override { return m_peak; }

    Result<EpochOutcome> trainEpoch(int epoch, const StepHooks &hooks) override;
    Evaluation evaluate(Split split, const std::function<bool()> &stop) override;

    ChannelMasks masks() const override { return m_narrowing.widen(m_network.masks()); }
    std::vector<std::vector<double>> importance() const override { return m_narrowing.widen(worth()); }

private:
    bool observesCurvature() const { return m_decisionOptimizer && m_decisionOptimizer->usesCurvature(); }
    bool compacts() const { return m_network.searching() && m_setup.options.compact > 0; }
    DecisionsInTraining decisionsInTraining() const
    {
        return {m_network, *m_complexity, *m_decisionOptimizer, m_terms, m_strengths};
    }
    std::vector<std::vector<double>> worth() const; ///< of blocks, by group
    void compact();
    void takeOut(const ChannelMasks &kept);

    std::shared_ptr<const DataSet> m_data;
    BoardSetup m_board;
    mutable RelaxedNetwork m_network; ///< its flat tensors are handed out for change only
    Narrowing m_narrowing;            ///< what m_network has lost of the space that everybody else sees
    std::optional<ComplexityLoss> m_complexity;
    PhaseSetup m_setup;
    TaskLoss m_task; ///< of the phase
    std::unique_ptr<FlatOptimizer> m_weightOptimizer, m_decisionOptimizer;
    std::vector<ActiveTerm> m_terms;
    std::vector<double> m_strengths;
    double m_peak = 0;
};

Result<EpochOutcome> TorchTrainer::trainEpoch(int epoch, const StepHooks &hooks)
{
    LoaderOptions options{.split = Split::Train,
                          .batch = m_setup.batch,
                          .shuffle = true,
                          .dropLast = m_data->size(Split::Train) >= m_setup.batch,
                          .seed = m_setup.key};
    options.augment = {.enabled = true, .seed = m_setup.key, .epoch = static_cast<std::uint64_t>(epoch)};
    BatchLoader loader(m_data, options);
    const int steps = loader.batches();
    EpochOutcome outcome;
    outcome.termLosses.assign(m_terms.size(), 0);
    const auto start = Clock::now();
    std::int64_t samples = 0;
    std::int64_t correct = 0;
    int step = 0;
    while (const Batch *batch = loader.next()) {
        if (hooks.before && !hooks.before(step)) {
            outcome.interrupted = true;
            break;
        }
        const torch::Tensor labels = labelsOf(*batch);
        const torch::Tensor inputs = inputsOf(*batch);
        const torch::Tensor outputs = m_network.forward(inputs, Mode::Train);
        const torch::Tensor task = m_task.train(outputs, inputs, labels);
        torch::Tensor total = task;
        if (m_network.searching()) {
            total = total + m_complexity->penalty(m_network.blockMask(), m_terms, m_strengths);
            m_network.decisions().mutable_grad().zero_();
        }
        m_network.parameterGradient().zero_();
        if (observesCurvature())
            m_network.blockMask().retain_grad();
        total.backward();

        const double factor = learningRateFactor(m_setup.options.weights, std::int64_t{epoch} * steps + step,
                                                 std::int64_t{m_setup.epochs} * steps, steps);
        outcome.learningRate = m_peak * factor;
        m_weightOptimizer->step(outcome.learningRate);
        if (m_decisionOptimizer) {
            if (observesCurvature()) // of the mask, not of α, whose gradient is 0 where a block is kept alive
                m_decisionOptimizer->observeCurvature(m_network.blockMask().grad() - m_complexity->slopes(),
                                                      m_network.blockMask().detach(), m_setup.batch);
            m_decisionOptimizer->step(m_setup.options.decisions.learningRate *
                                      learningRateFactor(m_setup.options.decisions, std::int64_t{epoch} * steps + step,
                                                         std::int64_t{m_setup.epochs} * steps, steps));
        }
        if (m_network.searching() && m_setup.holdTargets) {
            dnas::holdTargets(decisionsInTraining(), (epoch + (step + 1.0) / steps) / m_setup.epochs);
        }
        const double taskLoss = task.item<double>();
        const double penalty = m_network.searching() ? m_complexity->value().total : 0;
        if (!std::isfinite(taskLoss))
            return Error{ErrorCode::Internal,
                         "the loss is not a number any more in epoch " + std::to_string(epoch + 1) + " of the " +
                             phaseName(m_setup.phase) + "; lower the learning rate",
                         {}};
        outcome.taskLoss += taskLoss;
        outcome.totalLoss += taskLoss + penalty;
        for (std::size_t i = 0; m_network.searching() && i < m_terms.size(); ++i)
            outcome.termLosses[i] += m_complexity->value().byTerm[i];
        if (!m_task.isReconstruction())
            correct += at::eq(outputs.detach().argmax(1), labels).sum().item<std::int64_t>();
        samples += batch->samples();
        ++step;
        if (hooks.after)
            hooks.after(
                {step, steps, taskLoss, taskLoss + penalty, static_cast<double>(samples) / secondsSince(start)});
    }
    if (!outcome.interrupted && step < steps)
        return incompleteEpoch();
    if (!outcome.interrupted && compacts())
        compact();
    const double done = std::max(step, 1);
    outcome.taskLoss /= done;
    outcome.totalLoss /= done;
    for (double &loss : outcome.termLosses)
        loss /= done;
    outcome.quality = m_task.isReconstruction()
                          ? std::numeric_limits<double>::quiet_NaN()
                          : static_cast<double>(correct) / static_cast<double>(std::max<std::int64_t>(samples, 1));
    outcome.seconds = secondsSince(start);
    outcome.imagesPerSecond = static_cast<double>(samples) / std::max(outcome.seconds, 1e-9);
    return outcome;
}

std::vector<std::vector<double>> TorchTrainer::worth() const
{
    return m_decisionOptimizer ? worthOf(decisionsInTraining()) : m_network.importance();
}

/// Behind an epoch: channels that have been off long enough leave, with their share of everything.
void TorchTrainer::compact()
{
    const auto kept = m_narrowing.afterEpoch(m_network.masks(), m_setup.options.compact);
    if (!kept)
        return;
    m_narrowing.narrow(*kept, m_network.weights(), worth());
    takeOut(*kept);
}

void TorchTrainer::takeOut(const ChannelMasks &kept)
{
    const CompactionIndex index = compactionIndex(m_network.space(), kept);
    m_network = m_network.compacted(kept, index);
    m_network.decisions().mutable_grad() = at::zeros_like(m_network.decisions());
    m_complexity.emplace(m_network.space(), m_board, m_network.decisionLayout());
    m_weightOptimizer = m_weightOptimizer->taken(index.parameters, m_network.parameters(),
                                                 m_network.parameterGradient(), m_network.decayedCount());
    m_decisionOptimizer = m_decisionOptimizer->taken(index.decisions, m_network.decisions(),
                                                     m_network.decisions().grad(), m_network.decisions().numel());
}

Result<void> TorchTrainer::restore(const TrainerState &state)
{
    TrainerState trained{.arrays = {}, .counters = state.counters};
    WeightStore narrowing;
    for (const auto &[name, array] : state.arrays) {
        if (name.starts_with(kNarrowing))
            narrowing[name.substr(kNarrowing.size())] = array;
        else
            trained.arrays[name] = array;
    }
    if (compacts()) {
        if (const auto restored = m_narrowing.restore(narrowing); !restored.ok())
            return restored;
        if (m_narrowing.isNarrow())
            takeOut(m_narrowing.kept());
    }
    return writeTrainingState(trained, m_network, *m_weightOptimizer, m_decisionOptimizer.get());
}

Evaluation TorchTrainer::evaluate(Split split, const std::function<bool()> &stop)
{
    const at::NoGradGuard noGradient;
    BatchLoader loader(m_data, {.split = split, .batch = 250});
    double loss = 0;
    std::int64_t samples = 0;
    const auto meter = makeQualityMeter(*m_data, split);
    while (const Batch *batch = loader.next()) {
        if (stop && stop())
            break;
        const torch::Tensor inputs = inputsOf(*batch);
        const torch::Tensor outputs = m_network.forward(inputs, Mode::Evaluate).contiguous();
        loss += m_task.evaluate(outputs, inputs, labelsOf(*batch)).item<double>();
        meter->add({outputs.data_ptr<float>(), static_cast<std::size_t>(outputs.numel())}, *batch);
        samples += batch->samples();
    }
    if (samples < m_data->size(split) && !(stop && stop()))
        throw std::runtime_error(incompleteEpoch().message);
    const auto count = static_cast<double>(std::max<std::int64_t>(samples, 1));
    Quality quality = meter->result();
    return {loss / count, quality.value, std::move(quality.measures), std::move(quality.confusion)};
}

} // namespace

std::unique_ptr<Trainer> TorchTrainerFactory::create(const SearchSpace &space, const BoardSetup &setup,
                                                     std::uint64_t seed)
{
    return std::make_unique<TorchTrainer>(m_data, space, setup, seed);
}

void TorchTrainerFactory::prepareThread(int threads)
{
    at::set_num_threads(threads);
    at::globalContext().setFlushDenormal(true);
}

} // namespace dnas
