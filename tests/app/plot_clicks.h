// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clicks on a plot as a hand with a mouse makes them.
#pragma once

#include "widgets/plot_view.h"

#include <QTest>

#include <qcustomplot.h>

#include <cmath>

/// Clicks where `view` has drawn the first point of its front.
inline void clickFirstFrontPoint(paretoscope::PlotView &view)
{
    view.plot()->replot(QCustomPlot::rpImmediateRefresh);
    for (const dnas::Series &series : view.figure().series) {
        if (series.role != dnas::Role::Front)
            continue;
        const QPoint where(static_cast<int>(std::lround(view.plot()->xAxis->coordToPixel(series.x.front()))),
                           static_cast<int>(std::lround(view.plot()->yAxis->coordToPixel(series.y.front()))));
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, where);
        return;
    }
    QFAIL("the figure has no front");
}
