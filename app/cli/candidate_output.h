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

} // namespace paretoscope
