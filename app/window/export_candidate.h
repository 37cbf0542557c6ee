// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a network out of a study: ONNX, YAML, or the table of candidates as CSV. Blocking; called on a worker.
#pragma once

#include "core/deploy/export_candidate.h"
#include "core/study/study.h"

#include <span>

namespace paretoscope {

/// Writes the candidate's network, of YAML also its weights; existing files are replaced, on failure they stay.
dnas::Result<void> exportCandidate(const dnas::Study &study, dnas::CandidateId id, dnas::CandidateFormat format,
                                   const dnas::ExportPaths &paths);

/// All candidates as `dnas front --all --csv` has them, in their own order; `front`: indices.
std::string candidatesCsv(std::span<const dnas::CandidateSummary> candidates, std::span<const std::size_t> front);

} // namespace paretoscope
