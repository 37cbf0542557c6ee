// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which tensors of a network are in memory while each layer runs, where they lie in the arena, and which layers set the
// peak: what the memory timeline draws. Values only; rules, offsets and figures are those of
// core/hardware/memory/arena_plan.h.
#pragma once

#include "core/hardware/board.h"
#include "core/network/network.h"

#include <QString>

#include <vector>

namespace paretoscope {

/// The output of one layer, from the step that writes it to the last that needs it.
struct MemoryTensor {
    QString layer; ///< that writes it
    QString shape; ///< "16 × 32 × 32"
    double bytes = 0;
    double offset = 0; ///< in the arena
    int first = 0;     ///< steps
    int last = 0;
    bool operator==(const MemoryTensor &) const = default;
};

struct MemoryLifetimes {
    std::vector<QString> steps;        ///< the layer that runs; those that work in place take no step
    std::vector<MemoryTensor> tensors; ///< tensor i is written at step i
    std::vector<double> bytes;         ///< alive, by step
    double arenaBytes = 0;             ///< size of the arena as planned: the RAM of the cost model
    int peakStep = -1;                 ///< with most alive, the first of equal ones; -1: no network
    int peakInput = -1;                ///< the largest tensor that the layer of the peak reads; -1: it reads none
    bool operator==(const MemoryLifetimes &) const = default;

    double peakBytes() const { return arenaBytes; }
    /// Of all that is alive at the fullest step: no arena can be smaller.
    double lowerBound() const { return peakStep < 0 ? 0 : bytes[static_cast<std::size_t>(peakStep)]; }
    bool isAlive(int tensor, int step) const;
};

/// "48.0 KiB"
QString bytesText(double bytes);

/// Nothing when the shapes of the network do not fit.
MemoryLifetimes memoryLifetimes(const dnas::Network &network, const dnas::Runtime &runtime);

} // namespace paretoscope
