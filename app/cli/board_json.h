// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board with its points and runtimes for scripts; null where the board file does not say.
#pragma once

#include "app/cli/output.h"
#include "core/hardware/board.h"

namespace paretoscope {

Json boardJson(const dnas::Board &board);

} // namespace paretoscope
