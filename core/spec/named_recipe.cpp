// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See named_recipe.h.
#include "core/spec/named_recipe.h"

#include "core/base/joined.h"
#include "core/spec/checked_reading.h"

#include <algorithm>

namespace dnas {

std::vector<NamedRecipe> readNamedRecipes(const YamlReader &node, const Recipe &defaults)
{
    std::vector<NamedRecipe> recipes;
    if (!requireMap(node, "{short: {phases: {warm_up: 5, search: 5, fine_tune: 3}}}"))
        return recipes;
    for (const std::string &name : node.keys()) {
        const YamlReader child = node.child(name.c_str());
        NamedRecipe named{.name = name, .recipe = readRecipe(child, defaults, {"source", "phases"})};
        if (child.isMap()) {
            named.source = child.text("source", "");
            if (child.has("phases"))
                named.phases = readPhaseLengths(child.child("phases"), {});
        }
        recipes.push_back(std::move(named));
    }
    return recipes;
}

const NamedRecipe *findRecipe(const std::vector<NamedRecipe> &recipes, std::string_view name)
{
    const auto found =
        std::find_if(recipes.begin(), recipes.end(), [&](const NamedRecipe &recipe) { return recipe.name == name; });
    return found == recipes.end() ? nullptr : &*found;
}

std::string unknownRecipe(const std::string &benchmark, const std::vector<NamedRecipe> &recipes,
                          const std::string &name)
{
    if (recipes.empty())
        return "benchmark " + benchmark + " has no recipes with names (key recipes); give settings such as {batch: 64}";
    return "benchmark " + benchmark + " has no recipe \"" + name +
           "\"; choose one of: " + joined(recipes, [](const NamedRecipe &recipe) { return recipe.name; });
}

const NamedRecipe *recipeLike(const std::vector<NamedRecipe> &recipes, const Recipe &recipe, const PhaseLengths &phases)
{
    const std::string text = writeRecipe(recipe);
    const auto found = std::find_if(recipes.begin(), recipes.end(), [&](const NamedRecipe &named) {
        return named.phases == phases && writeRecipe(named.recipe) == text;
    });
    return found == recipes.end() ? nullptr : &*found;
}

} // namespace dnas
