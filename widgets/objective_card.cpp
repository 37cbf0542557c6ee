// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See objective_card.h. The row is the truth; the fields show it and write into it.
#include "widgets/objective_card.h"

#include "widgets/palette.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace paretoscope {

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
    if (m_furtherValid)
        m_further->setText(furtherText(m_row, factor));
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
            std::lround(std::clamp((m_row.targets.front() - low) / (high - low), 0.0, 1.0) * m_slider->maximum())));
}

void ObjectiveCard::sliderMoved(int position)
{
    if (m_showing)
        return;
    const MetricRange reach = range();
    const double unit = m_row.relative && reach.seed > 0 ? reach.seed : 1;
    const double high = reach.most > reach.least ? reach.most / unit : 1;
    const double low = reach.most > reach.least ? reach.least / unit : 0;
    const double value = low + (high - low) * position / m_slider->maximum();
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
    if (old.seed > 0 && range().seed > 0)
        for (double &target : m_row.relative ? m_row.others : m_row.targets)
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
    if (relative != m_row.relative) // the others are of this kind already
        for (const double target : std::exchange(m_row.others, {}))
            m_row.targets.push_back(target);
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
    field->setAccessibleDescription(valid ? QString()
                                          : tr("Not understood: numbers, perhaps with units, separated by commas"));
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
