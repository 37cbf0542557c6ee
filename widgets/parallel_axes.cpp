// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands upon the lines: axes with ticks and brushes, titles, marks of the better end, the legend.
#include "widgets/index.h"
#include "widgets/parallel_view_p.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace paretoscope {

namespace {

constexpr double kBrushHalf = 7; ///< half the width of a brush

QColor veiled(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

/// A number upon the lines stays readable.
void drawPlate(QPainter &painter, const DrawingColours &c, const QRectF &rect, const QString &text, float alpha)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(veiled(c.background, alpha));
    painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), 3, 3);
    painter.setPen(alpha < 1 ? c.mutedText : c.text);
    painter.drawText(rect, Qt::AlignCenter, text);
}

struct LegendEntry {
    dnas::Role role;
    QString text;
};

std::array<LegendEntry, 5> legendEntries()
{
    return {{{dnas::Role::Front, ParallelView::tr("Front")},
             {dnas::Role::Dominated, ParallelView::tr("Dominated")},
             {dnas::Role::Infeasible, ParallelView::tr("Outside limits")},
             {dnas::Role::Seed, ParallelView::tr("Seed network")},
             {dnas::Role::Published, ParallelView::tr("Published")}}};
}

} // namespace

QFont ParallelView::Private::smallFont() const
{
    QFont font = q->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void ParallelView::Private::drawAxis(QPainter &painter, Theme theme, int axis, bool onScreen) const
{
    const DrawingColours &c = drawingColours(theme);
    const double x = frame.x[at(axis)];
    const bool isCurrent = onScreen && q->hasFocus() && axis == current;
    painter.setPen(QPen(isCurrent ? c.accent : c.axis, isCurrent ? 2.4 : 1.4));
    painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.bottom));
    painter.setFont(smallFont());
    const QFontMetricsF metrics(painter.font());
    for (const AxisTick &tick : ticks[at(axis)]) {
        const double y = frame.yOf(tick.unit);
        painter.setPen(QPen(c.axis, 1));
        painter.drawLine(QPointF(x - (tick.text.isEmpty() ? 3 : 5), y), QPointF(x, y));
        if (tick.text.isEmpty())
            continue;
        const double width = metrics.horizontalAdvance(tick.text);
        drawPlate(painter, c, {x - 10 - width, y - metrics.height() / 2, width, metrics.height()}, tick.text, 0.78F);
    }
    drawBrush(painter, theme, axis, false);
}

void ParallelView::Private::drawBrush(QPainter &painter, Theme theme, int axis, bool withNumbers) const
{
    const Brush brush = q->brush(axis);
    if (!brush)
        return;
    const DrawingColours &c = drawingColours(theme);
    const AxisScale &scale = scales[at(axis)];
    const double x = frame.x[at(axis)];
    const auto place = [&](double value) {
        return frame.yOf(std::clamp(scale.unitOf(value), 0.0, 1.0));
    };
    const double low = place(brush->first);
    const double high = place(brush->second);
    const QRectF band(QPointF(x - kBrushHalf, std::min(low, high)), QPointF(x + kBrushHalf, std::max(low, high)));
    if (!withNumbers) {
        // Neither blue as the front nor orange as a limit.
        painter.setPen(QPen(c.text, 1.6));
        painter.setBrush(veiled(c.background, 0.6F));
        painter.drawRoundedRect(band, 3, 3);
        return;
    }
    painter.setFont(smallFont());
    const QFontMetricsF metrics(painter.font());
    for (const auto &[value, y] : {std::pair{brush->first, low}, std::pair{brush->second, high}}) {
        const QString text = numberText(axis, value);
        const double width = metrics.horizontalAdvance(text);
        const double left = x + kBrushHalf + 6 + width < q->width() ? x + kBrushHalf + 6 : x - kBrushHalf - 6 - width;
        // Outside the band, so that the numbers of a narrow one do not cover each other.
        const bool upper = y <= band.center().y() && (y < band.center().y() || value == brush->second);
        const double top = upper ? y - metrics.height() + 2 : y - 2;
        drawPlate(painter, c, {left, top, width, metrics.height()}, text, 1.0F);
    }
}

