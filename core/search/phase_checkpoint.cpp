// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/phase_checkpoint.h"

namespace dnas {

Result<std::optional<TakenUp>> takeUpPhase(RunContext &context, Trainer &trainer, Phase phase)
{
    if (!context.checkpoints)
        return std::optional<TakenUp>();
    const auto stored = context.checkpoints->latest(context.run, phase);
    if (!stored.ok())
        return stored.error();
    if (!stored->has_value())
        return std::optional<TakenUp>();
    auto state = readPhaseState(**stored, context.cost);
    if (!state.ok())
        return state.error();
    if (const auto restored = trainer.restore(state->trainer); !restored.ok())
        return restored.error();
    Checkpoint &kept = state->kept;
    if (kept.weights.empty()) // those of the state itself
        kept.weights = trainer.weights();
    const ChannelMasks masks = trainer.masks();
    bool fits = kept.masks.size() == masks.size() && kept.importance.size() == trainer.importance().size();
    for (std::size_t g = 0; fits && g < masks.size(); ++g)
        fits = kept.masks[g].size() == masks[g].size();
    if (!fits)
        return invalidInput("the checkpoint is of another search space; begin the run anew");
    context.terms = state->terms;
    context.learningRate = state->learningRate;
    state->trainer = {};
    return std::optional<TakenUp>(TakenUp{std::move(*state), (*stored)->endsPhase});
}

RunCheckpoint phaseCheckpoint(const RunContext &context, const Trainer &trainer, PhaseState state)
{
    state.terms = context.terms;
    state.learningRate = context.learningRate;
    state.trainer = trainer.state();
    RunCheckpoint checkpoint = writePhaseState(state);
    checkpoint.run = context.run;
    return checkpoint;
}

} // namespace dnas
