// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How large a network may be. The limits keep every count inside 64 bits: 10 000 layers of 1e14 MACs each.
#pragma once

#include <cstdint>

namespace dnas {

constexpr std::int64_t kMaxLayers = 10'000;
constexpr std::int64_t kMaxChannels = 1'000'000;
constexpr std::int64_t kMaxSpatial = 100'000;            ///< height, width, kernel, stride, dilation, padding
constexpr std::int64_t kMaxElements = 1'000'000'000'000; ///< of one value between layers
constexpr double kMaxWeights = 1e12;                     ///< of one layer
constexpr double kMaxMacs = 1e14;                        ///< of one layer

} // namespace dnas