QRectF ParallelView::titleRect(int axis) const
{
    if (!d->hasAxis(axis))
        return {};
    const QFontMetricsF metrics(font());
    const double wanted = metrics.horizontalAdvance(d->axes[at(axis)].title) + 10;
    const double width_ = std::min(wanted, std::max(d->frame.titleRoom, 24.0));
    const double left = std::clamp(d->frame.x[at(axis)] - width_ / 2, 2.0, std::max(2.0, width() - 2 - width_));
    const double top = d->frame.staggered && axis % 2 == 1 ? metrics.height() + 2 : 2;
    return {left, top, width_, metrics.height() + 2};
}

void ParallelView::Private::drawTitle(QPainter &painter, Theme theme, int axis, bool onScreen) const
{
    const DrawingColours &c = drawingColours(theme);
    const QRectF rect = q->titleRect(axis);
    painter.setFont(q->font());
    if (onScreen && q->hasFocus() && axis == current) {
        painter.setPen(QPen(c.accent, 1.4));
        painter.setBrush(veiled(c.accent, 0.12F));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter.setPen(c.text);
    const QRectF inner = rect.adjusted(5, 0, -5, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     QFontMetricsF(q->font()).elidedText(axes[at(axis)].title, Qt::ElideRight, inner.width() + 0.5));
}

void ParallelView::Private::drawBest(QPainter &painter, Theme theme, int axis) const
{
    const BestEnd best = axes[at(axis)].best;
    if (best == BestEnd::None)
        return;
    const DrawingColours &c = drawingColours(theme);
    const bool top = (best == BestEnd::High) != scales[at(axis)].flipped;
    const double x = frame.x[at(axis)];
    const double tip = top ? frame.top - 7 : frame.bottom + 7;
    const double base = top ? frame.top + 1 : frame.bottom - 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.success);
    painter.drawPolygon(QPolygonF{{QPointF(x, tip), QPointF(x - 5, base), QPointF(x + 5, base)}});
    painter.setFont(smallFont());
    painter.setPen(c.success);
    const QFontMetricsF metrics(painter.font());
    const QString text = ParallelView::tr("better");
    const double width = metrics.horizontalAdvance(text);
    if (width + 20 > frame.column)
        return; // the arrow says it
    const double left = std::min(x + 9, q->width() - width - 2);
    painter.drawText(QRectF(left, top ? frame.top - metrics.height() : frame.bottom, width + 2, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
}

void ParallelView::Private::drawLegend(QPainter &painter, Theme theme) const
{
    const DrawingColours &c = drawingColours(theme);
    painter.setFont(smallFont());
    const QFontMetricsF metrics(painter.font());
    std::vector<LegendEntry> entries;
    for (const LegendEntry &entry : legendEntries())
        if (std::any_of(rows.begin(), rows.end(), [&](const ParallelRow &row) { return row.role == entry.role; }))
            entries.push_back(entry);
    if (entries.size() < 2)
        return;
    constexpr double kSample = 26;
    constexpr double kGap = 14;
    double width = -kGap;
    for (const LegendEntry &entry : entries)
        width += kSample + 5 + metrics.horizontalAdvance(entry.text) + kGap;
    if (width > q->width())
        return;
    double x = (q->width() - width) / 2;
    const double y = q->height() - metrics.height() / 2 - 3;
    for (const LegendEntry &entry : entries) {
        drawSample(painter, theme, entry.role, {x, y}, kSample);
        x += kSample + 5;
        painter.setPen(c.text);
        const double advance = metrics.horizontalAdvance(entry.text);
        painter.drawText(QRectF(x, y - metrics.height() / 2, advance + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += advance + kGap;
    }
}

} // namespace paretoscope
