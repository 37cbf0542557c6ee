// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How marks look: pen, dash and shape of a series, never by colour alone.
#pragma once

#include "core/report/figure.h"
#include "widgets/palette.h"

#include <qcustomplot.h>

namespace paretoscope {

bool hasMark(const dnas::Series &series, dnas::Mark mark);
bool isBar(const dnas::Series &series);
bool hasSymbols(const dnas::Series &series); ///< that have a size
bool hasLine(const dnas::Series &series);

/// Solid, dashed or dotted as the mark says; a plain line of a category takes the category's own dash.
QPen seriesPen(const dnas::Series &series, Theme theme);
QBrush barBrush(const dnas::Series &series, Theme theme);
/// So many points of a series are drawn as small dots without an outline: a hundred thousand of them stay smooth.
bool areDots(int points);
QCPScatterStyle seriesScatter(const dnas::Series &series, Theme theme, int points);
QCPGraph::LineStyle seriesLineStyle(const dnas::Series &series);

/// Axes, grid, legend and background of a plot in the theme's colours.
void stylePlot(QCustomPlot &plot, Theme theme, const QFont &font);

} // namespace paretoscope
