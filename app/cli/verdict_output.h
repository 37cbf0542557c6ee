// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a plan's targets ask for against what its space can reach: for `dnas cost --space` and `dnas search --dry-run`.
#pragma once

#include "app/cli/output.h"
#include "core/spec/search_spec.h"

namespace paretoscope {

/// Adds `verdicts`, `contradictions` and `elsewhere`.
void putVerdicts(Json &object, const dnas::SearchPlan &plan);
/// Empty when there is no target.
std::string verdictTable(const dnas::SearchPlan &plan);

} // namespace paretoscope
