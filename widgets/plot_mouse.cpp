// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mouse and keys on the plot: what is under the cursor, selection, zoom and pan.
#include "widgets/index.h"
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr double kHitPixels = 10;

} // namespace

bool PlotView::Private::handleMouse(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        pressed = mouse->pos();
        QToolTip::hideText();
        q->setFocus(Qt::MouseFocusReason);
        const bool band = mouse->button() == Qt::LeftButton && mouse->modifiers().testFlag(Qt::ShiftModifier);
        plot->setSelectionRectMode(band ? QCP::srmCustom : QCP::srmNone);
        grabbed = mouse->button() == Qt::LeftButton && !band ? ruleToGrab(mouse->pos()) : -1;
        if (grabbed >= 0)
            return true; // or the plot would be panned
        break;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        // The release may have gone elsewhere: to a menu, or out of a window that lost the mouse.
        if (!mouse->buttons().testFlag(Qt::LeftButton))
            grabbed = -1;
        if (grabbed >= 0) {
            dragRule(mouse->pos());
            return true;
        }
        if (mouse->buttons() == Qt::NoButton) {
            showToolTip(mouse->pos());
            showCursor(mouse->pos());
        }
        break;
    }
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (grabbed >= 0) {
            grabbed = -1;
            return true;
        }
        const bool still = (mouse->pos() - pressed).manhattanLength() < 4;
        if (still && mouse->button() == Qt::LeftButton && !mouse->modifiers().testFlag(Qt::ShiftModifier) &&
            plot->axisRect()->rect().contains(mouse->pos()))
            click(mouse->pos(), mouse->modifiers());
        break;
    }
    case QEvent::MouseButtonDblClick: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        pressed = QPoint(-1000, -1000); // the release that follows is no click
        if (mouse->button() == Qt::LeftButton && plot->axisRect()->outerRect().contains(mouse->pos()))
            q->fit();
        break;
    }
    case QEvent::Wheel: {
        // Over an axis only that axis zooms.
        const QPointF position = static_cast<QWheelEvent *>(event)->position();
        const QRect rect = plot->axisRect()->rect();
        plot->axisRect()->setRangeZoomAxes(position.x() < rect.left() ? nullptr : plot->xAxis,
                                           position.y() > rect.bottom() ? nullptr : plot->yAxis);
        break;
    }
    case QEvent::Leave:
        hovered = {};
        hoveredEdge.clear();
        break;
    default:
        break;
    }
    return false;
}

QPointF PlotView::Private::pixelOf(PointRef point) const
{
    const dnas::Series &series = figure().series[at(point.series)];
    return {plot->xAxis->coordToPixel(series.x[at(point.point)]), plot->yAxis->coordToPixel(series.y[at(point.point)])};
}

PointRef PlotView::Private::pointNear(const QPointF &position, double tolerance) const
{
    PointRef best;
    double bestDistance = tolerance;
    for (std::size_t s = 0; s < drawn.size(); ++s) {
        const Drawn &series = drawn[s];
        if (!series.visible)
            continue;
        double reach = tolerance;
        if (series.bars)
            reach = 0.5 * series.bars->width() * plot->axisRect()->width() / plot->xAxis->range().size();
        const double low = plot->xAxis->pixelToCoord(position.x() - reach);
        const double high = plot->xAxis->pixelToCoord(position.x() + reach);
        const auto begin = std::lower_bound(series.sortedX.begin(), series.sortedX.end(), low);
        const auto end = std::upper_bound(begin, series.sortedX.end(), high);
        for (auto it = begin; it != end; ++it) {
            const PointRef point{static_cast<int>(s),
                                 series.order[static_cast<std::size_t>(it - series.sortedX.begin())]};
            const QPointF pixel = pixelOf(point);
            double distance = std::hypot(pixel.x() - position.x(), pixel.y() - position.y());
            if (series.bars)
                distance = position.y() >= pixel.y() - 3 ? 0 : distance;
            // Not "<": what is drawn later lies on top.
            if (distance <= bestDistance) {
                bestDistance = distance;
                best = point;
            }
        }
    }
    return best;
}

