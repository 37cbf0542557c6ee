// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_timeline.h. Painting is in memory_timeline_paint.cpp.
#include "widgets/memory_timeline.h"

#include "widgets/palette.h"
#include "widgets/plot_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace paretoscope {

namespace {

/// To the byte: places are compared with what a compiler prints.
QString offsetText(double bytes) { return MemoryTimeline::tr("%1 B").arg(countText(static_cast<std::int64_t>(bytes))); }

} // namespace

MemoryTimeline::MemoryTimeline(QWidget *parent)
    : QWidget(parent)
    , m_empty(tr("No network chosen yet."))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Memory timeline"));
    setAccessibleDescription(m_empty);
}

void MemoryTimeline::setLifetimes(const MemoryLifetimes &lifetimes, double scaleBytes)
{
    if (lifetimes == m_data && scaleBytes == m_scaleBytes)
        return;
    if (lifetimes.steps != m_data.steps)
        m_current = -1;
    m_data = lifetimes;
    m_scaleBytes = scaleBytes;
    m_frame.reset();
    setAccessibleDescription(m_data.steps.empty() ? m_empty : peakText());
    update();
}

void MemoryTimeline::setEmptyText(const QString &text)
{
    m_empty = text;
    if (m_data.steps.empty())
        setAccessibleDescription(m_empty);
    update();
}

void MemoryTimeline::setCurrentStep(int step)
{
    m_current = step >= 0 && step < stepCount() ? step : -1;
    setAccessibleDescription(m_current >= 0 ? stepText(m_current) : peakText());
    update();
}

void MemoryTimeline::choose(int step)
{
    if (stepCount() == 0)
        return;
    setCurrentStep(std::clamp(step, 0, stepCount() - 1));
    emit stepSelected(m_data.steps[static_cast<std::size_t>(m_current)]);
}

QString MemoryTimeline::peakText() const
{
    if (m_data.peakStep < 0)
        return {};
    // How good the plan is, in one word where it could not be better.
    const bool isBound = m_data.peakBytes() <= m_data.lowerBound();
    const QString peak =
        isBound ? tr("%1 (the lower bound)").arg(bytesText(m_data.peakBytes()))
                : tr("%1 (lower bound %2)").arg(bytesText(m_data.peakBytes()), bytesText(m_data.lowerBound()));
    const QString writer = m_data.steps[static_cast<std::size_t>(m_data.peakStep)];
    if (m_data.peakInput < 0)
        return tr("RAM peak %1 at %2").arg(peak, writer);
    QStringList others;
    for (int tensor = 0; tensor < m_data.peakStep; ++tensor)
        if (tensor != m_data.peakInput && m_data.isAlive(tensor, m_data.peakStep))
            others << m_data.tensors[static_cast<std::size_t>(tensor)].layer;
    const QString text = tr("RAM peak %1, set by %2 and %3")
                             .arg(peak, m_data.tensors[static_cast<std::size_t>(m_data.peakInput)].layer, writer);
    return others.empty() ? text : tr("%1; still needed: %2").arg(text, others.join(QStringLiteral(", ")));
}

QString MemoryTimeline::stepText(int step) const
{
    QStringList parts;
    for (int tensor = 0; tensor <= step; ++tensor)
        if (m_data.isAlive(tensor, step)) {
            const MemoryTensor &t = m_data.tensors[static_cast<std::size_t>(tensor)];
            parts << QStringLiteral("%1 %2").arg(t.layer, bytesText(t.bytes));
        }
    return QStringLiteral("%1: %2 = %3")
        .arg(m_data.steps[static_cast<std::size_t>(step)], bytesText(m_data.bytes[static_cast<std::size_t>(step)]),
             parts.join(QStringLiteral(" + ")));
}

QString MemoryTimeline::tensorText(int tensor) const
{
    const MemoryTensor &t = m_data.tensors[static_cast<std::size_t>(tensor)];
    QString text = tr("Output of %1: %2 (%3), counted").arg(t.layer, bytesText(t.bytes), t.shape);
    text += QLatin1Char('\n') +
            tr("at offset %1 of the arena, up to %2").arg(offsetText(t.offset), offsetText(t.offset + t.bytes));
    text += QLatin1Char('\n');
    if (t.first == t.last)
        text += tr("in memory at step %1 of %2 only").arg(t.first + 1).arg(stepCount());
    else
        text += tr("in memory from step %1 to %2 of %3, until %4 has run")
                    .arg(t.first + 1)
                    .arg(t.last + 1)
                    .arg(stepCount())
                    .arg(m_data.steps[static_cast<std::size_t>(t.last)]);
    if (m_data.isAlive(tensor, m_data.peakStep))
        text += QLatin1Char('\n') + tr("alive at the fullest step, %1").arg(bytesText(m_data.lowerBound()));
    return text;
}

int MemoryTimeline::stepAt(double x) const
{
    const QRectF area = plotArea();
    if (stepCount() == 0 || x < area.left() || x >= area.right())
        return -1;
    return std::min(stepCount() - 1, static_cast<int>((x - area.left()) / area.width() * stepCount()));
}

int MemoryTimeline::tensorAt(const QPointF &place) const
{
    const int step = stepAt(place.x());
    for (int tensor = 0; tensor <= step; ++tensor)
        if (boxOf(tensor, step).contains(place))
            return tensor;
    return -1;
}

bool MemoryTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Home fits plots elsewhere in the window; here it goes to the first step.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Home && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int tensor = tensorAt(help->pos());
    const int step = stepAt(help->pos().x());
    if (tensor >= 0)
        QToolTip::showText(help->globalPos(), tensorText(tensor), this, boxOf(tensor, step).toAlignedRect());
    else if (step >= 0)
        QToolTip::showText(help->globalPos(), stepText(step), this);
    else
        QToolTip::hideText();
    return true;
}

void MemoryTimeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier ? event->key() : 0) {
    case Qt::Key_Left:
        choose(m_current < 0 ? m_data.peakStep : m_current - 1);
        break;
    case Qt::Key_Right:
        choose(m_current < 0 ? m_data.peakStep : m_current + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(stepCount() - 1);
        break;
    case Qt::Key_P:
        choose(m_data.peakStep);
        break;
    case Qt::Key_Escape:
        setCurrentStep(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MemoryTimeline::mousePressEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position().x());
    if (event->button() == Qt::LeftButton && step >= 0)
        choose(step);
    else
        QWidget::mousePressEvent(event);
}

void MemoryTimeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event) || event->type() == QEvent::FontChange)
        update();
}

} // namespace paretoscope
