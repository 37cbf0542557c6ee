// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See term_values.h.
#include "app/window/pages/term_values.h"

#include <algorithm>

namespace paretoscope {

namespace {

/// A run that was read from a file has no plan; what kind of term it had stands in the study's spec.
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

} // namespace

TermValues termValues(const StudyDocument &document, const dnas::StudyRun &run,
                      const std::vector<dnas::EpochReport> &history, std::size_t term)
{
    TermValues values;
    values.isLimit = isLimitInSpec(document, run, term);
    bool hasReference = false;
    if (const dnas::RunPlan *plan = document.planOf(run.id); plan && term < plan->terms.size()) {
        const dnas::RunTerm &planned = plan->terms[term];
        values.target = planned.target;
        values.isLimit = planned.shape == dnas::TermShape::Hinge;
        if (planned.strengthKind != dnas::StrengthKind::Auto) {
            values.strength = planned.strength;
            if (planned.strength > 0) {
                values.reference = planned.strength;
                hasReference = true;
            }
        }
    }
    for (const dnas::EpochReport &epoch : history) {
        if (epoch.run != run.id || epoch.phase != dnas::Phase::Search)
            continue;
        if (term < epoch.strengths.size()) {
            values.strength = epoch.strengths[term];
            if (!hasReference && values.strength > 0) {
                values.reference = values.strength;
                hasReference = true;
            }
        }
        if (term < epoch.targets.size())
            values.target = epoch.targets[term];
    }
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

} // namespace paretoscope
