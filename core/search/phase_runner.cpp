// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/phase_runner.h"

#include "core/search/final_step.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

/// A search checkpoint whose violations stay below this counts as on its targets; the last step closes the rest.
constexpr double kCloseEnough = 0.02;
constexpr std::chrono::milliseconds kStepInterval{100};

double worstViolation(const std::vector<ActiveTerm> &terms, const std::map<std::string, double> &costs)
{
    double worst = 0;
    for (const ActiveTerm &term : terms) {
        if (const auto found = costs.find(term.metric); found != costs.end())
            worst = std::max(worst, violationOf(term, found->second));
    }
    return worst;
}

/// On target first, then by validation quality; off target, by the violation.
bool isBetter(const Checkpoint &a, const Checkpoint &b)
{
    if (b.epoch < 0)
        return true;
    const bool aMeets = a.violation <= kCloseEnough;
    const bool bMeets = b.violation <= kCloseEnough;
    if (aMeets != bMeets)
        return aMeets;
    if (!aMeets && a.violation != b.violation)
        return a.violation < b.violation;
    if (a.validation.quality != b.validation.quality)
        return a.validation.quality > b.validation.quality;
    return a.validation.loss < b.validation.loss;
}

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
        if (m_context.learningRate)
            m_trainer.setLearningRate(*m_context.learningRate);
        m_context.observer.onPhaseStarted({m_context.run, m_setup.phase, m_setup.epochs, m_trainer.stepsPerEpoch()});
        PhaseOutcome outcome;
        Checkpoint best;
        int withoutImprovement = 0;
        for (m_epoch = 0; m_epoch < m_setup.epochs; ++m_epoch) {
            refreshStrengths();
            const auto trained = m_trainer.trainEpoch(m_epoch, hooks());
            if (!trained.ok())
                return trained.error();
            if (trained->interrupted)
                break;
            Checkpoint now = checkpoint();
            if (m_context.stop.requested())
                break;
            report(*trained, now.validation);
            if (m_searching && m_context.guarantee)
                growViolated(m_context.terms, metricValues(), m_epoch, m_setup.epochs);
            const bool competes = m_epoch + 1 > m_setup.options.from * m_setup.epochs;
            const bool improves = isBetter(now, best);
            if (improves) {
                // Its figures are enough; an epoch of -1 is beaten by any.
                best = {.epoch = competes ? m_epoch : -1, .validation = now.validation, .violation = now.violation};
                withoutImprovement = 0;
            }
            if (improves || m_setup.options.keep == "last")
                outcome.kept = std::move(now);
            if (!improves && m_setup.options.patience > 0 && ++withoutImprovement >= m_setup.options.patience)
                break;
        }
        outcome.interrupted = m_context.stop.requested();
        if (outcome.kept.weights.empty())
            outcome.kept = checkpoint();
        return outcome;
    }

private:
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
            if (m_context.stop.requested())
                return false;
            steer(step);
            return true;
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

    void steer(int step)
    {
        for (const SteeringRequest &request : m_context.controls.since(m_context.controlPosition, m_context.run))
            apply(request, step);
    }

    void apply(const SteeringRequest &request, int step)
    {
        SteeringChanged change{m_context.run, m_setup.phase, m_epoch, step, request.key, 0, request.value};
        if (request.key == "learning_rate") {
            change.oldValue = m_trainer.learningRate();
            m_trainer.setLearningRate(request.value);
            m_context.learningRate = request.value;
            m_context.observer.onSteering(change);
            return;
        }
        // Strengths and targets mean nothing to a phase without decisions; later runs still hear of them.
        if (!m_searching)
            return;
        const auto dot = request.key.find('.');
        const std::string what = request.key.substr(0, dot);
        const std::string metric = dot == std::string::npos ? "" : request.key.substr(dot + 1);
        for (ActiveTerm &term : m_context.terms) {
            if (term.metric != metric)
                continue;
            if (what == "strength") {
                change.oldValue = strengthAt(term, m_epoch, m_setup.epochs);
                term.strength = request.value;
                term.steered = true;
                term.growth = 1;
            } else if (what == "target" && term.shape != TermShape::Minimise) {
                change.oldValue = term.target;
                term.target = request.value;
            } else {
                continue;
            }
            m_context.observer.onSteering(change);
        }
        refreshStrengths();
    }

    std::vector<double> metricValues() const
    {
        const auto widths = widthsOf(m_trainer.masks());
        SpaceCost::Values values;
        m_context.cost.evaluate(std::vector<double>(widths.begin(), widths.end()), values);
        return std::move(values.value);
    }

    /// Every metric of the network as the masks are now.
    std::map<std::string, double> costsNow() const
    {
        const std::vector<double> values = metricValues();
        std::map<std::string, double> costs;
        for (std::size_t i = 0; i < values.size(); ++i)
            costs[m_context.cost.metrics()[i]] = values[i];
        return costs;
    }

    Checkpoint checkpoint()
    {
        Checkpoint now;
        now.epoch = m_epoch;
        now.validation = m_trainer.evaluate(Split::Validation, [this] { return m_context.stop.requested(); });
        now.weights = m_trainer.weights();
        now.masks = m_trainer.masks();
        now.importance = m_trainer.importance();
        if (m_searching && m_context.guarantee)
            now.violation = worstViolation(m_context.terms, costsNow());
        return now;
    }

    void report(const EpochOutcome &trained, const Evaluation &validation)
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
        m_context.observer.onEpoch(report);
    }

    RunContext &m_context;
    Trainer &m_trainer;
    const PhaseSetup &m_setup;
    bool m_searching;
    int m_epoch = 0;
    std::vector<double> m_strengths;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace

Result<PhaseOutcome> runPhase(RunContext &context, Trainer &trainer, const PhaseSetup &setup)
{
    return PhaseRunner(context, trainer, setup).run();
}

} // namespace dnas
