// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The interface of PlotView: state in, state out, keys.
#include "widgets/index.h"
#include "widgets/plot_view_p.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {

namespace {

constexpr int kFrameMs = 33;

} // namespace

PlotView::PlotView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    d->model = new FigureTableModel(this);
    d->stack = new QStackedWidget(this);
    d->createPlot();
    d->createTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->stack);
    setFocusPolicy(Qt::StrongFocus);
    d->ask = askByDialog(this);
    d->throttle.setSingleShot(true);
    d->throttle.setInterval(kFrameMs);
    connect(&d->throttle, &QTimer::timeout, this, [this] {
        if (d->replotPending)
            d->requestReplot();
    });
    d->applyTheme(themeOf(this));
    setFigure({});
}

PlotView::~PlotView()
{
    // The parts go first: what they still signal must find its receiver alive.
    d->plot->removeEventFilter(this);
    delete d->stack;
}

dnas::Scale PlotView::Private::scaleOf(PlotAxis axis) const
{
    return userScale[axis == PlotAxis::X ? 0 : 1].value_or(axisOf(axis).scale);
}

void PlotView::Private::requestReplot()
{
    if (throttle.isActive()) {
        replotPending = true;
        return;
    }
    replotPending = false;
    throttle.start();
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::setFigure(const dnas::Figure &figure, Refit refit)
{
    const dnas::Figure &old = d->figure();
    std::vector<PointRef> kept;
    for (const PointRef &point : d->selection) {
        const std::string &name = old.series[at(point.series)].name;
        const auto same = std::find_if(figure.series.begin(), figure.series.end(),
                                       [&](const dnas::Series &series) { return series.name == name; });
        if (same != figure.series.end() && at(point.point) < std::min(same->x.size(), same->y.size()))
            kept.push_back({static_cast<int>(same - figure.series.begin()), point.point});
    }
    const bool otherAxes = old.x.title != figure.x.title || old.y.title != figure.y.title;
    if (refit == Refit::Fit || otherAxes)
        d->userRange = false;
    d->quiet = true;
    d->frozen = refit == Refit::Freeze && !otherAxes;
    d->model->setFigure(figure);
    d->selection = std::move(kept);
    d->build();
    d->frozen = false;
    d->quiet = false;
    setAccessibleName(figure.title.empty()
                          ? tr("Plot of %1 over %2")
                                .arg(QString::fromStdString(figure.y.title), QString::fromStdString(figure.x.title))
                          : QString::fromStdString(figure.title));
    setAccessibleDescription(d->hasPoints()
                                 ? tr("%n points; Ctrl+T shows them as a table", nullptr, d->model->rowCount())
                                 : QString::fromStdString(figure.empty));
    if (const QString edge = d->edgeTexts(); !edge.isEmpty())
        setAccessibleDescription(accessibleDescription() + QStringLiteral("; ") + tr("marks: %1").arg(edge));
    d->table->setAccessibleName(tr("Table of %1").arg(accessibleName()));
}

const dnas::Figure &PlotView::figure() const { return d->figure(); }
void PlotView::setTextOfId(TextOfId textOf)
{
    d->textOfId = textOf;
    d->model->setTextOfId(std::move(textOf));
}
QAbstractTableModel *PlotView::tableModel() const { return d->model; }
QCustomPlot *PlotView::plot() const { return d->plot; }

void PlotView::fit()
{
    d->userRange = false;
    d->fitRanges();
    d->requestReplot();
}

PlotView::Range PlotView::range(PlotAxis axis) const
{
    const QCPRange range = d->plotAxis(axis)->range();
    return {range.lower, range.upper};
}

void PlotView::setRange(PlotAxis axis, Range range)
{
    d->plotAxis(axis)->setRange(range.low, range.high);
    d->userRange = true;
    d->requestReplot();
}

dnas::Scale PlotView::scale(PlotAxis axis) const { return d->scaleOf(axis); }

void PlotView::setScale(PlotAxis axis, dnas::Scale scale)
{
    if (d->scaleOf(axis) == scale)
        return;
    d->userScale[axis == PlotAxis::X ? 0 : 1] = scale;
    d->userRange = false;
    d->quiet = true;
    d->build();
    d->quiet = false;
}

bool PlotView::isSeriesVisible(int series) const
{
    return series >= 0 && at(series) < d->drawn.size() && d->drawn[at(series)].visible;
}

void PlotView::setSeriesVisible(int series, bool visible)
{
    if (series < 0 || at(series) >= d->drawn.size() || d->drawn[at(series)].visible == visible)
        return;
    const std::string &name = d->figure().series[at(series)].name;
    if (visible)
        d->hidden.erase(name);
    else
        d->hidden.insert(name);
    d->drawn[at(series)].visible = visible;
    d->showVisibility(series);
    d->showRings();
    if (!d->userRange)
        d->fitRanges();
    d->requestReplot();
    emit seriesVisibilityChanged(series, visible);
}

void PlotView::setLegendVisible(bool visible)
{
    d->legendWanted = visible;
    d->requestReplot();
}

void PlotView::setSelectedPoints(const std::vector<PointRef> &points)
{
    d->selection.clear();
    std::copy_if(points.begin(), points.end(), std::back_inserter(d->selection),
                 [this](PointRef point) { return d->model->rowOf(point) >= 0; });
    d->showRings();
    d->showTableSelection();
    d->requestReplot();
}

const std::vector<PointRef> &PlotView::selectedPoints() const { return d->selection; }

bool PlotView::isTableVisible() const { return d->stack->currentWidget() == d->table; }

void PlotView::setTableVisible(bool visible)
{
    if (visible == isTableVisible())
        return;
    const bool focused = hasFocus() || d->table->hasFocus();
    d->stack->setCurrentWidget(visible ? static_cast<QWidget *>(d->table) : d->plot);
    setFocusProxy(visible ? d->table : nullptr);
    if (visible) {
        d->showTableSelection();
        d->table->resizeColumnsToContents();
    }
    if (focused)
        setFocus();
    emit tableVisibleChanged(visible);
}

void PlotView::setAskFileName(AskFileName ask) { d->ask = std::move(ask); }

void PlotView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!isThemeEvent(event) || !d->plot)
        return;
    d->applyTheme(themeOf(this));
    d->requestReplot();
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const double step = event->modifiers() & Qt::ShiftModifier ? 0.5 : 0.1;
    if (control && event->key() == Qt::Key_T)
        return setTableVisible(!isTableVisible());
    if (control && event->key() == Qt::Key_C && !isTableVisible())
        return copyPicture();
    if (control && !isTableVisible()) {
        const double pixels = event->modifiers() & Qt::ShiftModifier ? 1 : 10;
        switch (event->key()) {
        case Qt::Key_Left:
            return d->nudgeRule(true, -pixels);
        case Qt::Key_Right:
            return d->nudgeRule(true, pixels);
        case Qt::Key_Up:
            return d->nudgeRule(false, -pixels);
        case Qt::Key_Down:
            return d->nudgeRule(false, pixels);
        default:
            break;
        }
    }
    if (!control && !isTableVisible()) {
        switch (event->key()) {
        case Qt::Key_Home:
            return fit();
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return d->zoom(0.8);
        case Qt::Key_Minus:
            return d->zoom(1.25);
        case Qt::Key_Left:
            return d->pan(-step, 0);
        case Qt::Key_Right:
            return d->pan(step, 0);
        case Qt::Key_Up:
            return d->pan(0, step);
        case Qt::Key_Down:
            return d->pan(0, -step);
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

bool PlotView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->plot)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Resize)
        d->empty->setGeometry(d->plot->rect().adjusted(20, 10, -20, -10));
    return d->handleMouse(event);
}

} // namespace paretoscope
