// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Batch normalisation folded into the convolution or dense layer before it: which pairs may be joined, and the
// weights of the joined layer. Evaluation only; exact up to rounding.
#pragma once

#include "core/deploy/layer_weights.h"

#include <vector>

namespace dnas {

/// Added to the variance before its root; the engine trains with the same.
inline constexpr double kNormalisationEpsilon = 1e-5;

/// For each layer: does its value reach the network's output?
std::vector<bool> liveLayers(const Network &network);

/// For each layer the normalisation that it takes over, or -1: the layer is a convolution or dense, has no
/// activation of its own, and nothing else that is live reads its value.
std::vector<int> planFolding(const Network &network, const std::vector<bool> &live);

/// w' = w·scale/√(variance+ε), b' = (b − mean)·scale/√(variance+ε) + shift, in double precision.
LinearWeights foldNormalisation(const LinearWeights &linear, const Normalisation &norm);

} // namespace dnas
