// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a network costs on a board: totals and per layer, each figure with its origin.
#pragma once

#include "core/hardware/metric.h"
#include "core/network/network.h"

#include <string>
#include <vector>

namespace dnas {

struct LayerCost {
    std::string name;
    std::string op;
    CostSet costs;
};

struct NetworkCost {
    CostSet total;
    std::vector<LayerCost> layers;          ///< every layer of the network, in order
    std::vector<std::string> ramPeakLayers; ///< layers alive when the arena is (first) largest
};

/// Metrics that the setup models, in the order of allMetrics().
std::vector<std::string> modelledMetrics(const BoardSetup &setup);

/// The network must have been read by the reader (its shapes fit).
NetworkCost costOf(const Network &network, const BoardSetup &setup);

} // namespace dnas
