// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/phase_runner.h"

#include "core/search/checkpoint_choice.h"
#include "core/search/final_step.h"
#include "core/search/phase_checkpoint.h"
#include "core/search/steering.h"
#include "core/space/channel_masks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dnas {

namespace {

constexpr std::chrono::milliseconds kStepInterval{100};

class PhaseRunner {
public:
    PhaseRunner(RunContext &context, Trainer &trainer, const PhaseSetup &setup)
        : m_context(context)
        , m_trainer(trainer)
        , m_setup(setup)
        , m_searching(setup.phase == Phase::Search)
    {
    }

    Result<PhaseOutcome> run()
    {
        m_trainer.beginPhase(m_setup);
        if (const auto taken = takeUp(); !taken.ok())
            return taken.error();
        if (m_context.learningRate)
            m_trainer.setLearningRate(*m_context.learningRate);
        m_context.observer.onPhaseStarted({m_context.run, m_setup.phase, m_setup.epochs, m_trainer.stepsPerEpoch(),
                                           m_ended ? m_setup.epochs : m_epoch});
        bool interrupted = false;
        for (; !m_ended && m_epoch < m_setup.epochs; ++m_epoch) {
            refreshStrengths();
            const auto trained = m_trainer.trainEpoch(m_epoch, hooks());
            if (!trained.ok())
                return trained.error();
            interrupted = trained->interrupted;
            if (interrupted)
                break;
            Checkpoint now = checkpoint(); // a stop lets it end, so that the epoch is not lost
            interrupted = m_context.stop.aborted();
            if (interrupted)
                break;
            const Evaluation validation = now.validation;
            const bool improves = compete(std::move(now));
            m_ended = m_ended || m_epoch + 1 == m_setup.epochs;
            const EpochReport report = reportOf(*trained, validation);
            if (m_searching && m_context.guarantee)
                growViolated(m_context.terms, metricValues(m_trainer.masks()), m_epoch, m_setup.epochs);
            keep(report, improves);
        }
        // Targets may still change before the last step; a fork at the end of the search depends on it.
        if (m_searching && !interrupted && !m_context.stop.requested()) {
            if (const auto settled = isSettled(); !settled.ok())
                return settled.error();
            else
                steer(0, *settled ? Hears::WhatWasRecorded : Hears::Everything);
        }
        PhaseOutcome outcome{std::move(m_state.kept), m_context.stop.requested()};
        if (outcome.kept.weights.empty())
            outcome.kept = checkpoint();
        return outcome;
    }

private:
    enum class Hears { Everything, WhatWasRecorded };

    /// Whether the network that this search led to is being trained already: nothing may change it any more.
    Result<bool> isSettled() const
    {
        if (!m_context.checkpoints)
            return false;
        const auto later = m_context.checkpoints->latest(m_context.run, Phase::FineTune);
        if (!later.ok())
            return later.error();
        return later->has_value();
    }

    /// Goes on behind the newest checkpoint of this phase, if there is one.
    Result<void> takeUp()
    {
        auto taken = takeUpPhase(m_context, m_trainer, m_setup.phase);
        if (!taken.ok())
            return taken.error();
        if (!taken->has_value())
            return {};
        m_state = std::move((*taken)->state);
        m_ended = (*taken)->ended;
        m_epoch = m_state.epoch + 1;
        return {};
    }

    /// Whether the checkpoint is better than those before it. Ends the phase when patience does.
    bool compete(Checkpoint now)
    {
        const bool competes = m_epoch + 1 > m_setup.options.from * m_setup.epochs;
        const bool improves = isBetter(now, m_state.best);
        if (improves) {
            // Its figures are enough; an epoch of -1 is beaten by any.
            m_state.best = {.epoch = competes ? m_epoch : -1,
                            .masks = now.masks,
                            .validation = now.validation,
                            .violation = now.violation};
            m_state.withoutImprovement = 0;
        } else if (m_setup.options.patience > 0) {
            m_ended = ++m_state.withoutImprovement >= m_setup.options.patience;
        }
        if (improves || m_setup.options.keep == "last")
            m_state.kept = std::move(now);
        return improves;
    }

    /// The epoch into the history, and with it what is needed to go on behind it.
    void keep(const EpochReport &report, bool isBest)
    {
        if (!m_context.checkpoints) {
            m_context.observer.onEpoch(report);
            return;
        }
        m_state.epoch = m_epoch;
        RunCheckpoint checkpoint = phaseCheckpoint(m_context, m_trainer, m_state);
        checkpoint.phase = m_setup.phase;
        checkpoint.isBest = isBest;
        checkpoint.endsPhase = m_ended;
        m_context.checkpoints->keepEpoch(report, checkpoint);
    }

    void refreshStrengths()
    {
        if (!m_searching)
            return;
        m_strengths.clear();
        for (const ActiveTerm &term : m_context.terms)
            m_strengths.push_back(strengthAt(term, m_epoch, m_setup.epochs));
        m_trainer.setObjective(m_context.terms, m_strengths);
    }

