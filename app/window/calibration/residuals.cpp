// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See residuals.h.
#include "app/window/calibration/residuals.h"

#include "app/window/text.h"
#include "core/hardware/metric.h"

#include <QCoreApplication>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>

namespace paretoscope {
namespace {

struct Residuals {
    Q_DECLARE_TR_FUNCTIONS(Residuals)
};

QString formatted(bool energy, double value)
{
    return toText(dnas::formatMetric(energy ? "energy" : "latency", value));
}

QString offText(double predicted, double measured)
{
    const double percent = 100 * (predicted / measured - 1);
    return QStringLiteral("%1%2 %").arg(percent < 0 ? QStringLiteral("−") : QStringLiteral("+"),
                                        QString::number(std::abs(percent), 'f', 1));
}

QString nameOf(const dnas::Residual &residual)
{
    const QString network = toText(std::filesystem::path(residual.network).stem());
    return residual.layer.empty() ? network : network + QLatin1Char(' ') + toText(residual.layer);
}

QString titleOf(const dnas::Board &board, const std::string &runtime)
{
    const dnas::Runtime *found = board.findRuntime(runtime);
    return toText(found && !found->title.empty() ? found->title : runtime);
}

QStandardItem *textItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(text, Qt::UserRole);
    return item;
}

QStandardItem *numberItem(const QString &text, double value)
{
    QStandardItem *item = textItem(text);
    item->setData(value, Qt::UserRole);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

bool hasEnergy(const dnas::Calibration &calibration)
{
    return std::any_of(calibration.runtimes.begin(), calibration.runtimes.end(),
                       [](const auto &runtime) { return runtime.energyErrorPercent > 0; });
}

dnas::Figure residualFigure(const dnas::Calibration &calibration, FittedMetric metric)
{
    const bool energy = metric == FittedMetric::Energy;
    dnas::Figure figure;
    figure.x = {
        .title = (energy ? Residuals::tr("Measured energy, µJ") : Residuals::tr("Measured latency, ms")).toStdString(),
        .scale = dnas::Scale::Log};
    figure.y = {
        .title =
            (energy ? Residuals::tr("Predicted energy, µJ") : Residuals::tr("Predicted latency, ms")).toStdString(),
        .scale = dnas::Scale::Log};
    double low = std::numeric_limits<double>::max();
    double high = 0;
    int category = 0;
    for (const dnas::RuntimeCalibration &runtime : calibration.runtimes) {
        const QString title = titleOf(calibration.board, runtime.runtime);
        const auto name = [&](const QString &kind) {
            return (calibration.runtimes.size() > 1 ? QStringLiteral("%1, %2").arg(title, kind) : kind).toStdString();
        };
        dnas::Series heldOut{
            .name = name(Residuals::tr("held out")), .category = category, .marks = {dnas::Mark::Circle}};
        dnas::Series fitted{.name = name(Residuals::tr("fitted")), .category = category, .marks = {dnas::Mark::Cross}};
        for (const dnas::Residual &r : runtime.residuals) {
            if (r.energy != energy || !(r.measured > 0))
                continue;
            const auto add = [&](dnas::Series &series, double value, const QString &kind) {
                series.x.push_back(r.measured);
                series.y.push_back(value);
                series.texts.push_back(QStringLiteral("%1, %2: %3 (%4)")
                                           .arg(nameOf(r), kind, formatted(energy, value), offText(value, r.measured))
                                           .toStdString());
                low = std::min({low, r.measured, value});
                high = std::max({high, r.measured, value});
            };
            add(heldOut, r.heldOut, Residuals::tr("held out"));
            add(fitted, r.fitted, Residuals::tr("fitted"));
        }
        figure.series.push_back(std::move(heldOut));
        figure.series.push_back(std::move(fitted));
        ++category;
    }
    if (high > 0) {
        dnas::Series diagonal{.name = Residuals::tr("as measured").toStdString(),
                              .role = dnas::Role::Marker,
                              .marks = {dnas::Mark::DashedLine}};
        diagonal.x = diagonal.y = {low / 1.3, high * 1.3};
        figure.series.insert(figure.series.begin(), std::move(diagonal));
    }
    figure.empty = Residuals::tr("Nothing was measured of it.").toStdString();
    return figure;
}

QString statedErrors(const dnas::Calibration &calibration)
{
    QStringList lines;
    for (const dnas::RuntimeCalibration &runtime : calibration.runtimes) {
        const QString title = titleOf(calibration.board, runtime.runtime);
        const QString latency = QString::number(runtime.latencyErrorPercent, 'g', 3);
        lines << (runtime.energyErrorPercent > 0
                      ? Residuals::tr("%1: latency ± %2 %, energy ± %3 %")
                            .arg(title, latency, QString::number(runtime.energyErrorPercent, 'g', 3))
                      : Residuals::tr("%1: latency ± %2 %").arg(title, latency));
    }
    return lines.join(QLatin1Char('\n'));
}

void fillResiduals(QStandardItemModel &model, const dnas::Calibration &calibration)
{
    const bool several = calibration.runtimes.size() > 1;
    model.clear();
    QStringList header{Residuals::tr("Network"), Residuals::tr("Metric"),   Residuals::tr("Measured"),
                       Residuals::tr("Fitted"),  Residuals::tr("Held out"), Residuals::tr("Off")};
    if (several)
        header << Residuals::tr("Runtime");
    model.setHorizontalHeaderLabels(header);
    for (const dnas::RuntimeCalibration &runtime : calibration.runtimes)
        for (const dnas::Residual &r : runtime.residuals) {
            QList<QStandardItem *> row{textItem(nameOf(r)),
                                       textItem(r.energy ? Residuals::tr("energy") : Residuals::tr("latency")),
                                       numberItem(formatted(r.energy, r.measured), r.measured),
                                       numberItem(formatted(r.energy, r.fitted), r.fitted),
                                       numberItem(formatted(r.energy, r.heldOut), r.heldOut),
                                       numberItem(offText(r.heldOut, r.measured), r.heldOut / r.measured - 1)};
            if (several)
                row << textItem(titleOf(calibration.board, runtime.runtime));
            model.appendRow(row);
        }
    for (const int column : {2, 3, 4, 5})
        model.horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    model.horizontalHeaderItem(3)->setToolTip(Residuals::tr("By the coefficients that are written to the board file"));
    model.horizontalHeaderItem(4)->setToolTip(
        Residuals::tr("Predicted by a fit that has not seen this network on this chip and library"));
    model.horizontalHeaderItem(5)->setToolTip(
        Residuals::tr("Held out against measured; ± is the root mean square of it"));
}

} // namespace paretoscope
