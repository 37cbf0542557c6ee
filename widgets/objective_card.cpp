// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See objective_card.h. The row is the truth; the fields show it and write into it.
#include "widgets/objective_card.h"

#include "widgets/palette.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

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
    m_further->setToolTip(tr("Further targets in the same unit, separated by commas: one run for each"));
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
        const auto values = parseNumberList(text);
        m_furtherValid = values && std::all_of(values->begin(), values->end(), [](double v) { return v >= 0; });
        if (m_furtherValid) {
            m_row.targets.resize(1);
            for (const double value : *values)
                m_row.targets.push_back(value * unitFactor());
        }
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

void ObjectiveCard::edited()
{
    if (!m_showing)
        emit changed();
}

MetricRange ObjectiveCard::range() const
{
    const auto found = std::find_if(m_metrics.begin(), m_metrics.end(),
                                    [this](const MetricRange &metric) { return metric.metric == m_row.metric; });
    return found == m_metrics.end() ? MetricRange{m_row.metric, 0, 0, 0} : *found;
}

void ObjectiveCard::setMetrics(const std::vector<MetricRange> &metrics)
{
    m_metrics = metrics;
    showRow();
}

void ObjectiveCard::setRow(const ObjectiveRow &row)
{
    m_row = row;
    if (m_row.targets.empty())
        m_row.targets = {m_row.relative ? 0.5 : range().seed / 2};
    m_furtherValid = m_strengthValid = true;
    clearVerdict();
    showRow();
    const bool before = std::exchange(m_showing, true);
    m_strength->setText(strengthText(m_row));
    markField(m_strength, true);
    m_showing = before;
}

void ObjectiveCard::showRow()
{
    const bool before = std::exchange(m_showing, true);
    m_metric->clear();
    for (const MetricRange &metric : m_metrics)
        m_metric->addItem(metricTitle(metric.metric), metric.metric);
    // A metric that this board does not model stays visible until the user chooses another.
    if (m_metric->findData(m_row.metric) < 0)
        m_metric->addItem(metricTitle(m_row.metric), m_row.metric);
    m_metric->setCurrentIndex(m_metric->findData(m_row.metric));
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(m_row.mode)));
    const bool hasTarget = m_row.mode != dnas::TermShape::Minimise;
    m_targetLine->setVisible(hasTarget);
    m_further->setVisible(hasTarget);
    m_furtherLabel->setVisible(hasTarget);
    showUnits();
    showTarget();
    if (m_strength->text().isEmpty())
        m_strength->setText(strengthText(m_row));
    m_showing = before;
}

void ObjectiveCard::showUnits()
{
    const QString current = m_unit->currentText();
    m_units = targetUnits(m_row.metric);
    m_unit->clear();
    for (const TargetUnit &unit : m_units)
        m_unit->addItem(unit.text);
    int chosen = 0;
    if (!m_row.relative) {
        // Keep the user's unit; else the one in which the number is readable.
        chosen = m_unit->findText(current);
        if (chosen <= 0) {
            chosen = static_cast<int>(m_units.size()) - 1;
            double best = 0;
            for (int i = 1; i < static_cast<int>(m_units.size()); ++i) {
                const double factor = m_units[static_cast<std::size_t>(i)].factor;
                if (factor > best && m_row.targets.front() >= factor)
                    best = factor, chosen = i;
            }
        }
    }
    m_unit->setCurrentIndex(chosen);
}

double ObjectiveCard::unitFactor() const
{
    const int index = m_unit->currentIndex();
    return m_row.relative || index < 0 ? 0.01 : m_units[static_cast<std::size_t>(index)].factor;
}

void ObjectiveCard::showTarget()
{
    const bool before = std::exchange(m_showing, true);
    const double factor = unitFactor();
    const double whole = m_row.relative ? 1 : range().seed;
    m_target->setDecimals(m_row.relative ? 1 : factor == 1 && whole > 1000 ? 0 : 2);
    m_target->setSingleStep(m_row.relative ? 1
                            : whole > 0    ? std::pow(10, std::floor(std::log10(whole / factor)) - 1)
                                           : 1);
    m_target->setValue(m_row.targets.front() / factor);
    QStringList further;
    for (std::size_t i = 1; i < m_row.targets.size(); ++i)
        further << QString::number(m_row.targets[i] / factor, 'g', 8);
    if (m_furtherValid)
        m_further->setText(further.join(QStringLiteral(", ")));
    markField(m_further, m_furtherValid);
    m_showing = before;
    showSlider();
}

