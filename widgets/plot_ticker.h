// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticks of the plot: "12.5 k", percent, and on a logarithmic axis decades, 1-2-5 or plain steps as the range asks.
#pragma once

#include "core/report/figure.h"

#include <qcustomplot.h>

namespace paretoscope {

class PlotTicker : public QCPAxisTicker {
public:
    PlotTicker(dnas::Scale scale, const dnas::Axis &axis);

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QVector<double> createSubTickVector(int subTickCount, const QVector<double> &ticks) override;

private:
    enum class Steps { Linear, OneTwoFive, Decades };
    Steps stepsFor(const QCPRange &range) const;

    dnas::Scale m_scale;
    bool m_percent;
    bool m_whole;
    double m_step = 1;
    double m_largest = 0;
    Steps m_steps = Steps::Linear;
};

} // namespace paretoscope
