// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// GAP8: eight cluster cores, PULP-NN kernels; cycles by the formula of PLiNIO (github.com/eml-eda/plinio, GAP8
// latency), that the searches of arXiv 2206.00302 and 2310.07217 minimised. Layers without weights cost nothing there.
#pragma once

#include "core/hardware/layer_geometry.h"
#include "core/hardware/operating_point.h"

namespace dnas {

struct Gap8Model {
    double nanojoulePerCycle = 0; ///< at the reference point; 0: energy is not modelled
    double cyclesPerCall = 0;
    double microsecondsPerCall = 0;
};

template <typename Scalar>
Scalar gap8Cycles(const LayerGeometry<Scalar> &g)
{
    if (!g.hasWeights)
        return Scalar(0);
    if (g.kind == WorkKind::Dense)
        return ceilDiv(g.inChannels, 2) * ceilDiv(g.outChannels, 4);
    if (g.depthwise)
        return ceilDiv(g.outChannels, 4) * (4 * g.outputArea() * g.kernelArea());
    // Two rows by eight columns of outputs at a time: an im2col buffer is filled, then four channels at a time.
    const double blocks = std::ceil(g.outputHeight / 2.0) * std::ceil(g.outputWidth / 8.0);
    const Scalar taps = g.inChannels * (g.kernelArea() / g.groups);
    return (taps * 2 + ceilDiv(g.outChannels, 4) * (5 + ceilDiv(taps, 4) * 14 + 10)) * blocks;
}

template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const Gap8Model &m, const OperatingPoint &point,
                        double energyScale)
{
    Effort<Scalar> e;
    e.cycles = gap8Cycles(g);
    e.milliseconds = e.cycles / (point.clockMhz * 1e3);
    e.microjoule = e.cycles * (m.nanojoulePerCycle * energyScale * 1e-3);
    return e;
}

} // namespace dnas