    StepHooks hooks()
    {
        StepHooks hooks;
        hooks.before = [this](int step) {
            if (m_context.controls.paused())
                m_context.controls.waitWhilePaused();
            if (!m_context.stop.aborted())
                steer(step); // before a stop too: what was asked for in a pause is kept
            return !m_context.stop.requested();
        };
        hooks.after = [this](const StepValues &values) {
            const auto now = std::chrono::steady_clock::now();
            if (now - m_lastReport < kStepInterval && values.step < values.steps)
                return;
            m_lastReport = now;
            StepReport report{.run = m_context.run,
                              .phase = m_setup.phase,
                              .epoch = m_epoch,
                              .step = values.step,
                              .stepsPerEpoch = values.steps,
                              .taskLoss = values.taskLoss,
                              .totalLoss = values.totalLoss,
                              .imagesPerSecond = values.imagesPerSecond};
            if (m_searching)
                report.costs = costsNow();
            m_context.observer.onStep(report);
        };
        return hooks;
    }

    void steer(int step, Hears hears = Hears::Everything)
    {
        // What was recorded before was there first. A request may have changed several terms: it is applied once.
        int same = 0;
        for (const SteeringChanged &change : m_context.replay) {
            if (change.phase != m_setup.phase || change.epoch != m_epoch || change.step != step || same-- > 0)
                continue;
            same = apply({{}, change.key, change.newValue}, step) - 1;
        }
        if (hears == Hears::WhatWasRecorded)
            return;
        for (const SteeringRequest &request : m_context.controls.since(m_context.controlPosition, m_context.run)) {
            if (apply(request, step) == 0 && request.id != 0)
                m_context.observer.onNotice({"run " + std::to_string(m_context.run.value) + ": " + request.key +
                                             " has no effect in the " + phaseName(m_setup.phase)});
        }
    }

    /// Returns how many changes that made.
    int apply(const SteeringRequest &request, int step)
    {
        std::vector<SteeringChanged> changes;
        if (request.key == "learning_rate") {
            changes.push_back({.key = request.key, .oldValue = m_trainer.learningRate(), .newValue = request.value});
            m_trainer.setLearningRate(request.value);
            m_context.learningRate = request.value;
        } else if (m_searching) { // elsewhere they mean nothing; later runs still hear of them
            changes = steerTerms(m_context.terms, request, m_epoch, m_setup.epochs);
            if (m_context.guarantee && !m_state.best.masks.empty()) // it competes under the limits as they are now
                m_state.best.violation = worstViolation(m_context.terms, costsOf(m_state.best.masks));
            refreshStrengths();
        }
        for (SteeringChanged &change : changes) {
            change.run = m_context.run;
            change.phase = m_setup.phase;
            change.epoch = m_epoch;
            change.step = step;
            change.request = request.run ? request.id : 0; // what is meant for every run is not done with yet
            m_context.observer.onSteering(change);
        }
        return static_cast<int>(changes.size());
    }

    std::vector<double> metricValues(const ChannelMasks &masks) const
    {
        const auto widths = widthsOf(masks);
        SpaceCost::Values values;
        m_context.cost.evaluate(std::vector<double>(widths.begin(), widths.end()), values);
        return std::move(values.value);
    }

    /// Every metric of the network that the masks leave.
    std::map<std::string, double> costsOf(const ChannelMasks &masks) const
    {
        const std::vector<double> values = metricValues(masks);
        std::map<std::string, double> costs;
        for (std::size_t i = 0; i < values.size(); ++i)
            costs[m_context.cost.metrics()[i]] = values[i];
        return costs;
    }
    std::map<std::string, double> costsNow() const { return costsOf(m_trainer.masks()); }

    Checkpoint checkpoint()
    {
        Checkpoint now;
        now.epoch = m_epoch;
        now.validation = m_trainer.evaluate(Split::Validation, [this] { return m_context.stop.aborted(); });
        now.weights = m_trainer.weights();
        now.masks = m_trainer.masks();
        now.importance = m_trainer.importance();
        if (m_searching && m_context.guarantee)
            now.violation = worstViolation(m_context.terms, costsNow());
        return now;
    }

    EpochReport reportOf(const EpochOutcome &trained, const Evaluation &validation) const
    {
        EpochReport report{.run = m_context.run,
                           .phase = m_setup.phase,
                           .epoch = m_epoch,
                           .epochs = m_setup.epochs,
                           .taskLoss = trained.taskLoss,
                           .termLosses = m_searching ? trained.termLosses : std::vector<double>{},
                           .totalLoss = trained.totalLoss,
                           .trainQuality = trained.quality,
                           .validationLoss = validation.loss,
                           .quality = validation.quality,
                           .learningRate = trained.learningRate};
        if (m_searching) {
            report.strengths = m_strengths;
            for (const ActiveTerm &term : m_context.terms)
                report.targets.push_back(term.target);
            report.costs = costsNow();
        }
        report.widths = widthsOf(m_trainer.masks());
        report.seconds = trained.seconds;
        report.imagesPerSecond = trained.imagesPerSecond;
        return report;
    }

    RunContext &m_context;
    Trainer &m_trainer;
    const PhaseSetup &m_setup;
    bool m_searching;
    int m_epoch = 0;
    bool m_ended = false; ///< nothing is left to be trained
    PhaseState m_state;
    std::vector<double> m_strengths;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace

Result<PhaseOutcome> runPhase(RunContext &context, Trainer &trainer, const PhaseSetup &setup)
{
    return PhaseRunner(context, trainer, setup).run();
}

} // namespace dnas
