// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See recipe_fit.h.
#include "core/spec/recipe_fit.h"

#include "core/base/yaml_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dnas {

namespace {

bool isForSounds(const Augmentation &step)
{
    static constexpr std::array<std::string_view, 3> kSounds{"time_shift", "noise", "spec_augment"};
    return std::find(kSounds.begin(), kSounds.end(), step.kind) != kSounds.end();
}

} // namespace

void requireFit(const YamlReader &node, const Recipe &recipe, const Benchmark &benchmark)
{
    if (!isReconstruction(benchmark) && recipe.loss == "mse")
        node.fail("mse is for networks that give back their input (format machine_sounds); choose cross_entropy",
                  "loss");
    if (isReconstruction(benchmark) && recipe.loss != "mse")
        node.fail("must be mse: networks for machine_sounds give back their input", "loss");
    const bool sounds = kindOf(benchmark.data) == DataKind::Sounds;
    for (const Augmentation &step : recipe.augment) {
        if (isForSounds(step) != sounds)
            node.fail(step.kind + (sounds ? " is for pictures; sounds have time_shift, noise and spec_augment"
                                          : " is for sounds; pictures have crop, flip, rotate, shift and zoom"),
                      "augment");
    }
    if (recipe.copies > 0 && !sounds)
        node.fail("is for sounds, whose features are slow to compute; remove it", "copies");
}

} // namespace dnas
