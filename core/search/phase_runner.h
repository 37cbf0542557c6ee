// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One phase of training: epochs, events, live controls, and the checkpoints that are kept. Knows trainers only by
// their interface. Torch-free.
#pragma once

#include "core/base/stop_token.h"
#include "core/events/search_observer.h"
#include "core/search/phase_state.h"

#include <optional>
#include <vector>

namespace dnas {

struct PhaseOutcome {
    Checkpoint kept;
    bool interrupted = false;
};

/// What the phases of one run share.
struct RunContext {
    RunId run;
    SearchObserver &observer;
    SearchControls &controls;
    StopToken &stop;
    const SpaceCost &cost; ///< of the seed's space on the board
    std::size_t controlPosition = 0;
    std::vector<ActiveTerm> terms;          ///< of the search phase
    std::optional<double> learningRate;     ///< as steered
    bool guarantee = true;                  ///< violated limits grow, and decide which checkpoint is kept
    CheckpointStore *checkpoints = nullptr; ///< null: nothing is kept to go on from
    std::vector<SteeringChanged> replay;    ///< steered before, to be applied where it was, in this order
};

/// Runs the phase to its end, to an early stop, or until a stop is asked; goes on behind its newest checkpoint when
/// there is one (`context` gets the terms and the learning rate of that). Returns the best or last checkpoint.
Result<PhaseOutcome> runPhase(RunContext &context, Trainer &trainer, const PhaseSetup &setup);

} // namespace dnas
