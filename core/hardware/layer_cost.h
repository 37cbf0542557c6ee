// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost formulas, each written once: Scalar is double for a derived network and Dual for a relaxed one.
// docs/cost_models.md explains every line.
#pragma once

#include "core/base/dual.h"
#include "core/hardware/board.h"
#include "core/network/network.h"
#include "core/network/operator.h"

namespace dnas {

/// The numbers a cost model needs of one layer.
template <typename Scalar>
struct LayerGeometry {
    WorkKind kind = WorkKind::Other;
    bool hasWeights = false;
    bool bias = false;
    bool normalised = false; ///< a batch normalisation (folded into its producer when deployed)
    bool tables = false;     ///< stores a bias and a quantisation table per output channel when deployed
    bool depthwise = false;
    double weightBits = 0; ///< mean bits of a weight; 0: as the runtime stores weights
    double kernelArea = 1;
    double groups = 1;                  ///< of a grouped convolution that is not depthwise
    double outputArea = 1;              ///< height · width of the output
    double inputElementsPerChannel = 1; ///< 0: the layer does nothing when deployed (folded, in place)
    int inputs = 1;                     ///< number of inputs (an addition of two reads two)
    Scalar inChannels{};                ///< effective input features
    Scalar outChannels{};               ///< effective output features
};

template <typename Scalar>
struct LayerFigures {
    Scalar weights{};
    Scalar biases{};
    Scalar normalised{}; ///< normalised channels
    Scalar macs{};
    Scalar flash{}; ///< bytes, without the runtime's code
    Scalar cycles{};
    Scalar energyUj{}; ///< at the operating point of the setup
};

template <typename Scalar>
LayerFigures<Scalar> layerFigures(const LayerGeometry<Scalar> &g, const BoardSetup &setup);

/// The fixed part of a layer's geometry (channels left at their full number).
LayerGeometry<double> geometryOf(const Network &network, int index, const std::vector<Shape> &shapes);

} // namespace dnas

#include "core/hardware/layer_cost_formulas.h"
