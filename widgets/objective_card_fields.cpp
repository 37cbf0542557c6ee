// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fields of an objective card: built, named, connected.
#include "widgets/objective_card.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>

namespace paretoscope {

namespace {

constexpr int kSliderSteps = 1000;

} // namespace

ObjectiveCard::ObjectiveCard(const std::vector<MetricRange> &metrics, QWidget *parent)
    : QFrame(parent)
    , m_metric(new QComboBox(this))
    , m_mode(new QComboBox(this))
    , m_remove(new QToolButton(this))
    , m_targetLine(new QWidget(this))
    , m_slider(new QSlider(Qt::Horizontal, m_targetLine))
    , m_target(new QDoubleSpinBox(m_targetLine))
    , m_unit(new QComboBox(m_targetLine))
    , m_furtherLabel(new QLabel(tr("Also"), this))
    , m_further(new QLineEdit(this))
    , m_strengthLabel(new QLabel(tr("Strength"), this))
    , m_strength(new QLineEdit(this))
    , m_verdict(new QLabel(this))
{
    setProperty("card", true);
    m_metric->setObjectName(QStringLiteral("metric"));
    m_metric->setAccessibleName(tr("Metric"));
    m_mode->setObjectName(QStringLiteral("mode"));
    m_mode->setAccessibleName(tr("Kind of target"));
    m_mode->addItem(tr("at most"), static_cast<int>(dnas::TermShape::Hinge));
    m_mode->addItem(tr("close to"), static_cast<int>(dnas::TermShape::Absolute));
    m_mode->addItem(tr("minimised"), static_cast<int>(dnas::TermShape::Minimise));
    m_mode->setItemData(0, tr("A limit: candidates above it are infeasible"), Qt::ToolTipRole);
    m_mode->setItemData(1, tr("An aim, from both sides: missing it makes no candidate infeasible"), Qt::ToolTipRole);
    m_mode->setItemData(2, tr("As small as the strength makes it"), Qt::ToolTipRole);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setText(QStringLiteral("✕"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_remove->setToolTip(tr("Remove this term"));
    m_slider->setObjectName(QStringLiteral("slider"));
    m_slider->setRange(0, kSliderSteps);
    m_slider->setPageStep(kSliderSteps / 20);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setLocale(QLocale::c());
    m_target->setRange(0, 1e12);
    m_target->setKeyboardTracking(true);
    m_target->setMinimumWidth(86);
    m_target->setMaximumWidth(104);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->setAccessibleName(tr("Unit of the target"));
    m_further->setObjectName(QStringLiteral("further"));
    m_further->setAccessibleName(tr("Further targets"));
    m_further->setPlaceholderText(tr("e.g. 25, 75"));
    m_further->setToolTip(
        tr("Further targets, separated by commas: one run for each. Without a unit they are in that of the first; "
           "shares and amounts may stand side by side: 75 %, 40 KiB"));
    m_strength->setObjectName(QStringLiteral("strength"));
    m_strength->setAccessibleName(tr("Strength"));
    m_strength->setPlaceholderText(QStringLiteral("auto"));
    m_strength->setToolTip(tr("auto, a normalised strength, or a list for a sweep: 0, 0.1, 1\nauto × 2 doubles the "
                              "automatic strength; raw 1e-6 multiplies the bare cost"));
    m_furtherLabel->setBuddy(m_further);
    m_strengthLabel->setBuddy(m_strength);
    m_furtherLabel->setProperty("muted", true);
    m_strengthLabel->setProperty("muted", true);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->hide();

    auto *targetLine = new QHBoxLayout(m_targetLine);
    targetLine->setContentsMargins(0, 0, 0, 0);
    targetLine->addWidget(m_slider, 1);
    targetLine->addWidget(m_target);
    targetLine->addWidget(m_unit);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(m_metric, 1);
    head->addWidget(m_mode);
    head->addWidget(m_remove);
    grid->addLayout(head, 0, 0, 1, 4);
    grid->addWidget(m_targetLine, 1, 0, 1, 4);
    grid->addWidget(m_strengthLabel, 2, 0);
    grid->addWidget(m_strength, 2, 1);
    grid->addWidget(m_furtherLabel, 2, 2);
    grid->addWidget(m_further, 2, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(m_verdict, 3, 0, 1, 4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connectEdits();
    setMetrics(metrics);
}

void ObjectiveCard::connectEdits()
{
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] { metricEdited(); });
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        if (m_showing)
            return;
        m_row.mode = static_cast<dnas::TermShape>(m_mode->currentData().toInt());
        showRow();
        edited();
    });
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] { unitEdited(); });
    connect(m_slider, &QSlider::valueChanged, this, &ObjectiveCard::sliderMoved);
    connect(m_target, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (m_showing)
            return;
        m_row.targets.front() = value * unitFactor();
        showSlider();
        edited();
    });
    connect(m_further, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_furtherValid = parseFurtherText(text, unitFactor(), m_row);
        markField(m_further, m_furtherValid);
        edited();
    });
    connect(m_strength, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_strengthValid = parseStrengthText(text.trimmed().isEmpty() ? QStringLiteral("auto") : text, m_row);
        markField(m_strength, m_strengthValid);
        edited();
    });
    connect(m_remove, &QToolButton::clicked, this, &ObjectiveCard::removeRequested);
}

} // namespace paretoscope
