// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A resolved plan for people and for scripts: runs, bounds, verdicts, estimated time.
#pragma once

#include "core/search/search_run.h"
#include "core/spec/search_spec.h"

namespace paretoscope {

void printPlan(const dnas::SearchPlan &plan, const dnas::ProbeResult &probe, const dnas::SearchOptions &options,
               bool json);

} // namespace paretoscope
