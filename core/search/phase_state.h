// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a phase stands between two epochs, and how that is written into a checkpoint and read back. Torch-free.
#pragma once

#include "core/events/checkpoint_store.h"
#include "core/search/trainer.h"

#include <optional>

namespace dnas {

/// What a phase leaves behind.
struct Checkpoint {
    int epoch = -1; ///< -1: none was kept
    WeightStore weights;
    ChannelMasks masks;
    std::vector<std::vector<double>> importance;
    Evaluation validation;
    double violation = 0; ///< largest relative violation of a limit or aim
};

struct PhaseState {
    int epoch = -1;                     ///< the last one that was trained
    Checkpoint kept;                    ///< so far
    Checkpoint best;                    ///< what the next ones compete with: figures and masks, no weights
    int withoutImprovement = 0;         ///< epochs
    std::vector<ActiveTerm> terms;      ///< of the run, as steered
    std::optional<double> learningRate; ///< as steered
    TrainerState trainer;
};

/// `kept` is written without weights where they are the trainer's own (kept.epoch == epoch).
RunCheckpoint writePhaseState(const PhaseState &state);
/// Fails when the checkpoint is not one that writePhaseState() wrote. Metrics of terms are looked up again, and
/// `kept` is without weights as above.
Result<PhaseState> readPhaseState(const RunCheckpoint &checkpoint, const SpaceCost &cost);

} // namespace dnas
