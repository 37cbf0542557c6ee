// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of the four sizes.
#include "core/hardware/models/ethos_u55_hardware.h"

#include <array>

namespace dnas {

namespace {

constexpr std::array kSizes{
    EthosU55Hardware{32, 1, 1, 4, 1, 1, 16, 0, 2, 4, 4, 3, 7, {3, 6, 2, 1, 1}},
    EthosU55Hardware{64, 1, 1, 8, 1, 1, 16, 0, 2, 4, 8, 2, 3, {1.5, 3, 1, 1, 1}},
    EthosU55Hardware{128, 2, 1, 8, 2, 1, 24, 2, 4, 8, 12, 2, 3, {0.75, 1.5, 0.5, 1, 0.5}},
    EthosU55Hardware{256, 2, 2, 8, 2, 2, 48, 2, 8, 16, 20, 2, 2, {0.375, 0.75, 0.25, 1, 0.25}},
};

} // namespace

std::span<const EthosU55Hardware> ethosU55Sizes() { return kSizes; }

const EthosU55Hardware *findEthosU55(int macsPerCycle)
{
    for (const EthosU55Hardware &size : kSizes) {
        if (size.macsPerCycle == macsPerCycle)
            return &size;
    }
    return nullptr;
}

} // namespace dnas
