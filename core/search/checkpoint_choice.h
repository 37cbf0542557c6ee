// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of two checkpoints a phase keeps. Torch-free.
#pragma once

#include "core/search/phase_state.h"

#include <map>
#include <string>
#include <vector>

namespace dnas {

/// Largest relative violation of a term at these costs, by metric.
double worstViolation(const std::vector<ActiveTerm> &terms, const std::map<std::string, double> &costs);

/// On target first, then by validation quality; off target, by the violation. Anything beats an epoch of -1.
bool isBetter(const Checkpoint &a, const Checkpoint &b);

} // namespace dnas
