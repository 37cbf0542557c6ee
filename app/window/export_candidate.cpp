// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See export_candidate.h.
#include "app/window/export_candidate.h"

#include "core/base/numbers.h"
#include "core/study/study_spec.h"

#include <algorithm>

namespace paretoscope {
namespace {

std::string quoted(const std::string &text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result + '"';
}

} // namespace

dnas::Result<void> exportCandidate(const dnas::Study &study, dnas::CandidateId id, ExportFormat format,
                                   const dnas::ExportPaths &paths)
{
    const auto candidates = study.candidates();
    if (!candidates.ok())
        return candidates.error();
    const auto found = std::find_if(candidates->begin(), candidates->end(),
                                    [&](const dnas::CandidateSummary &candidate) { return candidate.id == id; });
    if (found == candidates->end())
        return dnas::invalidInput("has no candidate " + std::to_string(id.value), {.file = study.path().string()});
    const auto network = study.network(id);
    if (!network.ok())
        return network.error();
    const auto weights = study.weights(id);
    if (!weights.ok())
        return weights.error();
    const auto spec = study.spec();
    if (!spec.ok())
        return spec.error();
    const dnas::CandidateOrigin origin{.id = id.value,
                                       .label = found->label,
                                       .study = study.path().filename().string(),
                                       .input = dnas::studyTaskOf(*spec).input,
                                       .qualityMetric = found->qualityMetric,
                                       .qualityPrecision = found->qualityPrecision,
                                       .quality = found->quality,
                                       .testQuality = found->testQuality};
    const auto written = dnas::exportCandidate(
        *network, *weights, origin,
        format == ExportFormat::Yaml ? dnas::CandidateFormat::Yaml : dnas::CandidateFormat::Onnx, paths);
    return written.ok() ? dnas::Result<void>() : dnas::Result<void>(written.error());
}

std::string candidatesCsv(std::span<const dnas::CandidateSummary> candidates)
{
    std::string csv = "id,run,label,state,feasible,quality,test_quality,quality_metric,quality_precision";
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        csv += ',' + metric.jsonKey;
    csv += "\r\n";
    for (const dnas::CandidateSummary &c : candidates) {
        csv += std::to_string(c.id.value) + ',' + std::to_string(c.run.value) + ',' + quoted(c.label) + ',';
        csv += std::string(dnas::candidateStateName(c.state)) + (c.feasible ? ",true," : ",false,");
        csv += dnas::exactNumber(c.quality) + ',' + dnas::exactNumber(c.testQuality) + ',' + c.qualityMetric + ',' +
               c.qualityPrecision;
        for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
            const auto found = c.costs.find(metric.name);
            csv += ',' + (found == c.costs.end() ? std::string() : dnas::exactNumber(found->second.value));
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace paretoscope
