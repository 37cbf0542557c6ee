// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shape inference and exact counts of a network.
#pragma once

#include "core/network/operator.h"

namespace dnas {

/// Output shape of every layer, in the order of the layers. Fails with the layer's name as key when shapes do
/// not fit or sizes are not positive.
Result<std::vector<Shape>> inferShapes(const Network &network);

/// Output shape of one layer from those of its inputs; the error's key is "layer" or "layer.field".
Result<Shape> inferLayerShape(const Layer &layer, std::span<const Shape> inputs);

/// Padding in rows and columns as it really is, `same` resolved by TensorFlow's rule for this input size.
Padding resolvePadding(const Layer &layer, const Shape &input);

/// Shapes of the inputs of layer `index`, given the shapes of all layers.
std::vector<Shape> inputShapes(const Network &network, int index, const std::vector<Shape> &shapes);

/// Counts of every layer; sum them for the network.
std::vector<LayerCounts> countLayers(const Network &network, const std::vector<Shape> &shapes);
/// Counts of a network whose shapes are known to fit.
LayerCounts countNetwork(const Network &network);

} // namespace dnas
