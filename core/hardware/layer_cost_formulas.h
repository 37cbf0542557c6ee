// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every cost formula, once. Included at the end of layer_cost.h; docs/cost_models.md explains each line.
#pragma once

#include "core/hardware/layer_cost.h"

namespace dnas {

inline double coefficient(const std::map<WorkKind, double> &values, WorkKind kind)
{
    const auto found = values.find(kind);
    return found == values.end() ? 0 : found->second;
}

/// A convolution from one channel to one channel *is* a depthwise one; so both are priced alike, however
/// a layer came to it.
template <typename Scalar>
WorkKind effectiveKind(const LayerGeometry<Scalar> &g)
{
    const bool convolution = g.kind == WorkKind::Convolution || g.kind == WorkKind::Pointwise;
    const bool single = g.groups == 1 && valueOf(g.inChannels) == 1 && valueOf(g.outChannels) == 1;
    return convolution && single ? WorkKind::Depthwise : g.kind;
}

template <typename Scalar>
LayerFigures<Scalar> layerFigures(const LayerGeometry<Scalar> &g, const BoardSetup &setup)
{
    constexpr double kBiasBytes = 4; // 32-bit, also where the trained layer has none: a folded shift lands there
    const Runtime &runtime = setup.runtime;
    LayerFigures<Scalar> f;
    if (g.normalised)
        f.normalised = g.outChannels;
    if (g.bias)
        f.biases = g.outChannels;
    if (g.hasWeights) {
        f.weights =
            g.depthwise ? g.kernelArea * g.outChannels : g.kernelArea * g.inChannels * g.outChannels / Scalar(g.groups);
        f.macs = f.weights * g.outputArea;
    }
    const double bits = g.weightBits > 0 ? g.weightBits : runtime.weightBits;
    if (g.hasWeights)
        f.flash += f.weights * (bits / 8);
    if (g.tables)
        f.flash += g.outChannels * (runtime.bytesPerChannel + kBiasBytes);

    const double microjoule = setup.energyScale * 1e-3; // of one nanojoule at the reference point
    if (g.hasWeights) {
        const WorkKind kind = effectiveKind(g);
        f.cycles = f.macs * coefficient(runtime.cyclesPerMac, kind) + runtime.cyclesPerLayer;
        f.energyUj = f.macs * (coefficient(runtime.nanojoulePerMac, kind) * microjoule);
    } else if (g.inputElementsPerChannel > 0) {
        const Scalar elements = g.outChannels * (g.inputs * g.inputElementsPerChannel);
        f.cycles = elements * runtime.cyclesPerOutput + runtime.cyclesPerLayer;
        f.energyUj = elements * (coefficient(runtime.nanojoulePerMac, WorkKind::Other) * microjoule);
    }
    return f;
}

} // namespace dnas
