// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See export_candidate.h.
#include "app/window/export_candidate.h"

#include "core/base/files.h"
#include "core/deploy/onnx_export.h"
#include "core/network/network_yaml.h"

#include <charconv>

namespace paretoscope {
namespace {

std::string number(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end.ptr};
}

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
                                   const std::filesystem::path &path)
{
    const auto network = study.network(id);
    if (!network.ok())
        return network.error();
    if (format == ExportFormat::Yaml)
        return dnas::writeAtomically(path, dnas::writeNetwork(network.value()));
    const auto weights = study.weights(id);
    if (!weights.ok())
        return weights.error();
    dnas::OnnxOptions options;
    options.description = "Candidate " + std::to_string(id.value) + " of " + study.path().filename().string();
    const auto model = dnas::exportOnnx(network.value(), weights.value(), options);
    if (!model.ok())
        return model.error();
    return dnas::writeAtomically(path, model.value());
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
        csv += number(c.quality) + ',' + number(c.testQuality) + ',' + c.qualityMetric + ',' + c.qualityPrecision;
        for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
            const auto found = c.costs.find(metric.name);
            csv += ',' + (found == c.costs.end() ? std::string() : number(found->second.value));
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace paretoscope
