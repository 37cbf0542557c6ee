// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From lists to runs: the Cartesian product of all targets and strengths, each run with a label that says what
// sets it apart. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// Targets of all terms are outermost, then strengths, both in the order of the spec. Keys are left empty.
/// Behind them the baselines of the spec, for each combination of targets once.
/// Every term's metric must be in `seedCost`. Fails when the product is too large to be meant.
Result<std::vector<RunPlan>> expandSweep(const SearchSpec &spec, const CostSet &seedCost);

/// By term: what runs that differ in their strengths alone have in common.
std::vector<double> targetsOf(const RunPlan &run);

} // namespace dnas
