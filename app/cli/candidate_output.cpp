// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_output.h.
#include "app/cli/candidate_output.h"

#include <algorithm>

namespace paretoscope {

using namespace dnas;

Json candidateJson(const CandidateSummary &candidate)
{
    const bool measured = isMeasured(candidate.state);
    Json object{{"id", candidate.id.value},
                {"run", candidate.run.value},
                {"label", candidate.label},
                {"is_seed", candidate.isSeed},
                {"state", candidateStateName(candidate.state)},
                {"reason", candidate.reason},
                {"feasible", candidate.feasible},
                {"quality", measured ? numberJson(candidate.quality) : Json()},
                {"test_quality", measured ? numberJson(candidate.testQuality) : Json()},
                {"quality_metric", candidate.qualityMetric},
                {"quality_precision", candidate.qualityPrecision},
                {"moved_channels", candidate.movedChannels}};
    putCosts(object, candidate.costs);
    return object;
}

std::string stateText(const CandidateSummary &candidate)
{
    if (candidate.state != CandidateState::Done)
        return candidateStateName(candidate.state);
    return candidate.feasible ? "done" : "out of its limits";
}

std::vector<std::string> metricsOf(const std::vector<const CandidateSummary *> &candidates, const std::string &first)
{
    std::vector<std::string> metrics{first};
    for (const MetricInfo &metric : allMetrics()) {
        const bool present = std::any_of(candidates.begin(), candidates.end(), [&](const CandidateSummary *candidate) {
            return candidate->costs.contains(metric.name);
        });
        if (present && metric.name != first && metric.name != "parameters" && metric.name != "cycles")
            metrics.push_back(metric.name);
    }
    return metrics;
}

} // namespace paretoscope
