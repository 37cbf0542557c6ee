// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board in words: supply, operating points, runtime, and how the figures of the runtime were obtained.
#pragma once

#include "core/hardware/board.h"

#include <QString>

namespace paretoscope {

QString supplyText(const dnas::Board &board); ///< "linear regulator, 3.3 V"; empty: unknown
/// "480 MHz at 1.33 V", "CPU 1200 MHz, GPU 520 MHz, memory 1066 MHz"; empty: no clock.
QString pointText(const dnas::OperatingPoint &point);
/// "3 further points", "3 further points and 3654 of a table of clocks"; empty: there is no other.
QString furtherPointsText(const dnas::Board &board);
/// What may be typed for a point of the table of clocks; empty: the board has no such table.
QString clockTableText(const dnas::Board &board);
QString runtimeText(const dnas::Runtime &runtime); ///< "X-CUBE-AI 9.0, weights of 8 bits"
/// "calibrated ± 6.9 % (energy ± 8.2 %)"
QString figuresText(const dnas::BoardSetup &setup);

} // namespace paretoscope
