// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layers as an Ethos-U55 meets them, for its tests.
#pragma once

#include "core/hardware/models/ethos_u55.h"

#include <vector>

namespace dnas::test {

using Geometry = LayerGeometry<double>;

inline Geometry convolution(double in, double out, int kernel, int size, int stride = 1)
{
    Geometry g;
    g.kind = kernel == 1 ? WorkKind::Pointwise : WorkKind::Convolution;
    g.hasWeights = true;
    g.inChannels = in;
    g.outChannels = out;
    g.kernelHeight = g.kernelWidth = kernel;
    g.strideHeight = g.strideWidth = stride;
    g.inputHeight = g.inputWidth = size;
    g.outputHeight = g.outputWidth = (size + stride - 1) / stride;
    return g;
}

inline Geometry sized(Geometry g, int height, int width)
{
    g.inputHeight = g.outputHeight = height;
    g.inputWidth = g.outputWidth = width;
    return g;
}

inline Geometry depthwise(double channels, int kernel, int size)
{
    Geometry g = convolution(channels, channels, kernel, size);
    g.kind = WorkKind::Depthwise;
    g.depthwise = true;
    g.groups = channels;
    return g;
}

inline Geometry dense(double in, double out)
{
    Geometry g = convolution(in, out, 1, 1);
    g.kind = WorkKind::Dense;
    return g;
}

inline Geometry pool(double channels, int kernel, int size)
{
    Geometry g = convolution(channels, channels, kernel, size, kernel);
    g.kind = WorkKind::Other;
    g.hasWeights = false;
    g.pooling = true;
    return g;
}

inline Geometry addition(double channels, int size)
{
    Geometry g = pool(channels, 1, size);
    g.pooling = false;
    g.inputs = 2;
    return g;
}

/// Every kind of operator, at so many channels.
inline std::vector<Geometry> everyKind(double channels)
{
    Geometry second = convolution(channels, channels, 5, 12, 2);
    second.inputBits = second.outputBits = 16;
    return {convolution(channels, channels, 3, 16),
            convolution(16, channels, 1, 9),
            convolution(channels, 32, 3, 8, 2),
            depthwise(channels, 3, 16),
            dense(channels, 10),
            dense(64, channels),
            pool(channels, 2, 8),
            addition(channels, 8),
            second};
}

inline const EthosU55Hardware &size(int macs) { return *findEthosU55(macs); }
inline constexpr double kFlash = 1;

inline EthosU55Cycles<double> cyclesOf(const Geometry &g, int macs, const EthosU55Block &block)
{
    return ethosU55Cycles(ethosU55Operator(g, size(macs)), block, {.macsPerCycle = macs}, kFlash, size(macs));
}

template <typename Scalar>
Effort<Scalar> effort(const LayerGeometry<Scalar> &g, int macs, double flash = kFlash, double mhz = 500)
{
    OperatingPoint point;
    point.clockMhz = mhz;
    point.flashBytesPerCycle = flash;
    return effortOf(g, EthosU55Model{.macsPerCycle = macs}, point, 1);
}

} // namespace dnas::test
