// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which activation tensors are in memory while a layer runs, when layers run in the order of the network.
// The rules stand in docs/cost_models.md ("RAM").
#pragma once

#include "core/hardware/board.h"
#include "core/network/network.h"

#include <vector>

namespace dnas {

/// A normalisation that can be folded: directly behind a convolution or dense layer that nothing else reads
/// and that has no activation of its own.
bool foldsIntoProducer(const Network &network, int index);

/// By layer: the layers whose output tensors are alive while it runs, ascending. Layers that work in place
/// (dropout, flatten, normalisation) have no tensor and never appear.
std::vector<std::vector<int>> liveTensors(const Network &network);

/// Bytes of one element of a layer's output.
double bytesPerElement(const Layer &layer, const Runtime &runtime);

} // namespace dnas
