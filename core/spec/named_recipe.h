// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recipes that a benchmark offers by name beside its usual one, with the lengths of their phases: `full` as papers have
// it, `short` for a first look. Values only.
#pragma once

#include "core/spec/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct NamedRecipe {
    std::string name;
    std::string source = {}; ///< whose settings these are, and what differs from them
    Recipe recipe;
    PhaseLengths phases = {};
};

/// A map of names to recipes; each lies over `defaults`, the benchmark's usual one. In the order of the file.
std::vector<NamedRecipe> readNamedRecipes(const YamlReader &node, const Recipe &defaults);

/// Null when there is none of that name.
const NamedRecipe *findRecipe(const std::vector<NamedRecipe> &recipes, std::string_view name);
/// One line that says which there are.
std::string unknownRecipe(const std::string &benchmark, const std::vector<NamedRecipe> &recipes,
                          const std::string &name);
/// Of those with this recipe and these phases the first; null when it is another.
const NamedRecipe *recipeLike(const std::vector<NamedRecipe> &recipes, const Recipe &recipe,
                              const PhaseLengths &phases);

} // namespace dnas
