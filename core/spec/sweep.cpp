// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/sweep.h"

#include "core/base/joined.h"
#include "core/spec/spec_text.h"

#include <algorithm>

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

std::string targetLabel(const ObjectiveTerm &term, const TargetValue &target)
{
    if (target.relative)
        return term.metric + " " + shortNumber(target.value * 100) + " %";
    const MetricInfo *info = findMetric(term.metric);
    const bool isCount = info && info->unit.empty();
    return term.metric + " " + (isCount ? groupedNumber(target.value) : formatMetric(term.metric, target.value));
}

std::string strengthLabel(const ObjectiveTerm &term, double value)
{
    switch (term.strengthKind) {
    case StrengthKind::Auto:
        return term.metric + " auto ×" + shortNumber(value);
    case StrengthKind::Raw:
        return term.metric + " raw λ " + shortNumber(value);
    case StrengthKind::Normalised:
        return term.metric + " λ " + shortNumber(value);
    }
    return {};
}

std::string axisLabel(const ObjectiveTerm &term, bool isTarget, std::size_t at)
{
    return isTarget ? targetLabel(term, term.targets[at]) : strengthLabel(term, term.strengths[at]);
}

RunTerm resolveTerm(const ObjectiveTerm &term, double seedCost)
{
    RunTerm resolved;
    resolved.metric = term.metric;
    resolved.shape = term.shape;
    resolved.seedCost = seedCost;
    resolved.strengthKind = term.strengthKind;
    resolved.ramped = term.ramp.value_or(rampsByDefault(term));
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

} // namespace

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
            // A single run has nothing to be told apart from: it says all.
            if (axis.size > 1 || !sweeps)
                labels.push_back(axisLabel(term, axis.isTarget, at));
        }
        run.label = labels.empty() ? "training" : joined(labels);
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace dnas
