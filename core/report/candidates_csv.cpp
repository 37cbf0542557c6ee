// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/candidates_csv.h"

#include "core/base/numbers.h"
#include "core/base/printable.h"
#include "core/events/candidate.h"
#include "core/hardware/metric.h"

#include <cmath>
#include <cstdint>

namespace dnas {

namespace {

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : printable(text))
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string number(double value)
{
    if (!std::isfinite(value))
        return {};
    // The shortest exact text of 100 000 is 1e+05.
    return std::trunc(value) == value && std::abs(value) < 1e15 ? std::to_string(static_cast<std::int64_t>(value))
                                                                : exactNumber(value);
}

const char *word(bool value) { return value ? "true" : "false"; }

} // namespace

std::string candidatesCsv(std::span<const CsvCandidate> candidates)
{
    std::string csv = "id,run,label,state,feasible,on_front,quality,test_quality,quality_metric,quality_precision";
    for (const MetricInfo &metric : allMetrics())
        csv += ',' + metric.jsonKey;
    csv += '\n';
    for (const CsvCandidate &row : candidates) {
        const CandidateSummary &c = *row.candidate;
        const bool measured = isMeasured(c.state);
        csv += std::to_string(c.id.value) + ',' + std::to_string(c.run.value) + ',' + quoted(c.label) + ',' +
               candidateStateName(c.state) + ',' + word(c.feasible) + ',' + word(row.onFront) + ',' +
               (measured ? number(c.quality) : "") + ',' + (measured ? number(c.testQuality) : "") + ',' +
               quoted(c.qualityMetric) + ',' + quoted(c.qualityPrecision);
        for (const MetricInfo &metric : allMetrics()) {
            const auto found = c.costs.find(metric.name);
            csv += ',' + (found == c.costs.end() ? std::string() : number(found->second.value));
        }
        csv += '\n';
    }
    return csv;
}

} // namespace dnas
