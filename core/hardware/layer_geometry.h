// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The numbers that a cost model needs of one layer. Scalar is double for a derived network and Dual for a relaxed one,
// so that every cost formula is written once. docs/cost_models.md explains every line.
#pragma once

#include "core/base/dual.h"
#include "core/hardware/work_kind.h"
#include "core/network/network.h"

#include <vector>

namespace dnas {

/// Everything of a layer that its width does not change.
struct LayerForm {
    WorkKind kind = WorkKind::Other;
    bool hasWeights = false;
    bool bias = false;
    bool normalised = false; ///< a batch normalisation (folded into its producer when deployed)
    bool tables = false;     ///< stores a bias and a quantisation table per output channel when deployed
    bool depthwise = false;
    bool pooling = false; ///< maximum or average over a window
    Activation activation = Activation::None;
    double weightBits = 0; ///< mean bits of a weight; 0: as the runtime stores weights
    double inputBits = 0;  ///< of an element read; 0: as the runtime stores activations
    double outputBits = 0; ///< of an element written; 0: as the runtime stores activations
    BitShares shares{};    ///< by weight bits; all 0: as the runtime stores weights
    double weightDensity = 1;
    int kernelHeight = 1, kernelWidth = 1;
    int strideHeight = 1, strideWidth = 1;
    int inputHeight = 1, inputWidth = 1;
    int outputHeight = 1, outputWidth = 1;
    double groups = 1;                  ///< of a grouped convolution that is not depthwise
    double inputElementsPerChannel = 1; ///< 0: the layer does nothing when deployed (folded, in place)
    int inputs = 1;                     ///< number of inputs (an addition of two reads two)

    double kernelArea() const { return static_cast<double>(kernelHeight) * kernelWidth; }
    double outputArea() const { return static_cast<double>(outputHeight) * outputWidth; }
    bool works() const { return hasWeights || inputElementsPerChannel > 0; }
};

template <typename Scalar>
struct LayerGeometry : LayerForm {
    Scalar inChannels{};  ///< effective input features
    Scalar outChannels{}; ///< effective output features
};

/// Weights that the layer stores; 0 without weights.
template <typename Scalar>
Scalar weightsOf(const LayerGeometry<Scalar> &g)
{
    if (!g.hasWeights)
        return Scalar(0);
    return g.depthwise ? g.kernelArea() * g.outChannels
                       : g.kernelArea() * g.inChannels * g.outChannels / Scalar(g.groups);
}

template <typename Scalar>
Scalar macsOf(const LayerGeometry<Scalar> &g)
{
    return weightsOf(g) * g.outputArea();
}

/// What a cost model says of one layer. `microjoule` is without the power that flows anyway (see costOf).
template <typename Scalar>
struct Effort {
    Scalar cycles{};
    Scalar milliseconds{};
    Scalar microjoule{};
};

/// A layer's geometry with its channels at their full number.
LayerGeometry<double> geometryOf(const Network &network, int index, const std::vector<Shape> &shapes);

} // namespace dnas
