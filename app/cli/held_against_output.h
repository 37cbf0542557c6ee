// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searched candidates beside their baselines, on test: a part of `dnas show`.
#pragma once

#include "app/cli/output.h"
#include "core/study/study.h"

#include <string>
#include <vector>

namespace paretoscope {

Json heldAgainstJson(const std::vector<dnas::CandidateSummary> &candidates, const std::vector<dnas::StudyRun> &runs);
/// A table and what it comes to; empty where there are no baselines.
std::string heldAgainstText(const std::vector<dnas::CandidateSummary> &candidates,
                            const std::vector<dnas::StudyRun> &runs);

} // namespace paretoscope
