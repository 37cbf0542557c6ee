// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the networks are trained, in the form of Setup: recipe, epochs, seed, baselines. See setup_form.h.
#include "app/window/pages/baseline_fields.h"
#include "app/window/pages/recipe_combo.h"
#include "app/window/pages/setup_form.h"

#include <QFormLayout>
#include <QSpinBox>

#include <limits>

namespace paretoscope {

void SetupForm::addTrainingRows(QFormLayout *form)
{
    m_recipe = new RecipeCombo(this);
    m_recipe->setObjectName(QStringLiteral("recipe"));
    connect(m_recipe, &RecipeCombo::chosen, this, &SetupForm::chooseRecipe);
    addField(form, tr("Rec&ipe"), m_recipe, "recipe");
    m_warmUp = epochs(QStringLiteral("warmUp"), tr("Plain training first, shared by all runs"));
    m_search = epochs(QStringLiteral("search"), tr("Weights and widths are trained together"));
    m_fineTune = epochs(QStringLiteral("fineTune"), tr("Training of the network that was found"));
    m_seed =
        spin(QStringLiteral("seed"), 0, std::numeric_limits<int>::max(), {}, tr("The same seed gives the same result"));
    m_threads = spin(QStringLiteral("threads"), 1, 256, {}, tr("Of each run; part of the result"));
    form->addRow(tr("&Warm-up"), m_warmUp);
    form->addRow(tr("&Search"), m_search);
    form->addRow(tr("&Fine-tuning"), m_fineTune);
    form->addRow(tr("R&andom seed"), m_seed);
    form->addRow(tr("T&hreads per run"), m_threads);
    m_baselines = new BaselineFields(this);
    connect(m_baselines, &BaselineFields::changed, this, &SetupForm::changed);
    addField(form, tr("Held against"), m_baselines, "baselines");
}

QSpinBox *SetupForm::epochs(const QString &name, const QString &toolTip)
{
    QSpinBox *box = spin(name, 0, 10000, {}, toolTip);
    const auto showUnit = [box](int number) {
        box->setSuffix(tr(" epochs", "behind a number", number));
    };
    connect(box, &QSpinBox::valueChanged, box, showUnit);
    showUnit(box->value());
    return box;
}

void SetupForm::chooseRecipe(const dnas::Recipe &recipe, const dnas::PhaseLengths &phases)
{
    m_chosenRecipe = recipe;
    {
        const QSignalBlocker quiet(this); // one change, not four
        setPhases(phases);
    }
    emit changed();
}

void SetupForm::setPhases(const dnas::PhaseLengths &phases)
{
    m_warmUp->setValue(phases.warmUp);
    m_search->setValue(phases.search);
    m_fineTune->setValue(phases.fineTune);
}

} // namespace paretoscope
