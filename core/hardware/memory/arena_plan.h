// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where every activation tensor lies in the arena, and how large the arena is. Tensors that are alive at the same
// time never overlap; the peak is never below the largest live set, and rarely above it.
#pragma once

#include "core/hardware/memory/arena_rules.h"
#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace dnas {

struct ArenaTensor {
    int layer = 0;          ///< that writes it first
    std::int64_t bytes = 0; ///< rounded up to the alignment
    int first = 0;          ///< steps, both included; a step is the index of the layer that runs
    int last = 0;
    std::int64_t offset = 0; ///< in the arena
    std::int64_t end() const { return offset + bytes; }
    friend bool operator==(const ArenaTensor &, const ArenaTensor &) = default;
};

struct ArenaPlan {
    std::vector<ArenaTensor> tensors;    ///< by layer, ascending; only those that the rules count
    std::vector<int> tensorOf;           ///< by layer: where its output lies, index into `tensors`; -1: not counted
    std::vector<std::int64_t> liveBytes; ///< by step: of all that is alive
    std::int64_t peakBytes = 0;          ///< size of the arena
    std::int64_t lowerBound = 0;         ///< the largest of liveBytes: no plan can be smaller
    bool optimal = false;                ///< no smaller plan exists (known when the bound is met or the search ended)
    int peakStep = -1;                   ///< the first of the steps with most alive
    std::vector<int> peakLayers;         ///< whose tensors are alive then
};

/// `shapes` by layer (inferShapes); `runtimeBits`: of an activation where the layer does not say.
ArenaPlan planArena(const Network &network, const std::vector<Shape> &shapes, int runtimeBits, const ArenaRules &rules);

/// The same for tensors as such (offsets are ignored); `tensorOf` stays empty. Bytes are taken as they are.
ArenaPlan planTensors(std::vector<ArenaTensor> tensors, int steps);

} // namespace dnas
