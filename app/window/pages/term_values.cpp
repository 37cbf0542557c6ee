// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See term_values.h.
#include "app/window/pages/term_values.h"

#include <algorithm>

namespace paretoscope {

namespace {

/// Of a study from before outlines were kept: what kind of term it had stands in its spec.
bool isLimitInSpec(const StudyDocument &document, const dnas::StudyRun &run, std::size_t term)
{
    const auto &spec = document.snapshot().search;
    if (!spec)
        return true;
    const std::vector<dnas::ObjectiveTerm> &terms = spec->objective;
    const std::string &metric = run.termNames[term];
    const auto found = term < terms.size() && terms[term].metric == metric
                           ? terms.begin() + static_cast<std::ptrdiff_t>(term)
                           : std::find_if(terms.begin(), terms.end(),
                                          [&](const dnas::ObjectiveTerm &each) { return each.metric == metric; });
    return found == terms.end() || found->shape == dnas::TermShape::Hinge;
}

/// Its own strength: the most that its ramp and growth have come to before anybody changed it; 0: not known yet.
double ownStrength(const StudyDocument &document, const dnas::StudyRun &run,
                   const std::vector<dnas::EpochReport> &history, std::size_t term)
{
    const std::vector<dnas::SteeringChanged> changes = document.steering(run.id);
    const auto first = std::find_if(changes.begin(), changes.end(), [&](const dnas::SteeringChanged &change) {
        return change.key == "strength." + run.termNames[term];
    });
    double own = first == changes.end() ? 0 : first->oldValue;
    for (const dnas::EpochReport &epoch : history) {
        const bool isSearch = epoch.run == run.id && epoch.phase == dnas::Phase::Search;
        if (isSearch && term < epoch.strengths.size() && (first == changes.end() || epoch.epoch < first->epoch))
            own = std::max(own, epoch.strengths[term]);
    }
    return own;
}

} // namespace

TermValues termValues(const StudyDocument &document, const dnas::StudyRun &run,
                      const std::vector<dnas::EpochReport> &history, std::size_t term)
{
    TermValues values;
    values.reference = 0;
    if (!run.outline) {
        values.isLimit = isLimitInSpec(document, run, term);
    } else {
        const std::vector<dnas::RunTarget> &targets = run.outline->targets;
        const auto own = std::find_if(targets.begin(), targets.end(), [&](const dnas::RunTarget &target) {
            return static_cast<std::size_t>(target.term) == term;
        });
        values.isLimit = own != targets.end() && own->shape == dnas::TermShape::Hinge;
        if (own != targets.end())
            values.target = own->now();
    }
    if (const dnas::RunPlan *plan = document.planOf(run.id); plan && term < plan->terms.size()) {
        const dnas::RunTerm &planned = plan->terms[term];
        values.target = planned.target;
        values.isLimit = planned.shape == dnas::TermShape::Hinge;
        if (planned.strengthKind != dnas::StrengthKind::Auto) {
            values.strength = planned.strength;
            values.reference = planned.strength;
        }
    }
    for (const dnas::EpochReport &epoch : history) {
        if (epoch.run != run.id || epoch.phase != dnas::Phase::Search)
            continue;
        if (term < epoch.strengths.size()) {
            values.strength = epoch.strengths[term];
        }
        if (term < epoch.targets.size())
            values.target = epoch.targets[term];
    }
    if (values.reference <= 0)
        values.reference = ownStrength(document, run, history, term);
    if (values.reference <= 0)
        values.reference = 1;
    // A change that came after the last epoch counts already.
    const std::string &metric = run.termNames[term];
    for (const dnas::SteeringChanged &change : document.steering(run.id)) {
        if (!history.empty() && history.back().run == run.id && history.back().phase == change.phase &&
            change.epoch <= history.back().epoch)
            continue;
        if (change.key == "strength." + metric)
            values.strength = change.newValue;
        else if (change.key == "target." + metric)
            values.target = change.newValue;
    }
    return values;
}

double peakRate(const StudyDocument &document, dnas::Phase phase, const dnas::StudyRun &run)
{
    const auto plan = document.plan();
    double rate = 0;
    if (plan) {
        const dnas::Recipe &recipe = plan->recipe;
        const dnas::PhaseOptions &options = phase == dnas::Phase::WarmUp   ? recipe.warmUp
                                            : phase == dnas::Phase::Search ? recipe.search
                                                                           : recipe.fineTune;
        rate = options.weights.learningRate;
    }
    for (const dnas::SteeringChanged &change : document.steering(run.id))
        if (change.key == "learning_rate")
            rate = change.newValue;
    return rate;
}

} // namespace paretoscope
