// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See learning_rate_field.h.
#include "app/window/pages/learning_rate_field.h"

#include "core/spec/recipe.h"
#include "widgets/log_spin_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace paretoscope {

LearningRateField::LearningRateField(QWidget *parent)
    : QWidget(parent)
    , m_rate(new LogSpinBox(this))
{
    m_rate->setObjectName(QStringLiteral("learningRate"));
    m_rate->setRange(0, dnas::kMostLearningRate);
    m_rate->setMinimumWidth(96);
    auto *label = new QLabel(tr("L&earning rate (peak)"), this);
    label->setBuddy(m_rate);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(11, 0, 11, 0);
    layout->addWidget(label, 1);
    layout->addWidget(m_rate);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this](double rate) {
        if (rate > 0)
            emit rateChanged(rate);
    });
    setObstacle({});
}

void LearningRateField::setRate(double rate)
{
    if (m_rate->isBeingEdited())
        return;
    const QSignalBlocker quiet(m_rate);
    m_rate->setValue(rate);
}

void LearningRateField::setObstacle(const QString &reason)
{
    setEnabled(reason.isEmpty());
    m_rate->setToolTip(!reason.isEmpty() ? reason
                                         : tr("Of the weights: the peak of the schedule. What you say here holds for "
                                              "the phases to come too"));
}

} // namespace paretoscope
