// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/sweep.h"

#include "core/base/joined.h"
#include "core/spec/run_label.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <set>

namespace dnas {

namespace {

constexpr std::size_t kMostRuns = 10000;

/// One list of the spec: the targets or the strengths of a term.
struct Axis {
    std::size_t term = 0;
    bool isTarget = false;
    std::size_t size = 1;
};

std::vector<Axis> axesOf(const std::vector<ObjectiveTerm> &terms)
{
    std::vector<Axis> axes;
    for (const bool isTarget : {true, false}) {
        for (std::size_t term = 0; term < terms.size(); ++term) {
            const std::size_t size = isTarget ? terms[term].targets.size() : terms[term].strengths.size();
            if (size > 0)
                axes.push_back({term, isTarget, size});
        }
    }
    return axes;
}

std::string axisLabel(const ObjectiveTerm &term, bool isTarget, std::size_t at)
{
    return isTarget ? targetLabel(term, term.targets[at]) : strengthLabel(term, term.strengths[at]);
}

bool hasUsualStrength(const ObjectiveTerm &term)
{
    return term.strengthKind == StrengthKind::Auto && term.strengths == std::vector<double>{1};
}

RunTerm resolveTerm(const ObjectiveTerm &term, double seedCost)
{
    RunTerm resolved;
    resolved.metric = term.metric;
    resolved.shape = term.shape;
    resolved.seedCost = seedCost;
    resolved.strengthKind = term.strengthKind;
    resolved.ramped = ramps(term);
    return resolved;
}

void applyAxis(const ObjectiveTerm &term, bool isTarget, std::size_t at, RunTerm &run)
{
    if (isTarget) {
        const TargetValue &target = term.targets[at];
        run.target = target.relative ? target.value * run.seedCost : target.value;
    } else {
        const double strength = term.strengths[at];
        run.strength = term.strengthKind == StrengthKind::Raw ? strength * run.seedCost : strength;
    }
}

/// As they stand in the spec.
std::vector<std::string> targetLabels(const SearchSpec &spec, const RunPlan &run)
{
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < run.terms.size(); ++i) {
        const RunTerm &term = run.terms[i];
        for (const TargetValue &target : spec.objective[i].targets) {
            const double value = target.relative ? target.value * term.seedCost : target.value;
            if (value == term.target) {
                labels.push_back(targetLabel(spec.objective[i], target));
                break;
            }
        }
    }
    return labels;
}

/// Strengths mean nothing to them: each combination of targets has them once.
void addBaselines(const SearchSpec &spec, std::vector<RunPlan> &runs)
{
    const std::vector<RunPlan> searches = spec.baselines.any() ? runs : std::vector<RunPlan>();
    std::set<std::vector<double>> seen;
    for (const RunPlan &search : searches) {
        if (!seen.insert(targetsOf(search)).second)
            continue;
        const auto add = [&](Method method, int draw) {
            RunPlan run = search;
            run.method = method;
            run.draw = draw;
            run.index = static_cast<int>(runs.size());
            run.label = baselineLabel(method, draw, targetLabels(spec, run));
            runs.push_back(std::move(run));
        };
        if (spec.baselines.widthMultiplier)
            add(Method::WidthMultiplier, 0);
        for (int draw = 1; draw <= spec.baselines.randomWidths; ++draw)
            add(Method::RandomWidths, draw);
        if (spec.baselines.magnitude)
            add(Method::Magnitude, 0);
    }
}

} // namespace

std::vector<double> targetsOf(const RunPlan &run)
{
    std::vector<double> targets;
    for (const RunTerm &term : run.terms)
        targets.push_back(term.target);
    return targets;
}

Result<std::vector<RunPlan>> expandSweep(const SearchSpec &spec, const CostSet &seedCost)
{
    const std::vector<Axis> axes = axesOf(spec.objective);
    std::size_t count = 1;
    for (const Axis &axis : axes) {
        if (axis.size > kMostRuns / count)
            return invalidInput("the lists of targets and strengths make more than " + std::to_string(kMostRuns) +
                                    " runs; shorten them",
                                {spec.file, spec.objective.front().line, "objective"});
        count *= axis.size;
    }
    const bool sweeps = count > 1;
    std::vector<RunPlan> runs;
    for (std::size_t index = 0; index < count; ++index) {
        RunPlan run;
        run.index = static_cast<int>(index);
        for (const ObjectiveTerm &term : spec.objective)
            run.terms.push_back(resolveTerm(term, seedCost.at(term.metric).value));
        std::vector<std::string> labels;
        std::size_t block = count;
        for (const Axis &axis : axes) {
            block /= axis.size;
            const std::size_t at = index / block % axis.size;
            const ObjectiveTerm &term = spec.objective[axis.term];
            applyAxis(term, axis.isTarget, at, run.terms[axis.term]);
            // A single run has nothing to be told apart from: it says all that somebody chose.
            if (axis.size > 1 || (!sweeps && (axis.isTarget || !hasUsualStrength(term))))
                labels.push_back(axisLabel(term, axis.isTarget, at));
        }
        run.label = labels.empty() ? "training" : joined(labels);
        runs.push_back(std::move(run));
    }
    const std::size_t beside = static_cast<std::size_t>(spec.baselines.randomWidths) + 2;
    if (spec.baselines.any() && runs.size() * (1 + beside) > kMostRuns)
        return invalidInput("with these baselines there may be more than " + std::to_string(kMostRuns) +
                                " runs; draw fewer or shorten the lists of targets",
                            {spec.file, 0, "baselines"});
    addBaselines(spec, runs);
    return runs;
}

} // namespace dnas
