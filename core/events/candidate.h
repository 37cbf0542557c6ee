// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A candidate: a derived network, its weights, its measured quality, and how it came to be.
#pragma once

#include "core/network/network.h"
#include "core/space/search_space.h"
#include "core/weights/weight_store.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

struct RunId {
    int value = 0;
    auto operator<=>(const RunId &) const = default;
};
struct CandidateId {
    int value = 0;
    auto operator<=>(const CandidateId &) const = default;
};

enum class CandidateState {
    Done,
    Stopped, ///< kept when the user stopped its run: measured, but not trained to the end, so never on a front
    Failed,
    Dropped,
};
/// Its qualities and costs mean something.
inline bool isMeasured(CandidateState state)
{
    return state == CandidateState::Done || state == CandidateState::Stopped;
}
const char *candidateStateName(CandidateState state);

/// What is known of a quality beyond one figure.
struct QualityDetails {
    std::map<std::string, double> measures = {}; ///< by name: "top-5 accuracy", "AUC id_01", "pAUC"
    std::vector<std::int64_t> confusion = {};    ///< counts by true class, then by predicted class; may be empty
};

struct Candidate {
    RunId run;
    CandidateState state = CandidateState::Done;
    std::string reason;  ///< why it failed or was stopped
    std::string label;   ///< for people: "weights 50 %, λ 0.1" or "seed network"
    bool isSeed = false; ///< the seed network itself
    Network network;
    ChannelMasks masks; ///< which of the seed's channels were kept
    std::shared_ptr<const WeightStore> weights;
    std::string qualityMetric = "accuracy"; ///< in [0, 1], higher is better
    std::string qualityPrecision = "float32";
    double quality = 0;     ///< on the validation split
    double testQuality = 0; ///< on the test split, measured once
    double validationLoss = 0;
    double testLoss = 0;
    QualityDetails validationDetails, testDetails;
    bool feasible = true;  ///< meets every limit (hinge term) of its run
    int movedChannels = 0; ///< by the last step of docs/methods.md 3.1
};

} // namespace dnas
