// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What differs between the four sizes of an Ethos-U55. Figures: Arm's compiler Vela (ethos-u-vela a6f6566,
// architecture_features.py).
#pragma once

#include <span>

namespace dnas {

/// Cycles that the output unit takes for an element.
struct EthosU55OutputCycles {
    double wide;    ///< from 40-bit accumulators: 16-bit inputs
    double add;     ///< an addition that rescales both inputs
    double other;   ///< from 32-bit accumulators: everything else
    double table;   ///< sigmoid, tanh and what else is looked up
    double rectify; ///< ReLU, ReLU6
};

struct EthosU55Hardware {
    int macsPerCycle;            ///< of 8-bit numbers: width · height · depth of a microblock · 8 inputs at a time
    int width, height, depth;    ///< output microblock
    int inputWidth, inputHeight; ///< input microblock; 8 deep
    int banks;                   ///< of the internal memory, 1 KiB each
    int unusedBanks;             ///< at its end; hold the lookup table when there is one
    int inputGranule;            ///< banks are handed out in so many
    int sumGranule, wideSumGranule; ///< of accumulators with 32 and 40 bits
    double delay, wideDelay;        ///< cycles before one microblock can be summed again
    EthosU55OutputCycles output;
};

/// The sizes that exist, smallest first.
std::span<const EthosU55Hardware> ethosU55Sizes();
/// nullptr when there is no such size.
const EthosU55Hardware *findEthosU55(int macsPerCycle);

} // namespace dnas
