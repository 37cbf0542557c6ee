// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A candidate of a study as JSON, the same in every verb.
#pragma once

#include "app/cli/output.h"
#include "core/study/study.h"

namespace paretoscope {

/// id, run, label, is_seed, state, reason, feasible, qualities, moved_channels, costs with origins.
Json candidateJson(const dnas::CandidateSummary &candidate);
/// "done", "failed", "out of its limits" …
std::string stateText(const dnas::CandidateSummary &candidate);
/// The metrics that a table of candidates shows: those that at least one of them has, `first` first.
std::vector<std::string> metricsOf(const std::vector<const dnas::CandidateSummary *> &candidates,
                                   const std::string &first);

} // namespace paretoscope
