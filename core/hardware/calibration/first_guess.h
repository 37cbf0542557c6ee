// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of a kernel library's coefficients before anything is measured. Chosen from how kernels are written, not
// from data; docs/cost_models.md, "How coefficients are fitted".
#pragma once

#include "core/hardware/calibration/population_fit.h"

namespace dnas {

/// Cycles per unit of each term (above the least) where a fit begins.
WorkVector firstGuess(const MeasuredRow &row);

/// Cycles per unit that no library can save: a core with so many multipliers cannot do more multiply-adds in a cycle.
WorkVector leastCycles(const MeasuredRow &row);

} // namespace dnas
