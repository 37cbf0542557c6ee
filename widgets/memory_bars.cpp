// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_bars.h.
#include "widgets/memory_bars.h"

#include "widgets/memory_lifetimes.h"
#include "widgets/palette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace paretoscope {

namespace {

constexpr int kBarHeight = 9;
constexpr int kGap = 6;
constexpr double kSeam = 2; ///< between parts

double partsOf(const MemoryBar &bar)
{
    double sum = 0;
    for (const MemoryPart &part : bar.parts)
        sum += part.bytes;
    return std::max(sum, bar.bytes);
}

} // namespace

MemoryBars::MemoryBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Memories of the board"));
}

void MemoryBars::setBars(std::vector<MemoryBar> bars)
{
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    QStringList lines;
    for (const MemoryBar &bar : m_bars)
        lines << barText(bar).replace(QLatin1Char('\n'), QStringLiteral("; "));
    setAccessibleDescription(lines.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QString MemoryBars::usedText(const MemoryBar &bar)
{
    if (!bar.used || !(bar.bytes > 0))
        return {};
    const double share = *bar.used / bar.bytes;
    const QString bytes = bytesText(*bar.used);
    if (share > 1)
        return tr("%1, over by %2 %").arg(bytes, QString::number((share - 1) * 100, 'f', share < 1.0995 ? 1 : 0));
    return tr("%1, %2 %").arg(bytes, QString::number(share * 100, 'f', share < 0.0995 ? 1 : 0));
}

QString MemoryBars::barText(const MemoryBar &bar) const
{
    QString text = QStringLiteral("%1 %2").arg(bar.title, bytesText(bar.bytes));
    if (bar.used)
        text += QLatin1Char('\n') + tr("%1: %2").arg(bar.usedBy, usedText(bar));
    for (const MemoryPart &part : bar.parts)
        text += QStringLiteral("\n%1: %2").arg(part.name, bytesText(part.bytes));
    return text;
}

QFont MemoryBars::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

int MemoryBars::heightOf(const MemoryBar &bar) const
{
    const int parts = bar.parts.size() > 1 ? QFontMetrics(smallFont()).height() : 0;
    return fontMetrics().height() + 3 + kBarHeight + parts + kGap;
}

QSize MemoryBars::sizeHint() const
{
    int height = 0;
    for (const MemoryBar &bar : m_bars)
        height += heightOf(bar);
    return {260, height};
}

QSize MemoryBars::minimumSizeHint() const { return {160, sizeHint().height()}; }

void MemoryBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const DrawingColours &c = drawingColours(themeOf(this));
    const int line = fontMetrics().height();
    const QFont small = smallFont();
    double top = 0;
    for (const MemoryBar &bar : m_bars) {
        const bool over = bar.used && *bar.used > bar.bytes;
        const QRectF head(0, top, width(), line);
        painter.setFont(font());
        painter.setPen(c.text);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("%1 %2").arg(bar.title, bytesText(bar.bytes)));
        painter.setPen(over ? c.over : c.mutedText);
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                         bar.used ? tr("%1: %2").arg(bar.usedBy, usedText(bar)) : QString());

        const QRectF track(0.5, head.bottom() + 3, width() - 1, kBarHeight);
        const double scale = track.width() / std::max(partsOf(bar), 1.0);
        std::vector<MemoryPart> parts = bar.parts;
        if (parts.size() < 2)
            parts = {{QString(), partsOf(bar)}};
        double begin = 0;
        for (const MemoryPart &part : parts) {
            QRectF place(track.left() + begin * scale, track.top(), part.bytes * scale - kSeam, track.height());
            QPainterPath shape;
            shape.addRoundedRect(place, 2, 2);
            painter.fillPath(shape, c.track);
            // What is taken lies from the left, as if the parts were one.
            const double used = std::clamp(bar.used.value_or(0) - begin, 0.0, part.bytes);
            painter.save();
            painter.setClipPath(shape);
            const QRectF filled(place.left(), place.top(), used * scale, place.height());
            painter.fillRect(filled, over ? c.over : c.under);
            if (over)
                painter.fillRect(filled, QBrush(mixed(c.background, c.over, 0.55), Qt::BDiagPattern));
            painter.restore();
            begin += part.bytes;
            if (parts.size() < 2)
                continue;
            const QFontMetricsF metrics(small);
            place.setTop(track.bottom() + 1);
            place.setHeight(metrics.height());
            const QString text = QStringLiteral("%1 %2").arg(part.name, bytesText(part.bytes));
            painter.setFont(small);
            painter.setPen(c.mutedText);
            if (place.width() > metrics.horizontalAdvance(text))
                painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
            else if (place.width() > metrics.horizontalAdvance(part.name))
                painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, part.name);
        }
        top += heightOf(bar);
    }
}

void MemoryBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool MemoryBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    int top = 0;
    for (const MemoryBar &bar : m_bars) {
        const QRect place(0, top, width(), heightOf(bar));
        top += heightOf(bar);
        if (!place.contains(help->pos()))
            continue;
        QToolTip::showText(help->globalPos(), barText(bar), this, place);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace paretoscope
