// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See strength_block.h.
#include "widgets/strength_block.h"

#include "core/hardware/metric.h"
#include "widgets/log_spin_box.h"
#include "widgets/objective_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr int kStepsPerDecade = 50;
constexpr int kDecades = 4; ///< to each side of factor 1

/// The reference that a factor multiplies; a run without strength yet counts from 1.
double referenceOf(const StrengthRow &row) { return row.reference > 0 ? row.reference : 1; }

} // namespace

StrengthBlock::StrengthBlock(const StrengthRow &row, QWidget *parent)
    : QFrame(parent)
    , m_row(row)
    , m_name(new QLabel(this))
    , m_factor(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_strength(new LogSpinBox(this))
    , m_targetLabel(new QLabel(this))
    , m_target(new QLineEdit(this))
{
    setProperty("card", true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_factor->setObjectName(QStringLiteral("factor"));
    m_factor->setProperty("muted", true);
    m_slider->setObjectName(QStringLiteral("slider"));
    m_slider->setRange(-kDecades * kStepsPerDecade, kDecades * kStepsPerDecade);
    m_slider->setSingleStep(kStepsPerDecade / 10);
    m_slider->setPageStep(kStepsPerDecade);
    m_slider->setTickInterval(kStepsPerDecade);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_strength->setObjectName(QStringLiteral("strength"));
    m_strength->setMinimumWidth(96);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setMinimumWidth(96);
    m_target->setMaximumWidth(130);
    m_target->setAlignment(Qt::AlignRight);
    m_targetLabel->setBuddy(m_target);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_factor, 0, 1, Qt::AlignRight);
    grid->addWidget(m_slider, 1, 0, 1, 2);
    auto *strengthLabel = new QLabel(tr("Strength"), this);
    strengthLabel->setBuddy(m_strength);
    grid->addWidget(strengthLabel, 2, 0);
    grid->addWidget(m_strength, 2, 1, Qt::AlignRight);
    grid->addWidget(m_targetLabel, 3, 0);
    grid->addWidget(m_target, 3, 1, Qt::AlignRight);
    grid->setColumnStretch(0, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_slider, &QSlider::valueChanged, this, &StrengthBlock::sliderMoved);
    connect(m_slider, &QSlider::sliderReleased, this, [this] { sliderMoved(m_slider->value()); });
    connect(m_strength, &QDoubleSpinBox::valueChanged, this, [this] { strengthTyped(); });
    connect(m_target, &QLineEdit::editingFinished, this, &StrengthBlock::targetTyped);
    setRow(row);
}

void StrengthBlock::setRow(const StrengthRow &row)
{
    m_row = row;
    setObjectName(QStringLiteral("strength.") + row.metric);
    const QString title = metricTitle(row.metric);
    setAccessibleName(title);
    m_name->setText(title);
    m_slider->setAccessibleName(tr("Strength of %1, factor of its start").arg(title));
    m_strength->setAccessibleName(tr("Normalised strength of %1").arg(title));
    m_target->setAccessibleName(tr("Target of %1").arg(title));
    m_targetLabel->setText(row.isLimit ? tr("At most") : tr("Close to"));
    m_targetLabel->setVisible(row.target.has_value());
    m_target->setVisible(row.target.has_value());
    showToolTips();
    showStrength();
    showTarget();
}

void StrengthBlock::showToolTips()
{
    // A disabled widget still shows its own: there it says why.
    const auto tip = [this](QWidget *widget, const QString &text) {
        widget->setToolTip(m_obstacle.isEmpty() ? text : m_obstacle);
    };
    tip(this, {});
    tip(m_slider, tr("Strength as a factor of its start, 0.0001 to 10 000; the middle is the start"));
    tip(m_strength, tr("Normalised strength: the weight of cost / seed cost in the loss"));
    QString reach;
    if (m_row.targetMost > m_row.targetLeast)
        reach = tr("Reachable: %1 to %2. With unit, e.g. 64 KiB, 20 ms, 40k, or 30% of the seed network")
                    .arg(QString::fromStdString(dnas::formatMetric(m_row.metric.toStdString(), m_row.targetLeast)),
                         QString::fromStdString(dnas::formatMetric(m_row.metric.toStdString(), m_row.targetMost)));
    tip(m_target, reach);
}

void StrengthBlock::setObstacle(const QString &reason)
{
    if (reason == m_obstacle)
        return;
    m_obstacle = reason;
    setEnabled(reason.isEmpty());
    setAccessibleDescription(reason);
    showToolTips();
}

void StrengthBlock::setStrength(double strength, double reference)
{
    // What the engine says must not tear a slider or a half-typed number out of the user's hand.
    if (m_slider->isSliderDown() || static_cast<LogSpinBox *>(m_strength)->isBeingEdited())
        return;
    m_row.strength = strength;
    m_row.reference = reference;
    showStrength();
}

void StrengthBlock::setTarget(double target)
{
    if (!m_row.target || (m_target->hasFocus() && m_target->isModified()))
        return;
    m_row.target = target;
    showTarget();
}

void StrengthBlock::showStrength()
{
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietSpin(m_strength);
    const double factor = m_row.strength / referenceOf(m_row);
    m_strength->setValue(m_row.strength);
    const double place = factor > 0 ? std::log10(factor) * kStepsPerDecade : m_slider->minimum();
    if (!m_slider->isSliderDown())
        m_slider->setValue(
            static_cast<int>(std::lround(std::clamp<double>(place, m_slider->minimum(), m_slider->maximum()))));
    m_factor->setText(factor > 0 ? QStringLiteral("× %1").arg(QString::number(factor, 'g', 3)) : tr("off"));
}

void StrengthBlock::showTarget()
{
    if (!m_row.target)
        return;
    m_target->setText(QString::fromStdString(dnas::formatMetric(m_row.metric.toStdString(), *m_row.target)));
    m_target->setModified(false);
}

void StrengthBlock::sliderMoved(int position)
{
    const double factor = std::pow(10.0, static_cast<double>(position) / kStepsPerDecade);
    const double strength = factor * referenceOf(m_row);
    m_row.strength = strength;
    showStrength();
    // A drag speaks once, at its end; keys and the wheel at once.
    if (!m_slider->isSliderDown())
        emit strengthEdited(strength);
}

void StrengthBlock::strengthTyped()
{
    if (m_strength->value() == m_row.strength)
        return;
    m_row.strength = m_strength->value();
    showStrength();
    emit strengthEdited(m_row.strength);
}

std::optional<double> StrengthBlock::readTarget()
{
    const std::string metric = m_row.metric.toStdString();
    const auto amount = [&](double value) {
        return QString::fromStdString(dnas::formatMetric(metric, value));
    };
    QString text = m_target->text().trimmed();
    std::optional<double> value;
    if (text.endsWith(QLatin1Char('%')) && m_row.seedCost > 0) {
        bool ok = false;
        const double share = text.chopped(1).trimmed().toDouble(&ok);
        if (ok)
            value = share / 100 * m_row.seedCost;
    } else if (const auto read = dnas::parseQuantity(text.toStdString(), metric); read.ok()) {
        value = *read;
    }
    const bool known = m_row.targetMost > m_row.targetLeast;
    if (!value || !(*value > 0))
        emit refused(tr("“%1” is no target of %2. One would be %3, or 30% of the seed network.")
                         .arg(text, metricTitle(m_row.metric), amount(m_row.target.value_or(1))));
    else if (known && *value < m_row.targetLeast)
        emit refused(tr("%1: %2 cannot be reached; the smallest network of this space has %3.")
                         .arg(metricTitle(m_row.metric), amount(*value), amount(m_row.targetLeast)));
    else if (known && !m_row.isLimit && *value > m_row.targetMost)
        emit refused(tr("%1: an aim of %2 lies above the seed network's %3.")
                         .arg(metricTitle(m_row.metric), amount(*value), amount(m_row.targetMost)));
    else
        return value;
    return {};
}

void StrengthBlock::targetTyped()
{
    if (!m_target->isModified() || !m_row.target)
        return;
    const std::optional<double> value = readTarget();
    if (!value) {
        showTarget(); // back to what holds
        return;
    }
    const bool other = *value != *m_row.target;
    m_row.target = *value;
    showTarget();
    if (other)
        emit targetEdited(*value);
}

} // namespace paretoscope