std::vector<PointRef> PlotView::Private::pointsIn(const QRect &rect) const
{
    std::vector<PointRef> points;
    const QRectF area = QRectF(rect).normalized();
    const double low = plot->xAxis->pixelToCoord(area.left());
    const double high = plot->xAxis->pixelToCoord(area.right());
    for (std::size_t s = 0; s < drawn.size(); ++s) {
        const Drawn &series = drawn[s];
        if (!series.visible)
            continue;
        auto it = std::lower_bound(series.sortedX.begin(), series.sortedX.end(), low);
        for (; it != series.sortedX.end() && *it <= high; ++it) {
            const PointRef point{static_cast<int>(s),
                                 series.order[static_cast<std::size_t>(it - series.sortedX.begin())]};
            const double y = pixelOf(point).y();
            if (y >= area.top() && y <= area.bottom())
                points.push_back(point);
        }
    }
    return points;
}

void PlotView::Private::click(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    const PointRef point = pointNear(position, kHitPixels);
    if (point.series < 0) {
        if (!selection.empty() && !modifiers.testFlag(Qt::ControlModifier))
            select({});
        return;
    }
    if (modifiers.testFlag(Qt::ControlModifier)) {
        std::vector<PointRef> points = selection;
        const auto found = std::find(points.begin(), points.end(), point);
        if (found == points.end())
            points.push_back(point);
        else
            points.erase(found);
        select(std::move(points));
        return;
    }
    select({point});
    emit q->pointClicked(point.series, point.point);
}

QString PlotView::Private::pointText(PointRef point) const
{
    const dnas::Series &series = figure().series[at(point.series)];
    if (const QString text = model->textOf(point); !text.isEmpty())
        return text;
    const auto line = [](const std::string &title, const QString &value) {
        return title.empty() ? value : fromUtf8(title) + QStringLiteral(": ") + value;
    };
    const QModelIndex cell = model->index(model->rowOf(point), FigureTableModel::XColumn);
    QStringList lines;
    if (!series.name.empty())
        lines << fromUtf8(series.name);
    lines << line(figure().x.title, cell.data().toString())
          << line(figure().y.title, cell.siblingAtColumn(FigureTableModel::YColumn).data().toString());
    return lines.join(u'\n');
}

void PlotView::Private::showToolTip(const QPoint &position)
{
    const QString edge = edgeTextAt(position);
    const PointRef point = edge.isEmpty() ? pointNear(position, kHitPixels) : PointRef{};
    if (point == hovered && edge == hoveredEdge)
        return;
    hovered = point;
    hoveredEdge = edge;
    if (point.series < 0 && edge.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(plot->mapToGlobal(position) + QPoint(6, 2), edge.isEmpty() ? pointText(point) : edge, plot);
}

void PlotView::Private::select(std::vector<PointRef> points)
{
    selection = std::move(points);
    showRings();
    if (!quiet)
        showTableSelection(); // else it came from there
    requestReplot();
    const std::vector<PointRef> copy = selection; // a receiver may set another selection
    emit q->pointsSelected(copy);
}

void PlotView::Private::selectFromTable()
{
    if (quiet)
        return;
    std::vector<PointRef> points;
    for (const QModelIndex &index : table->selectionModel()->selectedRows())
        points.push_back(model->pointAt(sorted->mapToSource(index).row()));
    std::sort(points.begin(), points.end());
    const bool before = std::exchange(quiet, true);
    select(std::move(points));
    quiet = before;
}

void PlotView::Private::zoom(double factor)
{
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis})
        axis->scaleRange(factor);
    requestReplot();
}

void PlotView::Private::pan(double x, double y)
{
    const auto move = [](QCPAxis *axis, double share) {
        const QCPRange range = axis->range();
        if (axis->scaleType() == QCPAxis::stLinear)
            axis->moveRange(share * range.size());
        else
            axis->moveRange(std::pow(range.upper / range.lower, share));
    };
    if (x != 0)
        move(plot->xAxis, x);
    if (y != 0)
        move(plot->yAxis, y);
    requestReplot();
}

} // namespace paretoscope
