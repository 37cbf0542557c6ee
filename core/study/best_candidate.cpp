// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See best_candidate.h.
#include "core/study/best_candidate.h"

namespace dnas {

namespace {

double weightsOf(const CandidateSummary &candidate)
{
    const auto found = candidate.costs.find("weights");
    return found == candidate.costs.end() ? 0 : found->second.value;
}

} // namespace

const CandidateSummary *bestCandidate(std::span<const CandidateSummary> candidates)
{
    const CandidateSummary *found = nullptr;
    for (const CandidateSummary &candidate : candidates) {
        if (candidate.state != CandidateState::Done || !candidate.feasible || !(candidate.quality >= 0))
            continue;
        if (!found || candidate.quality > found->quality ||
            (candidate.quality == found->quality && weightsOf(candidate) < weightsOf(*found)))
            found = &candidate;
    }
    return found;
}

} // namespace dnas
