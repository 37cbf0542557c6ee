// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See study_export.h.
#include "app/shared/study_export.h"

#include "core/study/study_spec.h"

namespace paretoscope {

dnas::Result<std::vector<dnas::ExportedFile>> exportFromStudy(const dnas::Study &study,
                                                              const dnas::CandidateSummary &candidate,
                                                              dnas::CandidateFormat format,
                                                              const dnas::ExportPaths &paths)
{
    const auto network = study.network(candidate.id);
    if (!network.ok())
        return network.error();
    const auto weights = study.weights(candidate.id);
    if (!weights.ok())
        return weights.error();
    const auto spec = study.spec();
    if (!spec.ok())
        return spec.error();
    const dnas::CandidateOrigin origin{.id = candidate.id.value,
                                       .label = candidate.label,
                                       .study = study.path().filename().string(),
                                       .input = dnas::studyTaskOf(*spec).input,
                                       .qualityMetric = candidate.qualityMetric,
                                       .qualityPrecision = candidate.qualityPrecision,
                                       .quality = candidate.quality,
                                       .testQuality = candidate.testQuality};
    return dnas::exportCandidate(*network, *weights, origin, format, paths);
}

} // namespace paretoscope
