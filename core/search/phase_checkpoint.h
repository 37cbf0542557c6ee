// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Between a phase that runs and its checkpoints: taking up what is stored, putting together what is to be. Torch-free.
#pragma once

#include "core/search/phase_runner.h"

#include <optional>

namespace dnas {

struct TakenUp {
    PhaseState state;
    bool ended = false; ///< nothing of the phase is left to be trained
};

/// The newest checkpoint of this phase, with the trainer and the context (terms, learning rate) as they were behind it;
/// nothing when there is none. The trainer must have begun the phase.
Result<std::optional<TakenUp>> takeUpPhase(RunContext &context, Trainer &trainer, Phase phase);

/// Of the phase as it stands behind `state.epoch`; takes terms, learning rate and trainer from the others. What it is
/// to its phase is left to the caller.
RunCheckpoint phaseCheckpoint(const RunContext &context, const Trainer &trainer, PhaseState state);

} // namespace dnas
