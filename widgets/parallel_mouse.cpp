// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mouse on parallel coordinates: brushes on the axes, lines between them, titles above.
#include "widgets/index.h"
#include "widgets/parallel_view_p.h"
#include "widgets/plot_text.h"

#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr double kAxisReach = 9; ///< pixels beside an axis that belong to it
constexpr double kLineReach = 8;
constexpr double kEdge = 4;  ///< of a brush, to take it by its end
constexpr double kStill = 4; ///< a shorter way is a click

} // namespace

int ParallelView::Private::axisUnder(QPointF position) const
{
    const int axis = frame.nearest(position.x());
    const bool near = axis >= 0 && !rows.empty() && std::abs(frame.x[at(axis)] - position.x()) <= kAxisReach &&
                      position.y() >= frame.top - kEdge && position.y() <= frame.bottom + kEdge;
    return near ? axis : -1;
}

int ParallelView::Private::titleUnder(QPointF position) const
{
    for (int axis = 0; axis < static_cast<int>(axes.size()); ++axis)
        if (q->titleRect(axis).contains(position))
            return axis;
    return -1;
}

ParallelView::Private::Drag ParallelView::Private::gripUnder(int axis, double y) const
{
    const Brush brush = q->brush(axis);
    if (!brush)
        return Drag::Create;
    const AxisScale &scale = scales[at(axis)];
    const double low = frame.yOf(std::clamp(scale.unitOf(brush->first), 0.0, 1.0));
    const double high = frame.yOf(std::clamp(scale.unitOf(brush->second), 0.0, 1.0));
    // The inner part of a narrow brush stays free for moving it.
    const double inner = std::min(kEdge, std::abs(low - high) / 4);
    const auto holds = [&](double edge, double other) {
        const double outwards = edge > other ? y - edge : edge - y;
        return outwards >= -inner && outwards <= kEdge;
    };
    if (holds(high, low))
        return Drag::High;
    if (holds(low, high))
        return Drag::Low;
    return y > std::min(low, high) && y < std::max(low, high) ? Drag::Move : Drag::Create;
}

int ParallelView::Private::rowNear(QPointF position) const
{
    int best = -1;
    double bestDistance = kLineReach;
    const auto count = static_cast<int>(axes.size());
    if (count == 0 || position.y() < frame.top - kLineReach || position.y() > frame.bottom + kLineReach)
        return -1;
    const auto right =
        static_cast<int>(std::upper_bound(frame.x.begin(), frame.x.end(), position.x()) - frame.x.begin());
    const int from = std::clamp(right - 1, 0, std::max(0, count - 2));
    const int to = std::min(from + 1, count - 1);
    for (const int row : order) {
        if (!inside[at(row)])
            continue;
        const bool hasFrom = !std::isnan(units[at(from)][at(row)]);
        const bool hasTo = !std::isnan(units[at(to)][at(row)]);
        if (!hasFrom && !hasTo)
            continue;
        const QPointF a = place(hasFrom ? from : to, row);
        const QPointF b = place(hasTo ? to : from, row);
        const double distance = distanceToSegment(position, a, b);
        // Not "<": what is drawn later lies on top.
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = row;
        }
    }
    return best;
}

void ParallelView::Private::drag(QPointF position)
{
    const AxisScale &scale = scales[at(dragAxis)];
    const double unit = std::clamp(frame.unitAt(position.y()), 0.0, 1.0);
    double from = dragAnchor;
    double to = unit;
    if (dragged == Drag::Move) {
        const auto [a, b] = std::minmax(dragStart.first, dragStart.second);
        const double shift = std::clamp(frame.unitAt(position.y()) - dragAnchor, -a, 1 - b);
        from = dragStart.first + shift;
        to = dragStart.second + shift;
    }
    changeBrush(dragAxis, std::pair{scale.valueAt(from), scale.valueAt(to)});
}

void ParallelView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    QToolTip::hideText();
    d->pressed = event->position();
    d->dragAxis = d->axisUnder(event->position());
    d->dragged = Private::Drag::Press;
    const int title = d->titleUnder(event->position());
    d->setCurrent(title >= 0 ? title : d->dragAxis);
}

