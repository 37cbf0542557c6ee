// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/plan_key.h"

#include "core/base/files.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <cstdio>

namespace dnas {

namespace {

/// Parts with their lengths, so that no two different lists of parts give the same text.
class Identity {
public:
    explicit Identity(std::string title)
        : m_text(std::move(title))
    {
    }
    void add(const char *name, const std::string &value)
    {
        m_text += "\n" + std::string(name) + " " + std::to_string(value.size()) + "\n" + value;
    }
    void add(const char *name, double value)
    {
        char buffer[40];
        std::snprintf(buffer, sizeof buffer, "%.17g", value);
        add(name, std::string(buffer));
    }
    std::string hash() const { return sha256(m_text); }

private:
    std::string m_text;
};

void addWidth(Identity &identity, const WidthOptions &width)
{
    std::vector<std::string> exclude = width.exclude; // a set: order and repetition mean nothing
    std::sort(exclude.begin(), exclude.end());
    exclude.erase(std::unique(exclude.begin(), exclude.end()), exclude.end());
    identity.add("width", width.search ? 1 : 0);
    identity.add("granularity", width.granularity);
    for (const std::string &layer : exclude)
        identity.add("exclude", layer);
}

/// What a warm-up and a run have in common.
void addCommon(Identity &identity, const SearchPlan &plan, const PlanTexts &texts)
{
    identity.add("benchmark", withoutBlock(plan.benchmark.text, "fetch")); // where data come from decides nothing
    identity.add("network", plan.networkText);
    identity.add("start weights", texts.startWeights);
    identity.add("seed", std::to_string(plan.spec.seed));
    identity.add("threads", plan.spec.threads);
    addWidth(identity, plan.spec.width);
    identity.add("warm-up epochs", plan.spec.phases.warmUp);
}

/// Normalised and raw strengths that mean the same give the same result, and so the same key.
const char *kindText(StrengthKind kind) { return kind == StrengthKind::Auto ? "auto" : "fixed"; }

void addSetup(Identity &identity, const SearchPlan &plan)
{
    identity.add("board", plan.boardText);
    identity.add("runtime", plan.setup.runtime.name);
    identity.add("point", plan.setup.point.name);
}

/// Of a baseline only what it comes to counts: no strengths, no recipe of the search.
std::string baselineKey(const SearchPlan &plan, const PlanTexts &texts, const RunPlan &run)
{
    Identity identity("paretoscope baseline 1");
    addCommon(identity, plan, texts);
    Recipe recipe = plan.recipe;
    recipe.search = {};
    identity.add("recipe", writeRecipe(recipe));
    identity.add("epochs", plan.spec.phases.search + plan.spec.phases.fineTune);
    addSetup(identity, plan);
    identity.add("method", std::string(methodName(run.method)));
    identity.add("draw", run.draw);
    for (const RunTerm &term : run.terms) {
        if (term.shape == TermShape::Minimise)
            continue;
        identity.add("metric", term.metric);
        identity.add("target", term.target);
    }
    return identity.hash();
}

} // namespace

std::string seedRunKey(const SearchPlan &plan)
{
    const PhaseLengths &phases = plan.spec.phases;
    return sha256("seed network\n" + plan.warmUpKey + "\n" + writeRecipe(plan.recipe) + "\n" +
                  std::to_string(phases.search + phases.fineTune));
}

std::string warmUpKey(const SearchPlan &plan, const PlanTexts &texts)
{
    Identity identity("paretoscope warm-up 1");
    addCommon(identity, plan, texts);
    Recipe recipe = plan.recipe;
    recipe.search = {};
    recipe.fineTune = {};
    identity.add("recipe", writeRecipe(recipe));
    return identity.hash();
}

std::string runKey(const SearchPlan &plan, const PlanTexts &texts, const RunPlan &run)
{
    if (run.method != Method::Search)
        return baselineKey(plan, texts, run);
    Identity identity("paretoscope run 1");
    addCommon(identity, plan, texts);
    identity.add("recipe", writeRecipe(plan.recipe));
    identity.add("search epochs", plan.spec.phases.search);
    identity.add("fine-tune epochs", plan.spec.phases.fineTune);
    addSetup(identity, plan);
    bool limited = false;
    bool targeted = false;
    for (const RunTerm &term : run.terms) {
        identity.add("metric", term.metric);
        identity.add("shape", std::string(termShapeName(term.shape)));
        identity.add("target", term.target);
        identity.add("kind", std::string(kindText(term.strengthKind)));
        identity.add("strength", term.strength);
        // What came later counts only where it changes something, so that earlier studies keep their keys.
        if (term.ramped != rampsByDefault(term.shape, term.strengthKind))
            identity.add("ramped", term.ramped ? 1 : 0);
        limited = limited || term.shape == TermShape::Hinge;
        targeted = targeted || term.shape != TermShape::Minimise;
    }
    if (limited || !plan.spec.guarantee)
        identity.add("guarantee", plan.spec.guarantee ? 1 : 0);
    if (targeted && plan.spec.guarantee)
        identity.add("way down", 1);
    return identity.hash();
}

} // namespace dnas
