// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From masks to a smaller network: the weights that the derived network keeps. Torch-free.
#pragma once

#include "core/base/result.h"
#include "core/space/search_space.h"
#include "core/weights/weight_store.h"

namespace dnas {

/// Slices every array of the seed's weights to the kept channels: outputs by the layer's own mask, inputs by its
/// producer's. The result fits space.derive(masks).
WeightStore deriveWeights(const SearchSpace &space, const ChannelMasks &masks, const WeightStore &weights);

/// The reverse: puts the weights of the derived network back where they were in those of the seed.
void insertWeights(const SearchSpace &space, const ChannelMasks &masks, const WeightStore &derived, WeightStore &seed);

/// What masks keep of an array of the seed.
struct KeptArray {
    std::vector<std::int64_t> shape;
    std::vector<std::size_t> positions; ///< in the seed's array, in the order of the derived one
};
/// By array name.
std::map<std::string, KeptArray> keptArrays(const SearchSpace &space, const ChannelMasks &masks);

/// Every array that a network needs, with its shape. Names as in weight_store.h.
std::map<std::string, std::vector<std::int64_t>> weightShapes(const Network &network);

/// Missing, additional or misshapen arrays are errors that name the array and both shapes.
Result<void> checkWeights(const Network &network, const WeightStore &weights, const std::string &file);

} // namespace dnas