void ParallelView::mouseMoveEvent(QMouseEvent *event)
{
    if (d->dragged == Private::Drag::None)
        return d->hover(event->position().toPoint());
    if (d->dragAxis < 0)
        return;
    if (d->dragged == Private::Drag::Press) {
        if (std::abs(event->position().y() - d->pressed.y()) < kStill)
            return;
        const AxisScale &scale = d->scales[at(d->dragAxis)];
        d->hovered = -1;
        d->dragged = d->gripUnder(d->dragAxis, d->pressed.y());
        d->dragAnchor = std::clamp(d->frame.unitAt(d->pressed.y()), 0.0, 1.0);
        if (const auto range = brush(d->dragAxis); range && d->dragged != Private::Drag::Create) {
            d->dragStart = {std::clamp(scale.unitOf(range->first), 0.0, 1.0),
                            std::clamp(scale.unitOf(range->second), 0.0, 1.0)};
            if (d->dragged != Private::Drag::Move)
                d->dragAnchor = d->dragged == Private::Drag::Low ? d->dragStart.second : d->dragStart.first;
        }
    }
    d->drag(event->position());
}

void ParallelView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const auto was = std::exchange(d->dragged, Private::Drag::None);
    const int axis = std::exchange(d->dragAxis, -1);
    update(); // the numbers beside the brush go
    if (was != Private::Drag::Press || (event->position() - d->pressed).manhattanLength() >= kStill)
        return;
    if (axis >= 0 && brush(axis) && d->gripUnder(axis, event->position().y()) != Private::Drag::Create)
        return setBrush(axis, {});
    d->click(event->position(), event->modifiers());
}

void ParallelView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int title = event->button() == Qt::LeftButton ? d->titleUnder(event->position()) : -1;
    if (title >= 0)
        setFlipped(title, !isFlipped(title));
}

void ParallelView::Private::click(QPointF position, Qt::KeyboardModifiers modifiers)
{
    const bool add = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    const int row = rowNear(position);
    if (row < 0) {
        if (!selection.empty() && !add && titleUnder(position) < 0)
            select({});
        return;
    }
    if (!add)
        return select({row});
    std::vector<int> next = selection;
    const auto found = std::find(next.begin(), next.end(), row);
    if (found == next.end())
        next.push_back(row);
    else
        next.erase(found);
    select(std::move(next));
}

void ParallelView::Private::select(std::vector<int> chosen)
{
    if (chosen == selection)
        return;
    selection = std::move(chosen);
    q->update();
    const std::vector<int> copy = selection; // a receiver may set another selection
    emit q->rowsSelected(copy);
}

QString ParallelView::Private::rowText(int row) const
{
    QStringList parts;
    if (!rows[at(row)].name.isEmpty())
        parts << rows[at(row)].name;
    for (int axis = 0; axis < static_cast<int>(axes.size()); ++axis)
        parts << axes[at(axis)].title + QStringLiteral(": ") + numberText(axis, axes[at(axis)].values[at(row)]);
    return parts.join(u'\n');
}

void ParallelView::Private::hover(QPoint position)
{
    const int title = titleUnder(position);
    const int axis = axisUnder(position);
    const int row = title >= 0 ? -1 : rowNear(position);
    const Drag grip = axis >= 0 ? gripUnder(axis, position.y()) : Drag::None;
    q->setCursor(grip == Drag::Low || grip == Drag::High ? Qt::SizeVerCursor
                 : grip == Drag::Move                    ? Qt::SizeAllCursor
                 : grip == Drag::Create                  ? Qt::CrossCursor
                                                         : Qt::ArrowCursor);
    if (row == hovered && title == hoveredTitle)
        return;
    if (row != hovered)
        q->update();
    hovered = row;
    hoveredTitle = title;
    const QPoint place = q->mapToGlobal(position) + QPoint(6, 2);
    if (title >= 0)
        QToolTip::showText(place,
                           axes[at(title)].title + u'\n' +
                               ParallelView::tr("Double click flips the axis, a drag along it brushes a range."),
                           q);
    else if (row >= 0)
        QToolTip::showText(place, rowText(row), q);
    else
        QToolTip::hideText();
}

void ParallelView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (d->hovered >= 0)
        update();
    d->hovered = d->hoveredTitle = -1;
}

} // namespace paretoscope
