// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The schedule of GAP9's NE16 accelerator with 8-bit weights, in cycles: tiles of 3 × 3 positions and 32 output
// channels, 16 input channels at a time, a memory of 256 bits a cycle. Numbers: PLiNIO (github.com/eml-eda/plinio),
// NE16 latency.
#pragma once

#include "core/hardware/layer_geometry.h"

namespace dnas {

namespace ne16 {

inline constexpr double kPositions = 3; ///< rows and columns of a tile
inline constexpr double kOutputs = 32;
inline constexpr double kInputs = 16;
inline constexpr double kWeightBits = 8;
inline constexpr double kBytesPerCycle = 32;
inline constexpr double kOffset = 6; ///< cycles to set the weights' offset
inline constexpr double kTurn = 2;   ///< cycles between two blocks of input channels
inline constexpr double kMatrixStart = 6;

inline double load3x3() { return 6 + 25 * std::ceil(kInputs / kBytesPerCycle); }
inline double load1x1() { return 10 + 9 * std::ceil(kInputs / kBytesPerCycle); }
/// Requantisation of a tile and writing it out.
inline double finish() { return 9 + kOutputs + 3 + 9 * std::ceil(kOutputs / kBytesPerCycle) + 1; }

} // namespace ne16

/// 0 for layers without weights. Kernels other than 1 × 1 run as ⌈taps / 9⌉ passes of 3 × 3.
template <typename Scalar>
Scalar ne16Cycles(const LayerGeometry<Scalar> &g)
{
    using namespace ne16;
    if (!g.hasWeights)
        return Scalar(0);
    const double tiles = std::ceil(g.outputHeight / kPositions) * std::ceil(g.outputWidth / kPositions);
    const double passes = std::ceil(g.kernelArea() / 9);
    if (g.depthwise) { // 16 channels at a time, each its own sum
        const double block = passes * (load3x3() + kOffset + kMatrixStart + kInputs * kWeightBits + kTurn) + finish();
        return ceilDiv(g.outChannels, kInputs) * (tiles * block);
    }
    const double block = g.kernelArea() == 1
                             ? load1x1() + kOffset + kMatrixStart + kOutputs + kTurn
                             : passes * (load3x3() + kOffset + kMatrixStart + kOutputs * kWeightBits + kTurn);
    const Scalar inputs = ceilDiv(g.inChannels / Scalar(g.groups), kInputs);
    return ceilDiv(g.outChannels, kOutputs) * tiles * (inputs * block + finish());
}

} // namespace dnas
