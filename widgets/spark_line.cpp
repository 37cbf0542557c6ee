// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See spark_line.h.
#include "widgets/spark_line.h"

#include "widgets/palette.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace paretoscope {

SparkLine::SparkLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SparkLine::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    update();
}

void SparkLine::setMarked(int index)
{
    m_marked = index;
    update();
}

void SparkLine::paintEvent(QPaintEvent *)
{
    const DrawingColours &c = drawingColours(themeOf(this));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.background);
    painter.drawRoundedRect(area, 3, 3);
    if (m_values.empty())
        return;
    const QRectF inner = area.adjusted(4, 4, -4, -3);
    const auto last = static_cast<double>(std::max<std::size_t>(1, m_values.size() - 1));
    const auto place = [&](std::size_t i) {
        const double value = std::isfinite(m_values[i]) ? std::clamp(m_values[i], 0.0, 1.0) : 0;
        return QPointF(inner.left() + inner.width() * static_cast<double>(i) / last,
                       inner.bottom() - inner.height() * value);
    };
    // Steps: it stays until the next candidate comes. Not more of them than pixels.
    const std::size_t stride =
        std::max<std::size_t>(1, m_values.size() / static_cast<std::size_t>(std::max(1, width())));
    QPainterPath line(place(0));
    for (std::size_t i = stride; i < m_values.size(); i += stride) {
        const QPointF next = place(i);
        line.lineTo(next.x(), line.currentPosition().y());
        line.lineTo(next);
    }
    line.lineTo(place(m_values.size() - 1));
    QPainterPath below = line;
    below.lineTo(inner.bottomRight());
    below.lineTo(inner.bottomLeft());
    QColor veil = c.accent;
    veil.setAlphaF(0.15F);
    painter.fillPath(below, veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.accent, 1.4));
    painter.drawPath(line);
    if (m_marked < 0 || static_cast<std::size_t>(m_marked) >= m_values.size())
        return;
    const QPointF mark = place(static_cast<std::size_t>(m_marked));
    painter.setPen(QPen(c.mutedText, 1, Qt::DotLine));
    painter.drawLine(QPointF(mark.x(), inner.top()), QPointF(mark.x(), inner.bottom()));
    painter.setPen(QPen(c.background, 1));
    painter.setBrush(c.accent);
    painter.drawEllipse(mark, 3.5, 3.5);
}

void SparkLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        update();
}

} // namespace paretoscope
