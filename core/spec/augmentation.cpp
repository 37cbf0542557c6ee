// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See augmentation.h.
#include "core/spec/augmentation.h"

#include "core/base/numbers.h"
#include "core/spec/checked_reading.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <optional>

namespace dnas {

namespace {

constexpr const char *kKnown =
    "known are flip, {crop: 4} (pixels of padding), {rotate: 15} (degrees), {shift: 10%} and {zoom: 10%} for "
    "pictures; {time_shift: 0.1} (seconds), {noise: {volume: 0.1, share: 80%}} and "
    "{spec_augment: {frames: 8, bands: 2}} for sounds";

Augmentation readNoise(const YamlReader &node)
{
    Augmentation step{.kind = "noise", .amount = 0.1, .second = 0.8};
    if (requireMap(node, "{volume: 0.1, share: 80%}")) {
        node.allowOnly({"volume", "share"});
        step.amount = numberIn(node, "volume", step.amount, {.most = 1, .leastExcluded = true});
        step.second = shareIn(node, "share", step.second, {.most = 1, .leastExcluded = true});
    }
    return step;
}

Augmentation readMasks(const YamlReader &node)
{
    Augmentation step{.kind = "spec_augment"};
    if (requireMap(node, "{frames: 8, bands: 2}")) {
        node.allowOnly({"frames", "bands"});
        step.amount = static_cast<double>(integerIn(node, "frames", 0, 0, 10000));
        step.second = static_cast<double>(integerIn(node, "bands", 0, 0, 10000));
        if (step.amount + step.second == 0)
            node.fail("blanks nothing; give frames, bands or both");
    }
    return step;
}

std::optional<Augmentation> readStep(const YamlReader &element)
{
    if (element.isScalar() && element.asText() == "flip")
        return Augmentation{"flip"};
    if (!element.isMap() || element.keys().size() != 1)
        return std::nullopt;
    const std::string kind = element.keys().front();
    if (kind == "crop")
        return Augmentation{kind, static_cast<double>(integerIn(element, "crop", 4, 1, 1024))};
    if (kind == "rotate")
        return Augmentation{kind, numberIn(element, "rotate", 15, {.most = 180, .leastExcluded = true})};
    if (kind == "shift" || kind == "zoom")
        return Augmentation{kind, shareIn(element, kind.c_str(), 0.1, {.most = 0.5, .leastExcluded = true})};
    if (kind == "time_shift")
        return Augmentation{kind, numberIn(element, "time_shift", 0.1, {.most = 3600, .leastExcluded = true})};
    if (kind == "noise")
        return readNoise(element.child("noise"));
    if (kind == "spec_augment")
        return readMasks(element.child("spec_augment"));
    return std::nullopt;
}

} // namespace

std::vector<Augmentation> readAugmentations(const YamlReader &node)
{
    std::vector<Augmentation> steps;
    for (const YamlReader &element : node.elements()) {
        auto step = readStep(element);
        if (!step) {
            element.fail(kKnown);
            continue;
        }
        if (std::any_of(steps.begin(), steps.end(),
                        [&](const Augmentation &other) { return other.kind == step->kind; }))
            element.fail(step->kind + " stands here twice; keep one");
        steps.push_back(std::move(*step));
    }
    return steps;
}

std::string writeAugmentations(const std::vector<Augmentation> &steps)
{
    std::vector<std::string> texts;
    for (const Augmentation &step : steps) {
        const std::string amount = exactNumber(step.amount);
        const std::string second = exactNumber(step.second);
        if (step.kind == "flip")
            texts.push_back(step.kind);
        else if (step.kind == "noise")
            texts.push_back("{noise: {volume: " + amount + ", share: " + second + "}}");
        else if (step.kind == "spec_augment")
            texts.push_back("{spec_augment: {frames: " + amount + ", bands: " + second + "}}");
        else
            texts.push_back("{" + step.kind + ": " + amount + "}");
    }
    return yamlList(texts);
}

} // namespace dnas
