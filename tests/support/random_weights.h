// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Weights and inputs for tests: the same numbers for the same seed on every machine.
#pragma once

#include "core/network/network.h"
#include "core/weights/weight_store.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dnas::test {

/// Uniform in [-1, 1).
std::vector<float> randomValues(std::size_t count, std::uint64_t seed);

/// Every array that a sound network needs. Kernels are scaled by 1/√(inputs), so that deep networks neither fade
/// nor blow up; variances lie in [0.5, 1.5).
WeightStore randomWeights(const Network &network, std::uint64_t seed);

} // namespace dnas::test
