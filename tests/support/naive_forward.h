// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second, slow and plain forward pass to compare engines and exports with: one sample, nested loops in double
// precision, nothing shared with the engine but the Network value and the names of weights.
#pragma once

#include "core/network/network.h"
#include "core/weights/weight_store.h"

#include <cstddef>
#include <vector>

namespace dnas::test {

struct Tensor {
    Shape shape;
    std::vector<double> values; ///< channel by channel, then rows, then columns

    double &at(int c, int y, int x);
    double at(int c, int y, int x) const;
};

/// The value of every layer, behind its activation. The network and weights must be sound (weights that are
/// missing throw std::out_of_range, an unknown operator throws std::logic_error).
std::vector<Tensor> naiveForwardAll(const Network &network, const WeightStore &weights,
                                    const std::vector<float> &input);

/// The network's value for `batch` samples that stand one after the other.
std::vector<float> naiveForward(const Network &network, const WeightStore &weights, const std::vector<float> &input,
                                std::size_t batch = 1);

} // namespace dnas::test