void ObjectiveCard::showSlider()
{
    const QSignalBlocker quiet(m_slider);
    const MetricRange reach = range();
    const double unit = m_row.relative && reach.seed > 0 ? reach.seed : 1;
    const double high = reach.most > reach.least ? reach.most / unit : m_row.relative ? 1 : 0;
    const double low = reach.most > reach.least ? reach.least / unit : 0;
    m_slider->setEnabled(high > low);
    if (high > low)
        m_slider->setValue(static_cast<int>(
            std::lround(std::clamp((m_row.targets.front() - low) / (high - low), 0.0, 1.0) * kSliderSteps)));
}

void ObjectiveCard::sliderMoved(int position)
{
    if (m_showing)
        return;
    const MetricRange reach = range();
    const double unit = m_row.relative && reach.seed > 0 ? reach.seed : 1;
    const double high = reach.most > reach.least ? reach.most / unit : 1;
    const double low = reach.most > reach.least ? reach.least / unit : 0;
    const double value = low + (high - low) * position / kSliderSteps;
    // What the spin box shows is what holds: no hidden digits behind a slider.
    m_target->setValue(value / unitFactor());
}

void ObjectiveCard::metricEdited()
{
    if (m_showing)
        return;
    const MetricRange old = range();
    m_row.metric = m_metric->currentData().toString();
    // The same share of the seed: an absolute number of another metric would mean nothing.
    if (!m_row.relative && old.seed > 0 && range().seed > 0)
        for (double &target : m_row.targets)
            target *= range().seed / old.seed;
    clearVerdict();
    showRow();
    edited();
}

void ObjectiveCard::unitEdited()
{
    if (m_showing)
        return;
    const bool relative = m_unit->currentIndex() == 0;
    const double seed = range().seed;
    if (relative != m_row.relative && seed > 0)
        for (double &target : m_row.targets)
            target = relative ? target / seed : target * seed;
    m_row.relative = relative;
    showTarget();
    edited();
}

void ObjectiveCard::markField(QLineEdit *field, bool valid)
{
    QPalette colours = palette();
    if (!valid) {
        const QColor bad = drawingColours(themeOf(this)).error;
        colours.setColor(QPalette::Text, bad);
        colours.setColor(QPalette::Base, mixed(bad, palette().color(QPalette::Base), 0.1));
    }
    field->setPalette(valid ? QPalette() : colours);
    field->setAccessibleDescription(valid ? QString() : tr("Not understood: numbers separated by commas"));
}

void ObjectiveCard::setVerdict(dnas::Verdict verdict, const QString &text)
{
    m_verdictKind = verdict;
    m_verdictText = text;
    showVerdict();
}

void ObjectiveCard::clearVerdict()
{
    m_verdictKind.reset();
    m_verdictText.clear();
    m_verdict->hide();
}

void ObjectiveCard::showVerdict()
{
    if (!m_verdictKind)
        return;
    const DrawingColours &c = drawingColours(themeOf(this));
    QColor colour = c.success;
    QString sign = QStringLiteral("✓ ");
    if (*m_verdictKind == dnas::Verdict::Tight) {
        colour = c.warning;
        sign = QStringLiteral("▲ ");
    } else if (*m_verdictKind == dnas::Verdict::Impossible) {
        colour = c.error;
        sign = QStringLiteral("✕ ");
    }
    QPalette colours;
    colours.setColor(QPalette::WindowText, colour);
    m_verdict->setPalette(colours);
    m_verdict->setText(sign + m_verdictText);
    m_verdict->show();
}

void ObjectiveCard::setNumber(int number)
{
    setObjectName(QStringLiteral("term%1").arg(number));
    setAccessibleName(tr("Term %1").arg(number + 1));
    m_remove->setAccessibleName(tr("Remove term %1").arg(number + 1));
    m_slider->setAccessibleName(tr("Target of term %1").arg(number + 1));
}

void ObjectiveCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (!isThemeEvent(event) || !m_verdict)
        return;
    showVerdict();
    markField(m_further, m_furtherValid);
    markField(m_strength, m_strengthValid);
}

} // namespace paretoscope
