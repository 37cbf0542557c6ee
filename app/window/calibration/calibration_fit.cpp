// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See calibration_fit.h.
#include "app/window/calibration/calibration_fit.h"

#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"

#include <QString>

namespace paretoscope {
namespace {

std::string cell(const dnas::CostSet &costs, const char *metric)
{
    const auto found = costs.find(metric);
    return found == costs.end() ? std::string() : QString::number(found->second.value, 'g', 5).toStdString();
}

} // namespace

dnas::Result<dnas::Calibration> fitBoard(const std::string &board, const std::string &measurements,
                                         const std::shared_ptr<FitProgress> &progress)
{
    return dnas::calibrateFromFile(board, measurements, [progress](int done, int total) {
        progress->done = done;
        progress->total = total;
        return !progress->cancelled.load();
    });
}

dnas::Result<std::string> exampleMeasurements(const std::string &board)
{
    auto start = dnas::loadBoard(board);
    if (!start.ok())
        return start.error();
    const auto setup = dnas::selectSetup(std::move(*start), "", "");
    if (!setup.ok())
        return setup.error();
    std::string text =
        "# Measurements of " + setup->board.name +
        " for a calibration. The figures below are what its board file predicts now: put your own in their\n"
        "# place. The unit is part of the column's name; leave empty what you have not measured. A column\n"
        "# layer takes measurements of single layers, a column point the name of an operating point.\n"
        "network,runtime,clock_mhz,latency_ms,energy_uj\n";
    for (const char *name : {"resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder"}) {
        const auto network = dnas::loadNetwork(name);
        if (!network.ok())
            return network.error();
        const dnas::CostSet costs = dnas::costOf(*network, *setup).total;
        text += std::string(name) + ',' + setup->runtime.name + ',' +
                QString::number(setup->point.clockMhz, 'g', 7).toStdString() + ',' + cell(costs, "latency") + ',' +
                cell(costs, "energy") + '\n';
    }
    return text;
}

} // namespace paretoscope
