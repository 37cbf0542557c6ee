// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a candidate out of a study, as `dnas export` and the window do. Blocking.
#pragma once

#include "core/deploy/export_candidate.h"
#include "core/study/study.h"

namespace paretoscope {

/// Network and weights of `candidate`, with where they come from and how good they are. Errors: of reading the study,
/// and those of dnas::exportCandidate.
dnas::Result<std::vector<dnas::ExportedFile>> exportFromStudy(const dnas::Study &study,
                                                              const dnas::CandidateSummary &candidate,
                                                              dnas::CandidateFormat format,
                                                              const dnas::ExportPaths &paths);

} // namespace paretoscope
