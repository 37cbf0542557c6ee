// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See recipe_combo.h.
#include "app/window/pages/recipe_combo.h"

#include "app/window/text.h"

#include <algorithm>

namespace paretoscope {

RecipeCombo::RecipeCombo(QWidget *parent)
    : QComboBox(parent)
{
    setSizePolicy(QSizePolicy::Expanding, sizePolicy().verticalPolicy()); // its texts come later than its size
    setToolTip(tr("How it is trained; choosing one sets the epochs below, too"));
    setEnabled(false); // until a benchmark is known
    connect(this, &QComboBox::activated, this, [this](int index) {
        const auto number = static_cast<std::size_t>(index);
        if (index == 0)
            emit chosen(m_usual, {});
        else if (number <= m_named.size())
            emit chosen(m_named[number - 1].recipe, m_named[number - 1].phases);
    });
}

void RecipeCombo::setRecipes(const dnas::Benchmark &benchmark, const dnas::Recipe &recipe,
                             const dnas::PhaseLengths &phases)
{
    const int before = m_benchmark == benchmark.name ? currentIndex() : -1;
    m_benchmark = benchmark.name;
    m_usual = benchmark.recipe;
    m_named = benchmark.recipes;
    clear();
    addItem(tr("the benchmark's usual one"));
    for (const dnas::NamedRecipe &named : m_named) {
        addItem(toText(named.name), toText(named.name));
        setItemData(count() - 1, toText(named.source), Qt::ToolTipRole);
    }
    // With edited epochs it is still the recipe that was chosen; with those of another one it is that.
    const auto number = static_cast<std::size_t>(before);
    if (!dnas::recipeLike(m_named, recipe, phases) && phases != dnas::PhaseLengths{} && before > 0 &&
        number <= m_named.size() && writeRecipe(m_named[number - 1].recipe) == writeRecipe(recipe)) {
        setCurrentIndex(before);
    } else {
        const int index = indexLike(recipe, phases);
        if (index < 0)
            addItem(tr("as the spec has it"));
        setCurrentIndex(index < 0 ? count() - 1 : index);
    }
    setEnabled(count() > 1);
}

int RecipeCombo::indexLike(const dnas::Recipe &recipe, const dnas::PhaseLengths &phases) const
{
    if (const dnas::NamedRecipe *like = dnas::recipeLike(m_named, recipe, phases))
        return static_cast<int>(like - m_named.data()) + 1;
    const std::string text = writeRecipe(recipe);
    if (text == writeRecipe(m_usual))
        return 0;
    const auto same = std::find_if(m_named.begin(), m_named.end(),
                                   [&](const dnas::NamedRecipe &named) { return writeRecipe(named.recipe) == text; });
    return same == m_named.end() ? -1 : static_cast<int>(same - m_named.begin()) + 1;
}

} // namespace paretoscope
