// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A choice among the recipes that a benchmark offers: its usual one, those with names, and what a spec wrote itself.
#pragma once

#include "core/spec/benchmark.h"

#include <QComboBox>

namespace paretoscope {

class RecipeCombo : public QComboBox {
    Q_OBJECT

public:
    explicit RecipeCombo(QWidget *parent = nullptr);

    /// What there is to choose from, and the one that is like `recipe`. Emits nothing.
    void setRecipes(const dnas::Benchmark &benchmark, const dnas::Recipe &recipe, const dnas::PhaseLengths &phases);

signals:
    /// By the user. The usual recipe goes with the epochs of a spec that says nothing.
    void chosen(const dnas::Recipe &recipe, const dnas::PhaseLengths &phases);

private:
    int indexLike(const dnas::Recipe &recipe, const dnas::PhaseLengths &phases) const;

    std::string m_benchmark;
    dnas::Recipe m_usual;
    std::vector<dnas::NamedRecipe> m_named; ///< entries from 1 on
};

} // namespace paretoscope
