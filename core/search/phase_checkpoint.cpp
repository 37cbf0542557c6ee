// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/phase_checkpoint.h"

#include <algorithm>

namespace dnas {

namespace {

template <typename Rows, typename Others>
bool haveSameSizes(const Rows &rows, const Others &others)
{
    return std::equal(rows.begin(), rows.end(), others.begin(), others.end(),
                      [](const auto &row, const auto &other) { return row.size() == other.size(); });
}

/// Whether the tables of a checkpoint, which may come from a stranger, are those of this network.
bool fits(const Trainer &trainer, const PhaseState &state)
{
    const ChannelMasks masks = trainer.masks();
    return haveSameSizes(state.kept.masks, masks) && haveSameSizes(state.kept.importance, trainer.importance()) &&
           (state.best.masks.empty() || haveSameSizes(state.best.masks, masks));
}

} // namespace

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
    if (!fits(trainer, *state))
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
