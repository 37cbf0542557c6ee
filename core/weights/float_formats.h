// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Narrow floating-point formats widened to 32 bits, exactly (IEEE 754 binary16, bfloat16).
#pragma once

#include <bit>
#include <cstdint>

namespace dnas {

/// bfloat16 is the upper half of a binary32.
inline float floatOfBrain(std::uint16_t bits) { return std::bit_cast<float>(std::uint32_t{bits} << 16); }

/// binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits; subnormals, infinities and NaN included.
inline float floatOfHalf(std::uint16_t bits)
{
    const std::uint32_t sign = std::uint32_t{bits & 0x8000U} << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1FU;
    const std::uint32_t fraction = bits & 0x3FFU;
    if (exponent == 0x1F)
        return std::bit_cast<float>(sign | 0x7F800000U | (fraction << 13));
    if (exponent != 0)
        return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (fraction << 13));
    const float magnitude = static_cast<float>(fraction) * 0x1p-24F; // subnormal: fraction · 2⁻²⁴
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | sign);
}

} // namespace dnas
