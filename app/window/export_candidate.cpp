// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See export_candidate.h.
#include "app/window/export_candidate.h"

#include "app/shared/study_export.h"
#include "core/report/candidates_csv.h"

#include <algorithm>
#include <vector>

namespace paretoscope {

dnas::Result<void> exportCandidate(const dnas::Study &study, dnas::CandidateId id, dnas::CandidateFormat format,
                                   const dnas::ExportPaths &paths)
{
    const auto candidates = study.candidates();
    if (!candidates.ok())
        return candidates.error();
    const auto found = std::find_if(candidates->begin(), candidates->end(),
                                    [&](const dnas::CandidateSummary &candidate) { return candidate.id == id; });
    if (found == candidates->end())
        return dnas::invalidInput("has no candidate " + std::to_string(id.value), {.file = study.path().string()});
    const auto written = exportFromStudy(study, *found, format, paths);
    return written.ok() ? dnas::Result<void>() : dnas::Result<void>(written.error());
}

std::string candidatesCsv(std::span<const dnas::CandidateSummary> candidates, std::span<const std::size_t> front)
{
    std::vector<dnas::CsvCandidate> rows;
    for (const dnas::CandidateSummary &candidate : candidates)
        rows.push_back({&candidate, false});
    for (const std::size_t index : front)
        rows[index].onFront = true;
    return dnas::candidatesCsv(rows);
}

} // namespace paretoscope
