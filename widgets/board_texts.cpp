// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See board_texts.h.
#include "widgets/board_texts.h"

#include "widgets/metric_badge.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace paretoscope {

namespace {

struct BoardTexts {
    Q_DECLARE_TR_FUNCTIONS(BoardTexts)
};

QString number(double value) { return QString::number(value, 'g', 6); }

QString rangeText(const std::vector<double> &values)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return QStringLiteral("%1 … %2").arg(number(*low), number(*high));
}

} // namespace

QString supplyText(const dnas::Board &board)
{
    if (!(board.supplyVolts > 0))
        return {};
    return (board.linearSupply ? BoardTexts::tr("linear regulator, %1 V") : BoardTexts::tr("switching regulator, %1 V"))
        .arg(number(board.supplyVolts));
}

QString pointText(const dnas::OperatingPoint &point)
{
    if (!(point.clockMhz > 0))
        return {};
    if (point.gpuMhz > 0)
        return BoardTexts::tr("CPU %1 MHz, GPU %2 MHz, memory %3 MHz")
            .arg(number(point.clockMhz), number(point.gpuMhz), number(point.memoryMhz));
    if (point.voltage > 0)
        return BoardTexts::tr("%1 MHz at %2 V").arg(number(point.clockMhz), number(point.voltage));
    return BoardTexts::tr("%1 MHz").arg(number(point.clockMhz));
}

QString furtherPointsText(const dnas::Board &board)
{
    QStringList parts;
    if (board.points.size() == 2)
        parts << BoardTexts::tr("1 further point");
    else if (board.points.size() > 2)
        parts << BoardTexts::tr("%1 further points").arg(board.points.size() - 1);
    if (board.clocks.points() > 0)
        parts << BoardTexts::tr("%1 in a table of clocks").arg(board.clocks.points());
    return parts.join(QStringLiteral(", "));
}

QString clockTableText(const dnas::Board &board)
{
    const dnas::ClockTable &clocks = board.clocks;
    if (clocks.points() == 0)
        return {};
    return BoardTexts::tr("Or type one of %1 points, such as %2.\nCPU %3, GPU %4, memory %5 MHz")
        .arg(clocks.points())
        .arg(QString::fromStdString(dnas::clockPoint(clocks, clocks.cpuMhz.size() / 2, clocks.gpuMhz.size() / 2,
                                                     clocks.memoryMhz.size() / 2)
                                        .name),
             rangeText(clocks.cpuMhz), rangeText(clocks.gpuMhz), rangeText(clocks.memoryMhz));
}

QString runtimeText(const dnas::Runtime &runtime)
{
    const QString title = QString::fromStdString(runtime.title.empty() ? runtime.name : runtime.title);
    if (title.isEmpty())
        return {};
    return BoardTexts::tr("%1, weights of %2 bits").arg(title).arg(runtime.weightBits);
}

QString figuresText(const dnas::BoardSetup &setup)
{
    const dnas::Runtime &runtime = setup.runtime;
    if (runtime.name.empty())
        return BoardTexts::tr("only what can be counted");
    if (!setup.modelsTime)
        return BoardTexts::tr("%1, without time and energy")
            .arg(shortOriginText({.value = 0, .origin = runtime.origin, .errorPercent = {}}));
    dnas::CostValue time{.value = 0, .origin = runtime.origin, .errorPercent = {}};
    if (runtime.latencyErrorPercent > 0)
        time.errorPercent = runtime.latencyErrorPercent;
    const QString text = shortOriginText(time);
    if (!setup.modelsEnergy)
        return BoardTexts::tr("%1, no energy").arg(text);
    if (runtime.energyErrorPercent > 0)
        return BoardTexts::tr("%1 (energy ± %2 %)").arg(text, QString::number(runtime.energyErrorPercent, 'g', 3));
    return runtime.latencyErrorPercent > 0 ? BoardTexts::tr("%1 (energy: error unknown)").arg(text)
                                           : BoardTexts::tr("%1, error unknown").arg(text);
}

} // namespace paretoscope
