// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/objective_reader.h"

#include "core/base/joined.h"
#include "core/spec/checked_reading.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

constexpr NumberRange kStrength{.most = 1e12};
constexpr NumberRange kMultiplier{.most = 1e9, .leastExcluded = true};

std::string metricNames() { return joined(allMetrics(), &MetricInfo::name); }

/// The elements under `key`; none and twice the same are errors.
std::vector<double> readNumbers(const YamlReader &node, const char *key, const NumberRange &range)
{
    std::vector<double> values;
    for (const YamlReader &element : node.child(key).elements()) {
        const double value = elementIn(element, range);
        if (std::find(values.begin(), values.end(), value) != values.end())
            element.fail(shortNumber(value) + " stands here twice; keep one");
        values.push_back(value);
    }
    if (values.empty())
        node.fail("is empty; give a number or a list of numbers", key);
    return values;
}

TargetValue readTarget(const YamlReader &element, const std::string &metric)
{
    const std::string text = element.asText();
    TargetValue target;
    if (const std::optional<double> share = parsePercent(text)) {
        target = {*share, true};
    } else if (!metric.empty() && !text.empty()) {
        const Result<double> value = parseQuantity(text, metric);
        if (!value.ok()) {
            element.fail(value.error().message);
            return target;
        }
        target = {*value, false};
    }
    if (!std::isfinite(target.value) || target.value <= 0)
        element.fail("a target must be greater than 0, but is " + (text.empty() ? "empty" : text));
    return target;
}

void readTargets(const YamlReader &node, ObjectiveTerm &term)
{
    for (const YamlReader &element : node.child("target").elements()) {
        const TargetValue target = readTarget(element, term.metric);
        const auto same = [&](const TargetValue &other) {
            return other.value == target.value && other.relative == target.relative;
        };
        if (std::any_of(term.targets.begin(), term.targets.end(), same))
            element.fail(element.asText() + " stands here twice; keep one");
        term.targets.push_back(target);
    }
    if (term.targets.empty())
        node.fail("is empty; give a target or a list, such as [75%, 50%]", "target");
    term.shape =
        choiceOf(node, "shape", "hinge", {"absolute", "hinge"}) == "absolute" ? TermShape::Absolute : TermShape::Hinge;
}

bool saysAuto(const YamlReader &strength) { return strength.isScalar() && strength.asText() == "auto"; }

void readStrength(const YamlReader &node, ObjectiveTerm &term)
{
    if (node.has("strength") && node.has("strength_raw"))
        node.fail("give either strength or strength_raw, not both", "strength_raw");
    const bool isAuto = node.has("strength") ? saysAuto(node.child("strength")) : !node.has("strength_raw");
    if (node.has("multiplier") && !isAuto)
        node.fail("belongs to strength: auto; multiply the strength itself instead", "multiplier");
    if (isAuto) {
        if (term.shape == TermShape::Minimise)
            node.fail("a minimised metric needs a number, such as strength: 0.1 (auto follows from a target)",
                      "strength");
        term.strengthKind = StrengthKind::Auto;
        term.strengths = {1};
        if (node.has("multiplier"))
            term.strengths = readNumbers(node, "multiplier", kMultiplier);
    } else if (node.has("strength_raw")) {
        term.strengthKind = StrengthKind::Raw;
        term.strengths = readNumbers(node, "strength_raw", kStrength);
    } else {
        term.strengthKind = StrengthKind::Normalised;
        term.strengths = readNumbers(node, "strength", kStrength);
    }
}

ObjectiveTerm readTerm(const YamlReader &node)
{
    ObjectiveTerm term;
    term.line = node.place().line;
    if (!requireMap(node, "{metric: weights, target: 50%}"))
        return term;
    node.allowOnly({"metric", "target", "shape", "minimise", "strength", "strength_raw", "multiplier", "ramp"});
    const std::string name = node.text("metric");
    if (const MetricInfo *metric = findMetric(name)) {
        term.metric = metric->name;
        term.line = node.place("metric").line;
    } else if (node.has("metric")) {
        node.fail("there is no metric \"" + name + "\"; choose one of: " + metricNames(), "metric");
    }
    const bool minimise = node.flag("minimise", false);
    if (minimise && node.has("target"))
        node.fail("a term is either minimised or has a target; remove one of the two", "minimise");
    if (minimise && node.has("shape"))
        node.fail("a minimised metric has no target and so no shape; remove it", "shape");
    if (!minimise && !node.has("target"))
        node.fail("needs a target (target: 50%) or minimise: true", "target");
    if (minimise)
        term.shape = TermShape::Minimise;
    else if (node.has("target"))
        readTargets(node, term);
    readStrength(node, term);
    if (node.has("ramp"))
        term.ramp = node.flag("ramp", ramps(term));
    return term;
}

} // namespace

std::vector<ObjectiveTerm> readObjective(const YamlReader &node)
{
    std::vector<ObjectiveTerm> terms;
    for (const YamlReader &element : node.elements()) {
        ObjectiveTerm term = readTerm(element);
        const auto same = [&](const ObjectiveTerm &other) {
            return !term.metric.empty() && other.metric == term.metric && other.shape == term.shape;
        };
        if (std::any_of(terms.begin(), terms.end(), same))
            element.fail(term.metric + " already has a term of the shape " + termShapeName(term.shape) +
                             "; put several targets or strengths into a list",
                         "metric");
        terms.push_back(std::move(term));
    }
    return terms;
}

} // namespace dnas
