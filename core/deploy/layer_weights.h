// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Arrays of one layer out of a WeightStore, checked: present, of the right shape, finite. Errors name the array.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"
#include "core/weights/weight_store.h"

#include <optional>

namespace dnas {

/// "layer.part" of exactly this shape; the pointer lives as long as the store.
Result<const NamedArray *> findWeight(const WeightStore &weights, const Layer &layer, const std::string &part,
                                      const std::vector<std::int64_t> &shape);

/// What a convolution or dense layer multiplies and adds.
struct LinearWeights {
    NamedArray weight; ///< as in the store
    std::optional<std::vector<float>> bias;
};

/// Of a `conv` or `dense` layer that reads `input`.
Result<LinearWeights> linearWeights(const WeightStore &weights, const Layer &layer, const Shape &input);

/// The four stored numbers of every normalised channel.
struct Normalisation {
    const NamedArray *scale = nullptr;
    const NamedArray *shift = nullptr;
    const NamedArray *mean = nullptr;
    const NamedArray *variance = nullptr; ///< never negative
};

Result<Normalisation> normalisation(const WeightStore &weights, const Layer &layer, int channels);

} // namespace dnas
