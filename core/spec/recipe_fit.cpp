// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See recipe_fit.h.
#include "core/spec/recipe_fit.h"

#include "core/base/yaml_reader.h"
#include "core/spec/augmentation_kinds.h"

namespace dnas {

void requireFit(const YamlReader &node, const Recipe &recipe, const Benchmark &benchmark)
{
    if (!isReconstruction(benchmark) && recipe.loss == "mse")
        node.fail("mse is for networks that give back their input (format machine_sounds); choose cross_entropy",
                  "loss");
    if (isReconstruction(benchmark) && recipe.loss != "mse")
        node.fail("must be mse: networks for machine_sounds give back their input", "loss");
    for (const Augmentation &step : recipe.augment) {
        if (const std::string why = unsuitedAugmentation(step, kindOf(benchmark.data)); !why.empty())
            node.fail(why, "augment");
    }
    if (recipe.copies > 0 && kindOf(benchmark.data) != DataKind::Sounds)
        node.fail("is for sounds, whose features are slow to compute; remove it", "copies");
}

} // namespace dnas
