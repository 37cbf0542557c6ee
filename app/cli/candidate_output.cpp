// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_output.h.
#include "app/cli/candidate_output.h"

#include <cmath>

namespace paretoscope {

using namespace dnas;

namespace {

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

} // namespace

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
                {"quality", measured ? number(candidate.quality) : Json()},
                {"test_quality", measured ? number(candidate.testQuality) : Json()},
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

} // namespace paretoscope
