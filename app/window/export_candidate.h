// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a network out of a study: ONNX, YAML, or the table of candidates as CSV. Blocking; called on a worker.
#pragma once

#include "core/study/study.h"

#include <filesystem>
#include <span>

namespace paretoscope {

enum class ExportFormat { Onnx, Yaml };

/// Writes the candidate's network to `path`, of YAML also its weights beside it (NAME.safetensors); on failure an
/// existing file stays as it was.
dnas::Result<void> exportCandidate(const dnas::Study &study, dnas::CandidateId id, ExportFormat format,
                                   const std::filesystem::path &path);

/// All candidates with all metrics (RFC 4180, C locale, names as in JSON).
std::string candidatesCsv(std::span<const dnas::CandidateSummary> candidates);

} // namespace paretoscope
