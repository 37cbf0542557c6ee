// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See plot_ticker.h.
#include "widgets/plot_ticker.h"

#include "widgets/plot_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paretoscope {

PlotTicker::PlotTicker(dnas::Scale scale, const dnas::Axis &axis)
    : m_scale(scale)
    , m_percent(axis.percent)
    , m_whole(axis.whole)
{
    setTickStepStrategy(tssReadability);
}

PlotTicker::Steps PlotTicker::stepsFor(const QCPRange &range) const
{
    if (m_scale == dnas::Scale::Linear || range.lower <= 0)
        return Steps::Linear;
    const double ratio = range.upper / range.lower;
    return ratio < 6 ? Steps::Linear : ratio < 200 ? Steps::OneTwoFive : Steps::Decades;
}

double PlotTicker::getTickStep(const QCPRange &range)
{
    m_steps = stepsFor(range);
    m_step = QCPAxisTicker::getTickStep(range);
    m_largest = std::max(std::abs(range.lower), std::abs(range.upper));
    if (m_whole)
        m_step = std::max(1.0, std::ceil(m_step));
    return m_step;
}

int PlotTicker::getSubTickCount(double tickStep)
{
    return m_steps == Steps::Linear && !m_whole ? QCPAxisTicker::getSubTickCount(tickStep) : 0;
}

QString PlotTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return m_steps == Steps::Linear ? tickText(tick, m_step, m_percent, m_largest) : decadeText(tick, m_percent);
}

QVector<double> PlotTicker::createTickVector(double tickStep, const QCPRange &range)
{
    if (m_steps == Steps::Linear)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const int stride = std::max(1, static_cast<int>(std::ceil((last - first) / std::max(2.0, tickCount() * 1.3))));
    QVector<double> ticks;
    for (int decade = first - first % stride - stride; decade <= last;
         decade += m_steps == Steps::Decades ? stride : 1) {
        ticks.append(std::pow(10.0, decade));
        if (m_steps == Steps::OneTwoFive)
            ticks << 2 * std::pow(10.0, decade) << 5 * std::pow(10.0, decade);
    }
    return ticks;
}

QVector<double> PlotTicker::createSubTickVector(int subTickCount, const QVector<double> &ticks)
{
    if (m_steps == Steps::Linear)
        return QCPAxisTicker::createSubTickVector(subTickCount, ticks);
    QVector<double> result;
    if (ticks.isEmpty())
        return result;
    const int first = static_cast<int>(std::floor(std::log10(ticks.first())));
    const int last = static_cast<int>(std::ceil(std::log10(ticks.last())));
    if (last - first > 12)
        return result;
    for (int decade = first; decade <= last; ++decade)
        for (int digit = 2; digit < 10; ++digit)
            result.append(digit * std::pow(10.0, decade));
    return result;
}

} // namespace paretoscope
