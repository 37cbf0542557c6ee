// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the figure to what QCustomPlot draws.
#include "widgets/index.h"
#include "widgets/plot_style.h"
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace paretoscope {

namespace {

/// What cannot stand on the axis becomes a gap.
double drawable(double value, dnas::Scale scale)
{
    const bool fits = std::isfinite(value) && (scale == dnas::Scale::Linear || value > 0);
    return fits ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

bool PlotView::Private::hasPoints() const
{
    return std::any_of(figure().series.begin(), figure().series.end(), [](const dnas::Series &series) {
        for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i)
            if (std::isfinite(series.x[i]) && std::isfinite(series.y[i]))
                return true;
        return false;
    });
}

void PlotView::Private::build()
{
    hovered = {};
    hoveredEdge.clear();
    plot->clearPlottables();
    plot->clearItems();
    delete barsGroup;
    barsGroup = nullptr;
    rings = nullptr;
    drawn.assign(figure().series.size(), {});
    const auto bars = static_cast<int>(std::count_if(figure().series.begin(), figure().series.end(), isBar));
    if (bars > 1)
        barsGroup = new QCPBarsGroup(plot);
    applyAxes();
    for (int i = 0; i < static_cast<int>(drawn.size()); ++i)
        buildSeries(i, barsGroup, bars);
    rings = plot->addGraph();
    rings->setName(QStringLiteral("selection"));
    rings->setLineStyle(QCPGraph::lsNone);
    rings->setAdaptiveSampling(false);
    rings->setLayer(QStringLiteral("axes"));
    buildRules();
    title->setText(fromUtf8(figure().title));
    applyTheme(themeOf(q));
    showRings();
    showTableSelection();
    showEmptyText();
    // A line that is dragged must not move the ground below itself.
    if (!userRange && !frozen && grabbed < 0)
        fitRanges();
    requestReplot();
}

void PlotView::Private::buildSeries(int index, QCPBarsGroup *group, int barSeries)
{
    const dnas::Series &series = figure().series[at(index)];
    Drawn &target = drawn[at(index)];
    const std::size_t count = std::min(series.x.size(), series.y.size());
    const dnas::Scale xScale = scaleOf(PlotAxis::X);
    const dnas::Scale yScale = scaleOf(PlotAxis::Y);
    target.visible = !hidden.contains(series.name);
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isnan(drawable(series.x[i], xScale)))
            target.order.push_back(static_cast<int>(i));
    std::stable_sort(target.order.begin(), target.order.end(),
                     [&](int a, int b) { return series.x[at(a)] < series.x[at(b)]; });
    target.sortedX.reserve(target.order.size());
    for (const int point : target.order)
        target.sortedX.push_back(series.x[at(point)]);

    const auto y = [&](int point) {
        return drawable(series.y[at(point)], yScale);
    };
    if (isBar(series)) {
        target.bars = new QCPBars(plot->xAxis, plot->yAxis);
        target.bars->setBarsGroup(group);
        target.bars->setWidth(0.72 / std::max(1, barSeries));
        QVector<QCPBarsData> data;
        for (const int point : target.order)
            data.append({series.x[at(point)], y(point)});
        target.bars->data()->set(data, true);
    } else {
        target.graph = plot->addGraph();
        target.graph->setAdaptiveSampling(true);
        target.graph->setLineStyle(seriesLineStyle(series));
        QVector<QCPGraphData> data;
        data.reserve(static_cast<qsizetype>(target.order.size()));
        for (const int point : target.order)
            data.append({series.x[at(point)], y(point)});
        target.graph->data()->set(data, true);
    }
    target.plottable()->setName(fromUtf8(series.name));
    target.plottable()->setSelectable(QCP::stNone);
    if (!series.name.empty())
        target.plottable()->addToLegend();
    showVisibility(index);
}

void PlotView::Private::applyAxes()
{
    for (const PlotAxis which : {PlotAxis::X, PlotAxis::Y}) {
        QCPAxis *axis = plotAxis(which);
        const dnas::Scale scale = scaleOf(which);
        axis->setLabel(fromUtf8(axisOf(which).title));
        axis->setScaleType(scale == dnas::Scale::Log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        axis->setTickLabelRotation(0);
        axis->setSubTicks(true);
        axis->setTicker(QSharedPointer<PlotTicker>::create(scale, axisOf(which)));
    }
    if (figure().categories.empty())
        return;
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < figure().categories.size(); ++i) {
        QString name = fromUtf8(figure().categories[i]);
        if (name.size() > 18)
            name = name.left(17) + QChar(0x2026);
        ticker->addTick(static_cast<double>(i), name);
    }
    plot->xAxis->setTicker(ticker);
    plot->xAxis->setSubTicks(false);
}

void PlotView::Private::showRings()
{
    QVector<QCPGraphData> data;
    for (const PointRef &point : selection) {
        const dnas::Series &series = figure().series[at(point.series)];
        if (!drawn[at(point.series)].visible || isBar(series))
            continue;
        data.append({drawable(series.x[at(point.point)], scaleOf(PlotAxis::X)),
                     drawable(series.y[at(point.point)], scaleOf(PlotAxis::Y))});
    }
    data.removeIf([](const QCPGraphData &point) { return std::isnan(point.key); });
    rings->data()->set(data);
}

void PlotView::Private::showTableSelection()
{
    if (!q->isTableVisible())
        return;
    const bool before = std::exchange(quiet, true);
    QItemSelection rows;
    for (const PointRef &point : selection) {
        const QModelIndex index = sorted->mapFromSource(model->index(model->rowOf(point), 0));
        rows.select(index, index);
    }
    table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    quiet = before;
}

void PlotView::Private::showEmptyText()
{
    const bool none = !hasPoints();
    empty->setText(fromUtf8(figure().empty));
    empty->setVisible(none);
    plot->axisRect()->setVisible(!none);
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis})
        axis->setVisible(!none);
    plot->legend->setVisible(!none);
    for (const DrawnRule &rule : rules)
        rule.text->setVisible(!none && !rule.rule.text.empty());
    for (const DrawnNote &note : notes)
        note.text->setVisible(!none);
}

} // namespace paretoscope
