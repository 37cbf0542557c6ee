// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a network out of a study: ONNX, YAML, or the table of candidates as CSV. Blocking; called on a worker.
#pragma once

#include "core/deploy/export_candidate.h"
#include "core/study/study.h"

#include <span>

namespace paretoscope {

enum class ExportFormat { Onnx, Yaml };

/// Writes the candidate's network, of YAML also its weights; existing files are replaced, on failure they stay.
dnas::Result<void> exportCandidate(const dnas::Study &study, dnas::CandidateId id, ExportFormat format,
                                   const dnas::ExportPaths &paths);

/// All candidates with all metrics (RFC 4180, C locale, names as in JSON).
std::string candidatesCsv(std::span<const dnas::CandidateSummary> candidates);

} // namespace paretoscope
