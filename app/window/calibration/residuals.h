// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The result of a calibration as values to show: a figure, rows of a table, the stated errors.
#pragma once

#include "core/hardware/calibration/calibrate.h"
#include "core/report/figure.h"

#include <QString>

class QStandardItemModel;

namespace paretoscope {

enum class FittedMetric { Latency, Energy };

/// Predicted against measured on logarithmic axes, with the diagonal: held out as discs, fitted as crosses.
dnas::Figure residualFigure(const dnas::Calibration &calibration, FittedMetric metric);
bool hasEnergy(const dnas::Calibration &calibration);
/// "X-CUBE-AI 9.0: latency ± 6.9 %, energy ± 8.2 %", a line for each runtime.
QString statedErrors(const dnas::Calibration &calibration);
/// Network, metric, measured, fitted, held out, % off (and the runtime, of several). Qt::UserRole: bare numbers.
void fillResiduals(QStandardItemModel &model, const dnas::Calibration &calibration);

} // namespace paretoscope
