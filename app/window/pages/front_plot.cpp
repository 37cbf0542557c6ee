// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See front_plot.h.
#include "app/window/pages/front_plot.h"

#include "app/window/text.h"
#include "widgets/core_words.h"

#include <unordered_set>

namespace paretoscope {

FrontPlot::FrontPlot(Selection &selection, QWidget *parent)
    : PlotView(parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("frontPlot"));
    connect(&m_selection, &Selection::changed, this, &FrontPlot::showSelection);
    connect(this, &PlotView::pointClicked, this, [this](int series, int point) {
        if (const dnas::CandidateId id = candidateAt({series, point}); id.value > 0)
            m_selection.select({id});
    });
    connect(this, &PlotView::pointsSelected, this, [this](const std::vector<PointRef> &points) {
        std::vector<dnas::CandidateId> ids;
        std::unordered_set<int> known; // the seed network may be on the front and have its own mark
        for (const PointRef &point : points)
            if (const dnas::CandidateId id = candidateAt(point); id.value > 0 && known.insert(id.value).second)
                ids.push_back(id);
        m_selection.select(std::move(ids));
    });
    connect(this, &PlotView::ruleMoved, this, [this](int rule, double at) {
        if (figure().rules[static_cast<std::size_t>(rule)].vertical)
            emit costLimitDragged(at);
        else
            emit qualityLimitDragged(at);
    });
}

void FrontPlot::setLookup(Lookup lookup)
{
    setTextOfId([lookup = std::move(lookup)](int id) {
        const dnas::CandidateSummary *candidate = lookup({id});
        return candidate ? toText(dnas::candidateText(*candidate)) : QString();
    });
}

void FrontPlot::draw(std::span<const dnas::CandidateSummary> all, std::span<const dnas::CandidateSummary> shown,
                     const dnas::FrontFigureOptions &options)
{
    const std::string axes =
        options.xMetric + options.yMetric + (options.xScale == dnas::Scale::Log ? "log" : "linear");
    const bool whole = shown.size() == all.size();
    if (axes != m_drawnAxes) {
        setFigure(translated(dnas::frontFigure(all, options)), Refit::Fit);
        setScale(PlotAxis::X, options.xScale);
    }
    // An earlier front is drawn where the whole one was, or nobody would see it grow.
    if (axes == m_drawnAxes || !whole)
        setFigure(translated(dnas::frontFigure(shown, options)), whole ? Refit::Keep : Refit::Freeze);
    m_drawnAxes = axes;
    showSelection();
}

std::vector<dnas::CandidateId> FrontPlot::front() const
{
    std::vector<dnas::CandidateId> front;
    for (const dnas::Series &series : figure().series)
        if (series.role == dnas::Role::Front)
            for (const int id : series.ids)
                front.push_back({id});
    return front;
}

dnas::CandidateId FrontPlot::candidateAt(PointRef point) const
{
    if (point.series < 0 || static_cast<std::size_t>(point.series) >= figure().series.size())
        return {};
    const std::vector<int> &ids = figure().series[static_cast<std::size_t>(point.series)].ids;
    return point.point < 0 || static_cast<std::size_t>(point.point) >= ids.size()
               ? dnas::CandidateId{}
               : dnas::CandidateId{ids[static_cast<std::size_t>(point.point)]};
}

void FrontPlot::showSelection()
{
    std::vector<PointRef> marked;
    for (std::size_t series = 0; series < figure().series.size() && !m_selection.ids().empty(); ++series)
        for (std::size_t point = 0; point < figure().series[series].x.size(); ++point) {
            const PointRef ref{static_cast<int>(series), static_cast<int>(point)};
            if (m_selection.contains(candidateAt(ref)))
                marked.push_back(ref);
        }
    setSelectedPoints(marked);
}

} // namespace paretoscope
