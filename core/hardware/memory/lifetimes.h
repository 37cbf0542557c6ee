// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which activation tensors are in memory while a layer runs, when layers run in the order of the network.
// A step is the index of the layer that runs. The rules stand in docs/cost_models.md ("RAM").
#pragma once

#include "core/hardware/memory/arena_rules.h"
#include "core/network/network.h"

#include <vector>

namespace dnas {

/// A normalisation that can be folded: directly behind a convolution or dense layer that nothing else reads
/// and that has no activation of its own.
bool foldsIntoProducer(const Network &network, int index);

/// A piece of memory that holds the output of one layer, and of those that work in place behind it.
struct TensorLife {
    int layer = 0; ///< that writes it first
    int first = 0; ///< step; always that of `layer`
    int last = 0;  ///< last step that reads or holds it
    friend bool operator==(const TensorLife &, const TensorLife &) = default;
};

struct TensorLives {
    std::vector<TensorLife> tensors; ///< by layer, ascending; only those that the rules count
    std::vector<int> tensorOf;       ///< by layer: where its output lies, index into `tensors`; -1: not counted
};

/// `runtimeBits`: of an activation where the layer does not say.
TensorLives tensorLives(const Network &network, const ArenaRules &rules, int runtimeBits);

/// By step: the layers (TensorLife::layer) whose tensors are alive, ascending. Layers that work in place have no
/// tensor and never appear.
std::vector<std::vector<int>> liveTensors(const Network &network, const ArenaRules &rules = {}, int runtimeBits = 8);

/// Of one element of a layer's output.
int activationBitsOf(const Layer &layer, int runtimeBits);

} // namespace dnas
