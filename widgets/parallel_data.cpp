// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ParallelView derives from its data and the user's choices: scales, places, rows inside the brushes.
#include "core/hardware/metric.h"
#include "widgets/index.h"
#include "widgets/parallel_view_p.h"
#include "widgets/plot_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace paretoscope {

namespace {

/// What matters is drawn later.
int rank(dnas::Role role)
{
    switch (role) {
    case dnas::Role::Infeasible:
        return 0;
    case dnas::Role::Dominated:
        return 1;
    case dnas::Role::Published:
        return 3;
    case dnas::Role::Seed:
        return 4;
    default:
        return 2;
    }
}

} // namespace

ParallelView::Private::Choice &ParallelView::Private::choice(int axis) { return choices[keys[at(axis)]]; }

const ParallelView::Private::Choice *ParallelView::Private::choiceOf(int axis) const
{
    const auto found = hasAxis(axis) ? choices.find(keys[at(axis)]) : choices.end();
    return found == choices.end() ? nullptr : &found->second;
}

void ParallelView::setData(std::vector<ParallelAxis> axes, std::vector<ParallelRow> rows)
{
    std::unordered_map<QString, int> found;
    if (!d->selection.empty())
        for (std::size_t i = rows.size(); i-- > 0;)
            found[rows[i].name] = static_cast<int>(i);
    std::vector<int> kept;
    for (const int row : d->selection) {
        const QString &name = d->rows[at(row)].name;
        const auto same = found.find(name);
        if (!name.isEmpty() && same != found.end())
            kept.push_back(same->second);
    }
    d->selection = std::move(kept);
    d->axes = std::move(axes);
    d->rows = std::move(rows);
    std::map<QString, int> met;
    d->keys.clear();
    for (ParallelAxis &axis : d->axes) {
        axis.values.resize(d->rows.size(), std::numeric_limits<double>::quiet_NaN());
        d->keys.emplace_back(axis.title, met[axis.title]++);
    }
    d->order.resize(d->rows.size());
    for (std::size_t i = 0; i < d->order.size(); ++i)
        d->order[i] = static_cast<int>(i);
    std::stable_sort(d->order.begin(), d->order.end(),
                     [this](int a, int b) { return rank(d->rows[at(a)].role) < rank(d->rows[at(b)].role); });
    d->current = std::clamp(d->current, 0, std::max(0, static_cast<int>(d->axes.size()) - 1));
    d->hovered = d->hoveredTitle = -1;
    if (!d->hasAxis(d->dragAxis)) {
        d->dragAxis = -1;
        d->dragged = Private::Drag::None;
    }
    d->layout();
    d->applyBrushes();
    d->redraw(Private::Stale::All);
    d->describe();
}

void ParallelView::Private::placeAxis(int axis)
{
    const ParallelAxis &source = axes[at(axis)];
    const Choice *chosen = choiceOf(axis);
    const dnas::Scale scale = chosen && chosen->scale ? *chosen->scale : source.scale;
    const bool flipped = chosen && chosen->flipped ? *chosen->flipped : source.flipped;
    scales[at(axis)] = axisScale(source.values, scale, flipped);
    ticks[at(axis)] = axisTicks(scales[at(axis)], source.percent, frame.height(), frame.lineHeight, source.metric);
    std::vector<float> &places = units[at(axis)];
    places.resize(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        places[row] = static_cast<float>(scales[at(axis)].unitOf(source.values[row]));
}

void ParallelView::Private::layout()
{
    const auto count = static_cast<int>(axes.size());
    const QFontMetricsF metrics(smallFont());
    const bool legend =
        std::any_of(rows.begin(), rows.end(), [this](const ParallelRow &row) { return row.role != rows.front().role; });
    // The labels of the first axis are known only with its ticks: they need the height, not the width.
    double widestTitle = 0;
    for (const ParallelAxis &axis : axes)
        widestTitle = std::max(widestTitle, QFontMetricsF(q->font()).horizontalAdvance(axis.title) + 10);
    frame = parallelFrame(q->size(), count, metrics.height(), 0, legend, widestTitle);
    scales.resize(axes.size());
    ticks.resize(axes.size());
    units.resize(axes.size());
    for (int axis = 0; axis < count; ++axis)
        placeAxis(axis);
    double widest = 0;
    if (count > 0)
        for (const AxisTick &tick : ticks.front())
            widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const double height = frame.height();
    frame = parallelFrame(q->size(), count, metrics.height(), widest + 16, legend, widestTitle);
    if (frame.height() != height) // only now the titles need another line
        for (int axis = 0; axis < count; ++axis)
            placeAxis(axis);
}

QString ParallelView::Private::numberText(int axis, double value) const
{
    const ParallelAxis &source = axes[at(axis)];
    return source.metric.isEmpty() || !std::isfinite(value)
               ? valueText(value, source.percent)
               : fromUtf8(dnas::formatMetric(source.metric.toStdString(), value));
}

void ParallelView::Private::applyBrushes()
{
    inside.assign(rows.size(), true);
    for (int axis = 0; axis < static_cast<int>(axes.size()); ++axis) {
        const Choice *chosen = choiceOf(axis);
        if (!chosen || !chosen->brush)
            continue;
        const auto [low, high] = *chosen->brush;
        const std::vector<double> &values = axes[at(axis)].values;
        for (std::size_t row = 0; row < rows.size(); ++row)
            inside[row] = inside[row] && values[row] >= low && values[row] <= high; // false for NaN
    }
    insideCount = static_cast<int>(std::count(inside.begin(), inside.end(), true));
}

void ParallelView::Private::redraw(Stale stale)
{
    finished = drafted = false;
    linesStale = true;
    fadedStale = fadedStale || stale == Stale::All;
    q->update();
}

void ParallelView::Private::changeBrush(int axis, Brush brush)
{
    if (brush && brush->first > brush->second)
        std::swap(brush->first, brush->second);
    if (brush && (std::isnan(brush->first) || std::isnan(brush->second)))
        brush.reset();
    if (!hasAxis(axis) || q->brush(axis) == brush)
        return;
    choice(axis).brush = brush;
    applyBrushes();
    redraw(Stale::Lines);
    describe();
    emit q->brushChanged();
}

void ParallelView::Private::setCurrent(int axis)
{
    if (!hasAxis(axis) || axis == current)
        return;
    current = axis;
    describe();
    q->update();
}

void ParallelView::Private::describe()
{
    if (!hasAxis(current) || rows.empty()) {
        q->setAccessibleDescription(emptyText);
        return;
    }
    const ParallelAxis &axis = axes[at(current)];
    const AxisScale &scale = scales[at(current)];
    QString text = ParallelView::tr("%1 of %n lines are inside the brushes.", nullptr, static_cast<int>(rows.size()))
                       .arg(insideCount) +
                   u' ' +
                   ParallelView::tr("Axis %1 of %2: %3, %4 to %5.")
                       .arg(current + 1)
                       .arg(axes.size())
                       .arg(axis.title, numberText(current, scale.least), numberText(current, scale.most));
    if (const Brush brush = q->brush(current))
        text += u' ' + ParallelView::tr("Brushed from %1 to %2.")
                           .arg(numberText(current, brush->first), numberText(current, brush->second));
    q->setAccessibleDescription(text);
}

} // namespace paretoscope
