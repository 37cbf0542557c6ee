// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What changed between two networks: layers aligned by name, else by their place in the longest common
// sequence of (operator, kernel, stride).
#pragma once

#include "core/network/network.h"
#include "core/network/operator.h"

#include <string>
#include <vector>

namespace dnas {

struct LayerDifference {
    int left = -1;  ///< index in the left network, -1: only on the right
    int right = -1; ///< index in the right network, -1: only on the left
    std::string name;
    std::vector<std::string> changes; ///< in words: "channels 64 → 37", "kernel 3×3 → 5×5"
    LayerCounts leftCounts;
    LayerCounts rightCounts;
    int leftChannels = 0; ///< output channels, 0 when absent
    int rightChannels = 0;
};

struct NetworkDifference {
    std::vector<LayerDifference> layers; ///< every layer of both, in order
    LayerCounts left;
    LayerCounts right;
};

NetworkDifference diffNetworks(const Network &left, const Network &right);

} // namespace dnas
