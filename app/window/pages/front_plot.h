// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plot of the Pareto page: candidates over two metrics, the program's one selection, limits that can be dragged.
#pragma once

#include "app/window/selection.h"
#include "core/report/figures.h"
#include "widgets/plot_view.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace paretoscope {

class FrontPlot : public PlotView {
    Q_OBJECT

public:
    FrontPlot(Selection &selection, QWidget *parent = nullptr);

    using Lookup = std::function<const dnas::CandidateSummary *(dnas::CandidateId)>;

    /// Where the texts of points come from, when they are asked for.
    void setLookup(Lookup lookup);
    /// The next figure is fitted anew.
    void restart() { m_drawnAxes.clear(); }
    /// Draws `shown`, the first of `all`; the axes reach over all of them.
    void draw(std::span<const dnas::CandidateSummary> all, std::span<const dnas::CandidateSummary> shown,
              const dnas::FrontFigureOptions &options);
    /// The front that is drawn, by increasing cost.
    std::vector<dnas::CandidateId> front() const;

signals:
    void costLimitDragged(double value);
    void qualityLimitDragged(double value);

private:
    void showSelection();
    dnas::CandidateId candidateAt(PointRef point) const;

    Selection &m_selection;
    std::string m_drawnAxes;
};

} // namespace paretoscope
