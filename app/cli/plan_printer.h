// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A resolved plan for people and for scripts: runs, bounds, verdicts, estimated time.
#pragma once

#include "core/search/search_run.h"
#include "core/spec/search_spec.h"

#include <set>
#include <string>

namespace paretoscope {

/// `done`: keys of what the study holds already.
void printPlan(const dnas::SearchPlan &plan, const dnas::ProbeResult &probe, const dnas::SearchOptions &options,
               const std::set<std::string> &done, bool json);

} // namespace paretoscope
