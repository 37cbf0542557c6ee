// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/kernels/dropout_mask.h"

#include "core/supernet/kernels/simd.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

/// Multiply–xorshift mixing of 32 bits (the finaliser of MurmurHash3, A. Appleby, public domain).
inline std::uint32_t mixed(std::uint32_t v)
{
    v ^= v >> 16;
    v *= 0x85ebca6bU;
    v ^= v >> 13;
    v *= 0xc2b2ae35U;
    v ^= v >> 16;
    return v;
}

DNAS_SIMD void fill(float *mask, std::uint32_t n, std::uint32_t threshold, float kept, std::uint32_t low,
                    std::uint32_t high)
{
    for (std::uint32_t i = 0; i < n; ++i)
        mask[i] = (mixed(mixed(i + low) ^ high) >> 8) < threshold ? kept : 0.0F;
}

} // namespace

void fillDropoutMask(float *mask, std::int64_t n, double keep, std::uint64_t key)
{
    // 24 bits decide: the chance of an element is off by less than 1e-7.
    constexpr double kSteps = 1 << 24;
    constexpr std::int64_t kStretch = std::int64_t{1} << 30;
    const auto threshold = static_cast<std::uint32_t>(std::lround(keep * kSteps));
    for (std::int64_t from = 0; from < n; from += kStretch) {
        const auto high = static_cast<std::uint32_t>(key >> 32) + static_cast<std::uint32_t>(from / kStretch);
        fill(mask + from, static_cast<std::uint32_t>(std::min(kStretch, n - from)), threshold,
             static_cast<float>(1 / keep), static_cast<std::uint32_t>(key), high);
    }
}

} // namespace dnas
