// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a network costs on a board: totals and per layer, each figure with its origin.
#pragma once

#include "core/hardware/layer_geometry.h"
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

/// What the flash holds, in bytes.
struct FlashParts {
    double weights = 0;
    double biases = 0;
    double tables = 0; ///< of the quantisation
    double code = 0;   ///< of the runtime
};

struct NetworkCost {
    CostSet total;
    FlashParts flash;                       ///< all 0 where flash is not modelled
    std::vector<LayerCost> layers;          ///< every layer of the network, in order
    std::vector<std::string> ramPeakLayers; ///< layers alive when the arena is (first) largest
};

/// What of a network no board changes: worth keeping when it is priced on many.
struct NetworkGeometry {
    /// The network must have been read by the reader (its shapes fit); it is not kept.
    explicit NetworkGeometry(const Network &network);
    std::vector<Shape> shapes;                 ///< by layer
    std::vector<LayerGeometry<double>> layers; ///< by layer
};

/// Metrics that the setup models, in the order of allMetrics().
std::vector<std::string> modelledMetrics(const BoardSetup &setup);

/// The network must have been read by the reader (its shapes fit).
NetworkCost costOf(const Network &network, const BoardSetup &setup);
/// The totals alone, several times faster; `geometry` of the same network.
CostSet totalCostOf(const Network &network, const NetworkGeometry &geometry, const BoardSetup &setup);

} // namespace dnas
