// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One phase of training: epochs, events, live controls, and the checkpoint that is kept. Knows trainers only by
// their interface. Torch-free.
#pragma once

#include "core/base/stop_token.h"
#include "core/events/search_observer.h"
#include "core/search/trainer.h"

#include <chrono>
#include <functional>
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
    std::vector<ActiveTerm> terms;      ///< of the search phase
    std::optional<double> learningRate; ///< as steered
    bool guarantee = true;              ///< limits that stay violated grow, and decide which checkpoint is kept
};

/// Runs the phase to its end, to an early stop, or until a stop is asked. Returns the best or last checkpoint.
Result<PhaseOutcome> runPhase(RunContext &context, Trainer &trainer, const PhaseSetup &setup);

} // namespace dnas
