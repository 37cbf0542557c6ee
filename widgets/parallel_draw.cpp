// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lines of the rows. On the screen they are kept in two pixmaps: all rows faded (stays while a brush moves), and
// upon it the rows inside the brushes. Many rows are drawn in slices, so that the window stays alive.
#include "widgets/index.h"
#include "widgets/parallel_style.h"
#include "widgets/parallel_view_p.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr std::size_t kMany = 1500; ///< rows; above, lines are thin and unbroken, else they would be a mush
constexpr std::size_t kDraft = 600; ///< rows that are drawn in no time
constexpr std::size_t kSlice = 100; ///< rows drawn between two looks at the clock
constexpr int kBudgetMs = 25;       ///< then the window has its turn

} // namespace

QPointF ParallelView::Private::place(int axis, int row) const
{
    return {frame.x[at(axis)], frame.yOf(static_cast<double>(units[at(axis)][at(row)]))};
}

std::vector<QPolygonF> ParallelView::Private::piecesOf(int row) const
{
    std::vector<QPolygonF> pieces(1);
    for (int axis = 0; axis < static_cast<int>(axes.size()); ++axis) {
        if (!std::isnan(units[at(axis)][at(row)]))
            pieces.back().append(place(axis, row));
        else if (!pieces.back().isEmpty())
            pieces.emplace_back();
    }
    if (pieces.back().isEmpty())
        pieces.pop_back();
    return pieces;
}

void ParallelView::Private::drawRows(QPainter &painter, Theme theme, Layer layer, Part part) const
{
    const bool many = rows.size() > kMany;
    const bool faded = layer == Layer::Faded;
    const DrawingColours &c = drawingColours(theme);
    QVector<QLineF> segments; // all of one pen in one call
    std::vector<QPointF> alone;
    std::vector<std::pair<dnas::Role, QPointF>> markers;
    const auto flush = [&](dnas::Role role) {
        QPen pen = rowPen(role, theme, many);
        if (faded) {
            pen.setWidthF(1);
            pen.setColor(mixed(pen.color(), c.background, theme == Theme::Light ? 0.16 : 0.2));
        } else if (many && !isNamedRole(role)) {
            QColor thin = pen.color(); // where lines are dense, it shows
            thin.setAlphaF(std::clamp(500.0F / static_cast<float>(std::max(1, insideCount)), 0.12F, 1.0F));
            pen.setColor(thin);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawLines(segments);
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        for (const QPointF &point : alone)
            painter.drawEllipse(point, 2.5, 2.5);
        for (const auto &[marked, point] : markers)
            drawRowMarker(painter, marked, point, faded ? 3.5 : 5);
        segments.clear();
        alone.clear();
        markers.clear();
    };
    const auto count = static_cast<int>(axes.size());
    for (std::size_t i = part.first; i < part.last; ++i) {
        const int row = order[i];
        const dnas::Role role = rows[at(row)].role;
        if (i > part.first && role != rows[at(order[i - 1])].role)
            flush(rows[at(order[i - 1])].role);
        if ((!faded && !inside[at(row)]) || (mixedOf(row) > part.share && !isNamedRole(role)))
            continue;
        bool before = false;
        for (int axis = 0; axis < count; ++axis) {
            const bool here = !std::isnan(units[at(axis)][at(row)]);
            const bool after = axis + 1 < count && !std::isnan(units[at(axis + 1)][at(row)]);
            if (here && after)
                segments.append(QLineF(place(axis, row), place(axis + 1, row)));
            else if (here && !before)
                alone.push_back(place(axis, row)); // between two gaps
            if (here && isNamedRole(role))
                markers.emplace_back(role, place(axis, row));
            before = here;
        }
    }
    if (part.first < part.last)
        flush(rows[at(order[part.last - 1])].role);
}

void ParallelView::Private::drawMarkedRow(QPainter &painter, Theme theme, int row, bool selected) const
{
    const DrawingColours &c = drawingColours(theme);
    const dnas::Role role = rows[at(row)].role;
    const QColor colour = roleColour(role, 0, theme);
    const std::vector<QPolygonF> pieces = piecesOf(row);
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const QColor &ink, double width) {
        painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF &piece : pieces)
            painter.drawPolyline(piece);
    };
    stroke(c.background, selected ? 7 : 5.5);
    if (selected)
        stroke(c.text, 4.6);
    stroke(colour, 2.4);
    painter.setPen(QPen(selected ? c.text : c.background, 1.4));
    painter.setBrush(colour);
    for (const QPolygonF &piece : pieces)
        for (const QPointF &point : piece)
            drawRowMarker(painter, role, point, selected ? 6 : 4.5);
}

