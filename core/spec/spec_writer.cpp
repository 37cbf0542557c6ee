// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SearchSpec → YAML with every default written out. Reading it again gives the same plan.
#include "core/base/numbers.h"
#include "core/spec/search_spec.h"
#include "core/spec/spec_text.h"

#include <sstream>

namespace dnas {

namespace {

std::string setting(const char *key, const std::string &value)
{
    return value.empty() ? std::string() : std::string(key) + ": " + yamlScalar(value) + "\n";
}

std::vector<std::string> numberTexts(const std::vector<double> &values)
{
    std::vector<std::string> texts;
    for (double value : values)
        texts.push_back(exactNumber(value));
    return texts;
}

std::string widthText(const WidthOptions &width)
{
    if (!width.search)
        return "false";
    std::vector<std::string> layers;
    for (const std::string &layer : width.exclude)
        layers.push_back(yamlScalar(layer));
    return "{granularity: " + std::to_string(width.granularity) + ", exclude: " + yamlList(layers) + "}";
}

std::string strengthText(const ObjectiveTerm &term)
{
    const std::string numbers = yamlListOrScalar(numberTexts(term.strengths));
    switch (term.strengthKind) {
    case StrengthKind::Auto:
        return "strength: auto, multiplier: " + numbers;
    case StrengthKind::Raw:
        return "strength_raw: " + numbers;
    case StrengthKind::Normalised:
        return "strength: " + numbers;
    }
    return {};
}

std::string termText(const ObjectiveTerm &term)
{
    std::string text = "{metric: " + term.metric;
    if (term.shape == TermShape::Minimise) {
        text += ", minimise: true";
    } else {
        std::vector<std::string> targets;
        for (const TargetValue &target : term.targets)
            targets.push_back(target.relative ? percentText(target.value) : exactNumber(target.value));
        text += ", target: " + yamlListOrScalar(targets) + ", shape: " + termShapeName(term.shape);
    }
    text += ", " + strengthText(term);
    return text + ", ramp: " + (ramps(term) ? "true" : "false") + "}";
}

std::string baselinesText(const Baselines &baselines)
{
    if (!baselines.any())
        return {};
    return std::string("baselines: {width_multiplier: ") + (baselines.widthMultiplier ? "true" : "false") +
           ", random_widths: " + std::to_string(baselines.randomWidths) +
           ", magnitude: " + (baselines.magnitude ? "true" : "false") + "}\n";
}

std::string indented(const std::string &text)
{
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);)
        result += "  " + line + "\n";
    return result;
}

} // namespace

std::string writeSpec(const SearchSpec &spec)
{
    std::string text = setting("benchmark", spec.benchmark) + setting("network", spec.network) +
                       setting("board", spec.board.empty() ? "generic" : spec.board) +
                       setting("runtime", spec.runtime) + setting("point", spec.point) +
                       "seed: " + std::to_string(spec.seed) + "\nthreads: " + std::to_string(spec.threads) +
                       "\nspace:\n  width: " + widthText(spec.width) + "\n";
    if (!spec.objective.empty()) {
        text += "objective:\n";
        for (const ObjectiveTerm &term : spec.objective)
            text += "  - " + termText(term) + "\n";
    }
    text += "phases: {warm_up: " + std::to_string(spec.phases.warmUp) +
            ", search: " + std::to_string(spec.phases.search) + ", fine_tune: " + std::to_string(spec.phases.fineTune) +
            "}\nguarantee: " + (spec.guarantee ? "true" : "false") + "\n";
    if (spec.recipe)
        text += "recipe:\n" + indented(writeRecipe(*spec.recipe));
    text += baselinesText(spec.baselines);
    return text + setting("weights", spec.weights) + (spec.keepAllCheckpoints ? "keep_checkpoints: all\n" : "");
}

} // namespace dnas
