// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Geometry and painting of the memory timeline. See memory_timeline.h.
#include "widgets/memory_timeline.h"
#include "widgets/palette.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace paretoscope {

namespace {

constexpr double kMostNameHeight = 84; ///< of step names that stand upright
constexpr int kPad = 6;

/// Some names are bold; all get their room.
QFontMetricsF boldMetrics(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return QFontMetricsF(font);
}

/// Steps of the byte axis: powers of two, about four of them.
double tickStep(double top) { return std::max(1.0, std::exp2(std::ceil(std::log2(top / 5)))); }

QColor fillOf(int tensor, Theme theme)
{
    // Not 1 (orange means over a limit), not 6 (the seed's).
    constexpr std::array kCategories{0, 2, 3, 4, 5, 7};
    return mixed(categoryColour(kCategories[static_cast<std::size_t>(tensor) % kCategories.size()], theme),
                 drawingColours(theme).background, 0.42);
}

} // namespace

double MemoryTimeline::topBytes() const { return std::max({m_data.peakBytes(), m_scaleBytes, 1.0}) * 1.04; }

const MemoryTimeline::Frame &MemoryTimeline::frame() const
{
    if (m_frame && m_frame->size == size() && m_frame->font == font())
        return *m_frame;
    double widest = 0;
    const QFontMetricsF names = boldMetrics(font());
    for (const QString &name : m_data.steps)
        widest = std::max(widest, names.horizontalAdvance(name));
    const double line = fontMetrics().height();
    const double before = fontMetrics().horizontalAdvance(QStringLiteral("0000 KiB")) + kPad;
    const double across = width() - before - kPad;
    const bool lie = widest + 6 <= across / std::max(1, stepCount());
    const double below = lie ? line : std::min(widest + 2, std::min(kMostNameHeight, height() * 0.35));
    m_frame = {size(), font(), lie, QRectF(before, line + kPad, across, height() - line - kPad - below - kPad)};
    return *m_frame;
}

double MemoryTimeline::left(int step) const
{
    const QRectF area = plotArea();
    return area.left() + area.width() * step / std::max(1, stepCount());
}

double MemoryTimeline::heightOf(double bytes) const
{
    const QRectF area = plotArea();
    return area.bottom() - area.height() * bytes / topBytes();
}

QRectF MemoryTimeline::boxOf(int tensor) const
{
    const MemoryTensor &t = m_data.tensors[static_cast<std::size_t>(tensor)];
    return {QPointF(left(t.first), heightOf(t.offset + t.bytes)), QPointF(left(t.last + 1), heightOf(t.offset))};
}

QRectF MemoryTimeline::boxOf(int tensor, int step) const
{
    if (tensor < 0 || tensor >= stepCount() || step < 0 || step >= stepCount() || !m_data.isAlive(tensor, step))
        return {};
    QRectF box = boxOf(tensor);
    box.setLeft(left(step));
    box.setRight(left(step + 1));
    return box;
}

void MemoryTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const DrawingColours &c = drawingColours(themeOf(this));
    painter.fillRect(rect(), c.background);
    if (stepCount() == 0) {
        painter.setPen(c.mutedText);
        painter.drawText(rect().adjusted(20, 10, -20, -10), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
    } else {
        paintAxes(painter);
        for (int tensor = 0; tensor < stepCount(); ++tensor)
            paintTensor(painter, tensor);
        paintMarks(painter);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(c.border, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void MemoryTimeline::paintAxes(QPainter &painter) const
{
    const DrawingColours &c = drawingColours(themeOf(this));
    const QRectF area = plotArea();
    const int line = fontMetrics().height();
    // Behind everything: the column of the peak and the chosen one.
    const QRectF peak(left(m_data.peakStep), area.top(), area.width() / stepCount(), area.height());
    painter.fillRect(peak, mixed(c.accent, c.background, 0.16));
    painter.setPen(QPen(c.grid, 1));
    const double step = tickStep(topBytes());
    for (double bytes = 0; bytes <= topBytes(); bytes += step) {
        const double y = heightOf(bytes);
        painter.setPen(QPen(bytes > 0 ? c.grid : c.axis, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(c.mutedText);
        painter.drawText(QRectF(0, y - line / 2.0, area.left() - kPad, line), Qt::AlignRight | Qt::AlignVCenter,
                         bytes > 0 ? bytesText(bytes) : QStringLiteral("0"));
    }
    const bool lying = frame().labelsLie;
    for (int i = 0; i < stepCount(); ++i) {
        const double middle = (left(i) + left(i + 1)) / 2;
        const bool strong = i == m_data.peakStep || i == m_data.peakInput || i == m_current;
        QFont font = this->font();
        if (strong)
            font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(strong ? c.text : c.mutedText);
        const QString &name = m_data.steps[static_cast<std::size_t>(i)];
        if (lying) {
            painter.drawText(QRectF(left(i), area.bottom() + 2, left(i + 1) - left(i), line), Qt::AlignCenter, name);
            continue;
        }
        // Upright, to be read from below; what is too narrow for any name shows every second or third one.
        const int each = std::max(1, static_cast<int>(std::ceil(line * 0.8 / (left(1) - left(0)))));
        if (i % each != 0 && !strong)
            continue;
        const double room = height() - area.bottom() - kPad;
        painter.save();
        painter.translate(middle, area.bottom() + 3);
        painter.rotate(-90);
        painter.drawText(QRectF(-room, -line / 2.0, room, line), Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, room));
        painter.restore();
    }
    painter.setFont(font());
}

void MemoryTimeline::paintTensor(QPainter &painter, int tensor) const
{
    const Theme theme = themeOf(this);
    const DrawingColours &c = drawingColours(theme);
    const MemoryTensor &t = m_data.tensors[static_cast<std::size_t>(tensor)];
    const bool setsPeak = tensor == m_data.peakStep || tensor == m_data.peakInput;
    const QColor fill = fillOf(tensor, theme);
    painter.setBrush(fill);
    painter.setPen(setsPeak ? QPen(c.text, 2) : QPen(mixed(c.text, fill, 0.45), 1));
    const QRectF place = boxOf(tensor);
    painter.drawRect(place);

    QFont font = this->font();
    if (setsPeak)
        font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    if (place.height() < metrics.height() || place.width() < metrics.horizontalAdvance(t.layer) + 4)
        return;
    painter.setFont(font);
    painter.setPen(c.text);
    painter.drawText(place, Qt::AlignCenter, t.layer);
    painter.setFont(this->font());
}

void MemoryTimeline::paintMarks(QPainter &painter) const
{
    const DrawingColours &c = drawingColours(themeOf(this));
    const QRectF area = plotArea();
    const double line = fontMetrics().height();
    const auto rule = [&](double bytes, const QColor &colour, const QString &text, Qt::Edge side) {
        const double y = heightOf(bytes);
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colour);
        painter.drawText(QRectF(area.left(), side == Qt::TopEdge ? y - line - 1 : y + 1, area.width() - 4, line),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    };
    const bool isBound = m_data.peakBytes() <= m_data.lowerBound();
    const bool hasSeed = m_scaleBytes > m_data.peakBytes() * 1.005;
    const bool isNear = hasSeed && heightOf(m_data.peakBytes()) - heightOf(m_scaleBytes) < line;
    // Above a line stands nothing, unless the seed's line is there.
    rule(m_data.peakBytes(), c.accent,
         (isBound ? tr("arena %1 = lower bound") : tr("arena %1")).arg(bytesText(m_data.peakBytes())),
         isNear ? Qt::BottomEdge : Qt::TopEdge);
    if (!isBound)
        rule(m_data.lowerBound(), c.mutedText, tr("lower bound %1").arg(bytesText(m_data.lowerBound())),
             Qt::BottomEdge);
    if (hasSeed)
        rule(m_scaleBytes, c.mutedText, tr("seed network %1").arg(bytesText(m_scaleBytes)), Qt::TopEdge);

    // A triangle over the fullest column.
    const double x = (left(m_data.peakStep) + left(m_data.peakStep + 1)) / 2;
    const double y = heightOf(m_data.peakBytes()) - 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent);
    painter.drawPolygon(QPolygonF({QPointF(x - 5, y - 7), QPointF(x + 5, y - 7), QPointF(x, y)}));

    if (m_current < 0)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.text, 1.5, Qt::DotLine));
    painter.drawRect(QRectF(QPointF(left(m_current), area.top()), QPointF(left(m_current + 1), area.bottom())));
    painter.setPen(c.text);
    // The right end of the top row belongs to the texts of the rules.
    const double readout =
        area.width() - fontMetrics().horizontalAdvance(tr("seed network %1").arg(QStringLiteral("0000 KiB"))) - 12;
    painter.drawText(QRectF(area.left(), 2, readout, line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(stepText(m_current), Qt::ElideRight, static_cast<int>(readout)));
}

} // namespace paretoscope