void ParallelView::Private::drawSample(QPainter &painter, Theme theme, dnas::Role role, QPointF from,
                                       double width) const
{
    QPen pen = rowPen(role, theme, rows.size() > kMany);
    painter.setPen(pen);
    painter.drawLine(from, from + QPointF(width, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    if (isNamedRole(role))
        drawRowMarker(painter, role, from + QPointF(width / 2, 0), 5);
}

QPixmap ParallelView::Private::emptyPixmap(Theme theme) const
{
    QPixmap pixmap(q->size() * q->devicePixelRatioF());
    pixmap.setDevicePixelRatio(q->devicePixelRatioF());
    pixmap.fill(drawingColours(theme).background);
    return pixmap;
}

QPixmap ParallelView::Private::draft(Theme theme) const
{
    const bool brushed = insideCount < static_cast<int>(rows.size());
    const bool hasFaded = brushed && !fadedStale && fadedNext == order.size();
    QPixmap pixmap = hasFaded ? fadedLines : emptyPixmap(theme);
    QPainter painter(&pixmap);
    const auto share = [](std::size_t count) {
        return kDraft / static_cast<double>(std::max(kDraft, count));
    };
    if (brushed && !hasFaded)
        drawRows(painter, theme, Layer::Faded, {0, order.size(), share(rows.size())});
    drawRows(painter, theme, Layer::Inside, {0, order.size(), share(static_cast<std::size_t>(insideCount))});
    return pixmap;
}

bool ParallelView::Private::drawSlices(QPixmap &pixmap, Theme theme, Layer layer, const QElapsedTimer &timer)
{
    std::size_t &next = layer == Layer::Faded ? fadedNext : linesNext;
    if (next == order.size())
        return true;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing, rows.size() <= kMany); // three times as fast without
    while (next < order.size() && (rows.size() <= kDraft || timer.elapsed() < kBudgetMs)) {
        const std::size_t end = std::min(next + kSlice, order.size());
        drawRows(painter, theme, layer, {next, end});
        next = end;
    }
    return next == order.size();
}

bool ParallelView::Private::updatePixmaps(Theme theme)
{
    if (shown.size() != q->size() * q->devicePixelRatioF() || shownTheme != theme) {
        fadedStale = linesStale = true;
        drafted = false;
        shown = QPixmap();
        shownTheme = theme;
    }
    // While a brush moves a sample at once; else what was there stays until its successor is finished.
    if (!drafted && linesStale && rows.size() > kDraft && (shown.isNull() || dragged != Drag::None)) {
        shown = draft(theme);
        drafted = true;
        return false;
    }
    QElapsedTimer timer;
    timer.start();
    const bool brushed = insideCount < static_cast<int>(rows.size());
    if (brushed && fadedStale) {
        fadedLines = emptyPixmap(theme);
        fadedNext = 0;
        fadedStale = false;
    }
    if (brushed && !drawSlices(fadedLines, theme, Layer::Faded, timer))
        return false;
    if (linesStale) {
        lines = brushed ? fadedLines : emptyPixmap(theme);
        linesNext = 0;
        linesStale = false;
    }
    if (!drawSlices(lines, theme, Layer::Inside, timer))
        return false;
    shown = lines;
    return true;
}

void ParallelView::Private::paint(QPainter &painter, Theme theme, bool onScreen)
{
    const DrawingColours &c = drawingColours(theme);
    if (onScreen) {
        finished = updatePixmaps(theme);
        if (!finished)
            QTimer::singleShot(0, q, [this] { q->update(); });
        painter.drawPixmap(0, 0, shown);
    } else {
        painter.fillRect(QRect(QPoint(0, 0), q->size()), c.background);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(q->font());
    if (axes.empty() || rows.empty()) {
        painter.setPen(c.mutedText);
        painter.drawText(QRectF(q->rect()).adjusted(20, 10, -20, -10), Qt::AlignCenter | Qt::TextWordWrap, emptyText);
        return;
    }
    if (!onScreen) {
        if (insideCount < static_cast<int>(rows.size()))
            drawRows(painter, theme, Layer::Faded, {0, order.size()});
        drawRows(painter, theme, Layer::Inside, {0, order.size()});
    }
    if (onScreen && hovered >= 0 && std::find(selection.begin(), selection.end(), hovered) == selection.end())
        drawMarkedRow(painter, theme, hovered, false);
    const auto count = static_cast<int>(axes.size());
    for (int axis = 0; axis < count; ++axis)
        drawAxis(painter, theme, axis, onScreen);
    for (const int row : selection)
        drawMarkedRow(painter, theme, row, true);
    for (int axis = 0; axis < count; ++axis) {
        drawBest(painter, theme, axis);
        drawTitle(painter, theme, axis, onScreen);
    }
    drawLegend(painter, theme);
    if (onScreen && hasAxis(dragAxis) && dragged != Drag::None && dragged != Drag::Press)
        drawBrush(painter, theme, dragAxis, true);
}

void ParallelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    d->paint(painter, themeOf(this), true);
}

} // namespace paretoscope
