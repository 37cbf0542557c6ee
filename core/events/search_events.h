// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a running search tells: plain structs. Every event carries its run.
#pragma once

#include "core/base/error.h"
#include "core/events/candidate.h"
#include "core/spec/run_outline.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

enum class Phase { WarmUp, Search, FineTune, Evaluation };
const char *phaseName(Phase phase); ///< "warm-up", "search", "fine-tuning", "evaluation"

/// The warm-up that all runs of a sweep share reports as this run.
inline constexpr RunId kSharedRun{0};

struct RunStarted {
    RunId run;
    std::string key;
    std::string label;
    std::vector<std::string> termNames; ///< "weights", "macs" … by term
    std::optional<RunOutline> outline;  ///< nothing: the warm-up, the seed network
};

struct PhaseStarted {
    RunId run;
    Phase phase = Phase::WarmUp;
    int epochs = 0;
    int stepsPerEpoch = 0;
    int firstEpoch = 0; ///< above 0: it goes on behind a checkpoint
};

/// At most ten a second; not part of results.
struct StepReport {
    RunId run;
    Phase phase = Phase::WarmUp;
    int epoch = 0; ///< from 0
    int step = 0;  ///< within the epoch
    int stepsPerEpoch = 0;
    double taskLoss = 0;
    double totalLoss = 0;
    double imagesPerSecond = 0;
    std::map<std::string, double> costs; ///< metric → value now (search phase)
};

struct EpochReport {
    RunId run;
    Phase phase = Phase::WarmUp;
    int epoch = 0;                  ///< from 0 within the phase
    int epochs = 0;                 ///< of the phase
    double taskLoss = 0;            ///< mean over the training epoch
    std::vector<double> termLosses; ///< λ·f(R) by term (search phase)
    double totalLoss = 0;
    double trainQuality = 0;
    double validationLoss = 0;
    double quality = 0; ///< on validation
    double learningRate = 0;
    std::vector<double> strengths;       ///< normalised, by term, at the end of the epoch
    std::vector<double> targets;         ///< by term, absolute
    std::map<std::string, double> costs; ///< metric → value
    std::vector<int> widths;             ///< kept channels by group
    double seconds = 0;                  ///< not part of the digest
    double imagesPerSecond = 0;          ///< not part of the digest
};

/// A change that was applied, with the step it was applied at: enough to replay it.
struct SteeringChanged {
    RunId run;
    Phase phase = Phase::Search;
    int epoch = 0;
    int step = 0;    ///< within the epoch, before which it was applied
    std::string key; ///< "strength.macs", "target.weights", "learning_rate"
    double oldValue = 0;
    double newValue = 0;
    std::int64_t request = 0; ///< SteeringRequest::id of what asked for it; not part of results
};

struct CandidateFound {
    std::shared_ptr<const Candidate> candidate;
};

enum class FinishReason { Done, Stopped, Aborted, Failed };
const char *finishReasonName(FinishReason reason); ///< "done", "stopped", "aborted", "failed"

/// Exactly one for every RunStarted, the shared warm-up included.
struct SearchFinished {
    RunId run;
    FinishReason reason = FinishReason::Done;
    std::optional<Error> error; ///< of a failed run
};

/// Something the user should know while the search goes on.
struct Notice {
    std::string text; ///< one line
};

} // namespace dnas
