// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many bytes weights take when they are compressed without loss: a bound from bits and sparsity alone, before any
// weight is known. The codec of the Ethos-U family, measured on synthetic weights of 2 to 8 bits, lies 14 % below to 4
// % above it up to 4 bits. Dense weights of 8 bits are far from equally likely; for them the bound is pessimistic: 7.99
// bits, where the codec reaches 7.1 on Gaussian and 6.3 on Laplacian weights.
#pragma once

#include "core/hardware/layer_geometry.h"

#include <algorithm>
#include <cmath>

namespace dnas {

/// Bits of one weight: h(s) + (1 − s)·log₂(2^b − 2), h the binary entropy: where the zeros are, and one of the 2^b − 2
/// other values of a symmetric quantiser. Below 2 bits there is only a sign (a mean below 1 bit: some channels are
/// gone).
inline double compressedBits(double bits, double sparsity)
{
    if (!(bits > 0))
        return 0;
    const double s = std::clamp(sparsity, 0.0, 1.0);
    const double where = s > 0 && s < 1 ? -s * std::log2(s) - (1 - s) * std::log2(1 - s) : 0;
    const double values = std::max(2.0, std::exp2(bits) - 2);
    return std::min(bits, std::min(1.0, bits) * (where + (1 - s) * std::log2(values)));
}

/// Mean over the layer's channels. All channels are taken to be equally sparse.
inline double compressedBitsOf(const LayerForm &g, double defaultBits)
{
    double sum = 0;
    double shares = 0;
    for (std::size_t bits = 0; bits < g.shares.size(); ++bits) {
        shares += g.shares[bits];
        if (g.shares[bits] > 0)
            sum += g.shares[bits] * compressedBits(static_cast<double>(bits), 1 - g.weightDensity);
    }
    return shares > 0 ? sum : compressedBits(g.weightBits > 0 ? g.weightBits : defaultBits, 1 - g.weightDensity);
}

/// In flash, bytes. Both streams are padded to 16 bytes.
template <typename Scalar>
struct EthosU55Streams {
    Scalar weights{};
    Scalar scales{}; ///< 80 bits for each output channel: bias 40, multiplier 32, shift 6
};

template <typename Scalar>
EthosU55Streams<Scalar> ethosU55Streams(const LayerGeometry<Scalar> &g)
{
    if (!g.hasWeights)
        return {};
    const Scalar weights = weightsOf(g) * (compressedBitsOf(g, 8) / 8);
    return {ceilDiv(weights, 16) * 16.0, ceilDiv(g.outChannels * 10.0, 16) * 16.0};
}

} // namespace dnas
