// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What depends on sizes and ranges: fitted ranges, number of ticks, lines of the legend.
#include "widgets/plot_style.h"
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace paretoscope {

PlotView::Range PlotView::Private::fittedRange(PlotAxis axis) const
{
    const bool isX = axis == PlotAxis::X;
    const bool log = scaleOf(axis) == dnas::Scale::Log;
    if (isX && !figure().categories.empty())
        return {-0.6, static_cast<double>(figure().categories.size()) - 0.4};
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    bool bars = false, points = false;
    for (std::size_t s = 0; s < drawn.size(); ++s) {
        if (!drawn[s].visible)
            continue;
        const dnas::Series &series = figure().series[s];
        bars = bars || isBar(series);
        points = points || hasSymbols(series);
        for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
            const double value = isX ? series.x[i] : series.y[i];
            const double other = isX ? series.y[i] : series.x[i];
            if (!std::isfinite(value) || !std::isfinite(other) || (log && value <= 0))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        return log ? Range{0.1, 1} : Range{0, 1};
    if (bars && !isX && !log)
        low = std::min(low, 0.0);
    // Rules belong into the picture unless they would squeeze the points.
    const double span = log ? std::log(high / low) : high - low;
    const double room = std::max(span * 1.5, log ? 0.7 : std::abs(high) * 0.5);
    const double dataLow = low;
    const double dataHigh = high;
    for (const DrawnRule &rule : rules) {
        if (rule.rule.vertical != isX)
            continue;
        const double value = rule.rule.at;
        const double outside = log ? std::max(std::log(value / dataHigh), std::log(dataLow / value))
                                   : std::max(value - dataHigh, dataLow - value);
        if (outside > room)
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (log) {
        const double factor = std::max(std::pow(high / low, 0.05), 1.1);
        return {low / factor, high * factor};
    }
    const double margin = high > low ? (high - low) * 0.05 : std::max(std::abs(high) * 0.05, 1e-9);
    Range range{low - margin, high + margin};
    if (high == low && high == 0)
        range = {-0.5, 1};
    constexpr double kEdge = 0.04; // of the range: so much keeps a point whole, and no tick falls into it
    if (low >= 0 && (range.low < 0 || bars))
        range.low = points && !bars ? std::min(0.0, low - kEdge * high) : 0;
    if (axisOf(axis).percent && high <= 1)
        range.high = std::min(range.high, std::max(1.0, high + (points ? kEdge * (1 - range.low) : 0)));
    return range;
}

void PlotView::Private::fitRanges()
{
    const bool before = std::exchange(quiet, true);
    for (const PlotAxis axis : {PlotAxis::X, PlotAxis::Y}) {
        const Range range = fittedRange(axis);
        plotAxis(axis)->setRange(range.low, range.high);
    }
    quiet = before;
}

void PlotView::Private::layoutTicks()
{
    // A label needs about so many pixels; a percent or "k" label is shorter than its neighbours' distance.
    const QFontMetrics metrics(plot->xAxis->tickLabelFont());
    plot->xAxis->ticker()->setTickCount(std::clamp((plot->width() - 80) / (metrics.averageCharWidth() * 12), 2, 9));
    plot->yAxis->ticker()->setTickCount(std::clamp((plot->height() - 80) / (metrics.height() * 3), 2, 8));
    if (figure().categories.empty())
        return;
    int widest = 0;
    for (const std::string &name : figure().categories)
        widest = std::max(widest, metrics.horizontalAdvance(fromUtf8(name).left(18)));
    const double room = static_cast<double>(plot->width() - 80) / plot->xAxis->range().size();
    plot->xAxis->setTickLabelRotation(widest + 6 > room ? -45 : 0);
}

void PlotView::Private::layoutLegend()
{
    QCPLegend *legend = plot->legend;
    const auto shown = [this](QCPLayoutElement *element, int row, bool wanted) {
        element->setVisible(wanted);
        const bool inside = plot->plotLayout()->elementCount() > 0 && plot->plotLayout()->hasElement(row, 0);
        if (wanted && !inside)
            plot->plotLayout()->addElement(row, 0, element);
        if (!wanted && inside)
            plot->plotLayout()->take(element);
    };
    shown(title, 0, !title->text().isEmpty());
    // As many columns as fit: a grid's column is as wide as its widest entry. (The legend's own count has holes.)
    const QFontMetrics metrics(legend->font());
    std::vector<int> widths;
    for (const Drawn &series : drawn)
        if (legend->hasItemWithPlottable(series.plottable()))
            widths.push_back(legend->iconSize().width() + legend->iconTextPadding() +
                             metrics.horizontalAdvance(series.plottable()->name()) + legend->columnSpacing() + 4);
    const bool wanted = legendWanted && widths.size() > 1 && hasPoints();
    shown(legendRow, 1, wanted);
    legend->setVisible(wanted);
    if (!wanted)
        return;
    for (int i = 0; i < legend->itemCount(); ++i) {
        if (QCPAbstractLegendItem *item = legend->item(i))
            item->setMargins(QMargins(0, 0, 0, 2)); // or it cuts what hangs below the line of the text
    }

    const int room = plot->width() - 40;
    int columns = static_cast<int>(widths.size());
    for (; columns > 1; --columns) {
        std::vector<int> widest(static_cast<std::size_t>(columns), 0);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            int &column = widest[i % widest.size()];
            column = std::max(column, widths[i]);
        }
        if (std::accumulate(widest.begin(), widest.end(), 0) <= room)
            break;
    }
    if (legend->wrap() == columns && legend->columnCount() <= columns)
        return;
    legend->setWrap(columns);
    legend->setFillOrder(QCPLegend::foColumnsFirst, true);
}

} // namespace paretoscope
