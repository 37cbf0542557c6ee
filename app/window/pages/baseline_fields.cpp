// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See baseline_fields.h.
#include "app/window/pages/baseline_fields.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace paretoscope {

BaselineFields::BaselineFields(QWidget *parent)
    : QWidget(parent)
{
    m_widthMultiplier = new QCheckBox(tr("Width multi&plier"), this);
    m_widthMultiplier->setObjectName(QStringLiteral("widthMultiplier"));
    m_widthMultiplier->setToolTip(tr("The widest network whose layers all keep the same share of their channels"));
    m_magnitude = new QCheckBox(tr("&Magnitude pruning"), this);
    m_magnitude->setObjectName(QStringLiteral("magnitude"));
    m_magnitude->setToolTip(tr("The network of the warm-up without its channels of least weight, trained on"));
    m_randomWidths = new QSpinBox(this);
    m_randomWidths->setObjectName(QStringLiteral("randomWidths"));
    m_randomWidths->setRange(0, dnas::Baselines::kMostDraws);
    m_randomWidths->setToolTip(tr("Networks of random widths inside the targets, drawn this many times"));
    auto *random = new QLabel(tr("Random &widths"), this);
    random->setBuddy(m_randomWidths);

    auto *draws = new QHBoxLayout;
    draws->addWidget(random);
    draws->addWidget(m_randomWidths);
    draws->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_widthMultiplier);
    layout->addWidget(m_magnitude);
    layout->addLayout(draws);
    connect(m_widthMultiplier, &QCheckBox::toggled, this, &BaselineFields::changed);
    connect(m_magnitude, &QCheckBox::toggled, this, &BaselineFields::changed);
    connect(m_randomWidths, &QSpinBox::valueChanged, this, &BaselineFields::changed);
}

void BaselineFields::setBaselines(const dnas::Baselines &baselines)
{
    m_widthMultiplier->setChecked(baselines.widthMultiplier);
    m_magnitude->setChecked(baselines.magnitude);
    m_randomWidths->setValue(baselines.randomWidths);
}

dnas::Baselines BaselineFields::baselines() const
{
    return {.widthMultiplier = m_widthMultiplier->isChecked(),
            .randomWidths = m_randomWidths->value(),
            .magnitude = m_magnitude->isChecked()};
}

} // namespace paretoscope
