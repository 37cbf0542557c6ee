// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The interface of ParallelView: state in, state out, keys.
#include "widgets/index.h"
#include "widgets/parallel_view_p.h"

#include <QKeyEvent>

#include <algorithm>

namespace paretoscope {

ParallelView::ParallelView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Parallel coordinates"));
    d->ask = askByDialog(this);
    d->emptyText = tr("Nothing to compare yet.");
    setData({}, {});
}

ParallelView::~ParallelView() = default;

void ParallelView::setSelectedRows(const std::vector<int> &rows)
{
    d->selection.clear();
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(d->selection),
                 [this](int row) { return row >= 0 && at(row) < d->rows.size(); });
    update();
}

const std::vector<int> &ParallelView::selectedRows() const { return d->selection; }

void ParallelView::setEmptyText(const QString &text)
{
    d->emptyText = text;
    d->describe();
    update();
}

void ParallelView::setBrush(int axis, std::optional<std::pair<double, double>> range) { d->changeBrush(axis, range); }

std::optional<std::pair<double, double>> ParallelView::brush(int axis) const
{
    const Private::Choice *chosen = d->choiceOf(axis);
    return chosen ? chosen->brush : std::nullopt;
}

void ParallelView::clearBrushes()
{
    bool any = false;
    for (auto &[key, chosen] : d->choices) {
        any = any || chosen.brush.has_value();
        chosen.brush.reset();
    }
    if (!any)
        return;
    d->applyBrushes();
    d->redraw(Private::Stale::Lines);
    d->describe();
    emit brushChanged();
}

void ParallelView::setScale(int axis, dnas::Scale scale)
{
    if (!d->hasAxis(axis) || (scale == dnas::Scale::Log && !hasPositive(d->axes[at(axis)].values)))
        return;
    d->choice(axis).scale = scale;
    d->layout();
    d->redraw(Private::Stale::All);
}

dnas::Scale ParallelView::scale(int axis) const
{
    return d->hasAxis(axis) ? d->scales[at(axis)].scale : dnas::Scale::Linear;
}

void ParallelView::setFlipped(int axis, bool flipped)
{
    if (!d->hasAxis(axis))
        return;
    d->choice(axis).flipped = flipped;
    d->layout();
    d->redraw(Private::Stale::All);
}

bool ParallelView::isFlipped(int axis) const { return d->hasAxis(axis) && d->scales[at(axis)].flipped; }

std::vector<int> ParallelView::brushedRows() const
{
    std::vector<int> result;
    for (std::size_t row = 0; row < d->inside.size(); ++row)
        if (d->inside[row])
            result.push_back(static_cast<int>(row));
    return result;
}

bool ParallelView::isDrawn() const { return d->finished; }

int ParallelView::currentAxis() const { return d->hasAxis(d->current) ? d->current : -1; }

QPointF ParallelView::pointAt(int axis, double value) const
{
    return d->hasAxis(axis) ? QPointF(d->frame.x[at(axis)], d->frame.yOf(d->scales[at(axis)].unitOf(value)))
                            : QPointF();
}

void ParallelView::setAskFileName(AskFileName ask) { d->ask = std::move(ask); }

void ParallelView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->layout();
    d->redraw(Private::Stale::All);
}

void ParallelView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!d || !(isThemeEvent(event) || event->type() == QEvent::FontChange))
        return;
    d->layout();
    d->redraw(Private::Stale::All);
}

void ParallelView::keyPressEvent(QKeyEvent *event)
{
    const int axis = currentAxis();
    if (event->matches(QKeySequence::Copy))
        return copyPicture();
    if (axis >= 0 && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        switch (event->key()) {
        case Qt::Key_Left:
            return d->setCurrent(axis - 1);
        case Qt::Key_Right:
            return d->setCurrent(axis + 1);
        case Qt::Key_L:
            return setScale(axis, scale(axis) == dnas::Scale::Log ? dnas::Scale::Linear : dnas::Scale::Log);
        case Qt::Key_F:
            return setFlipped(axis, !isFlipped(axis));
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return setBrush(axis, {});
        case Qt::Key_Escape:
            if (d->selection.empty())
                break;
            return d->select({});
        default:
            break;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace paretoscope
