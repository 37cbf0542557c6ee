// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one layer costs, as the report prints it and the search minimises it: each formula once, for double and for
// Dual. docs/cost_models.md explains every line.
#pragma once

#include "core/hardware/board.h"
#include "core/hardware/layer_geometry.h"

namespace dnas {

template <typename Scalar>
struct LayerFigures {
    Scalar weights{};
    Scalar biases{};
    Scalar normalised{}; ///< normalised channels
    Scalar macs{};
    Scalar weightBytes{}; ///< as stored in flash
    Scalar biasBytes{};
    Scalar tableBytes{}; ///< of the quantisation
    Scalar cycles{};
    Scalar milliseconds{}; ///< at the operating point of the setup
    Scalar microjoule{};

    Scalar flash() const { return weightBytes + biasBytes + tableBytes; } ///< without the runtime's code
};

/// Of a call as such, at the operating point of the setup.
struct CallFigures {
    double cycles = 0;
    double milliseconds = 0;
    double microjoule = 0;
};
CallFigures callFigures(const BoardSetup &setup);

/// One channel in, one out: the same work whether the layer came to it as a convolution or as a depthwise one.
template <typename Scalar>
bool isSingleChannel(const LayerGeometry<Scalar> &g)
{
    const bool kind = g.kind == WorkKind::Convolution || g.kind == WorkKind::Pointwise || g.depthwise;
    return kind && (g.depthwise || g.groups == 1) && valueOf(g.inChannels) == 1 && valueOf(g.outChannels) == 1;
}

template <typename Scalar>
Scalar storedBytes(const LayerGeometry<Scalar> &g, const Runtime &runtime)
{
    const double bits = g.weightBits > 0 ? g.weightBits : runtime.weightBits;
    const double stored = runtime.compressesWeights ? compressedBitsOf(g, runtime.weightBits) : bits;
    return weightsOf(g) * (stored / 8);
}

template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &, const std::monostate &, const OperatingPoint &, double)
{
    return {};
}

template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const BoardSetup &setup)
{
    return std::visit([&](const auto &model) { return effortOf(g, model, setup.point, setup.energyScale); },
                      setup.runtime.model);
}

/// A library may run a single channel with either kernel; the cheaper one, so that more channels never cost less.
template <typename Scalar>
Effort<Scalar> leastEffort(const LayerGeometry<Scalar> &g, const BoardSetup &setup)
{
    if (!isSingleChannel(g))
        return effortOf(g, setup);
    LayerGeometry<Scalar> depthwise = g;
    depthwise.kind = WorkKind::Depthwise;
    depthwise.depthwise = true;
    LayerGeometry<Scalar> full = g;
    full.kind = g.kernelArea() == 1 ? WorkKind::Pointwise : WorkKind::Convolution;
    full.depthwise = false;
    full.groups = 1;
    const Effort<Scalar> first = effortOf(depthwise, setup);
    const Effort<Scalar> second = effortOf(full, setup);
    return valueOf(first.milliseconds) <= valueOf(second.milliseconds) ? first : second;
}

template <typename Scalar>
LayerFigures<Scalar> layerFigures(const LayerGeometry<Scalar> &g, const BoardSetup &setup)
{
    constexpr double kBiasBytes = 4; // 32-bit, also where the trained layer has none: a folded shift lands there
    LayerFigures<Scalar> f;
    if (g.normalised)
        f.normalised = g.outChannels;
    if (g.bias)
        f.biases = g.outChannels;
    f.weights = weightsOf(g);
    f.macs = macsOf(g);
    f.weightBytes = storedBytes(g, setup.runtime);
    if (g.tables) {
        f.biasBytes = g.outChannels * kBiasBytes;
        f.tableBytes = g.outChannels * setup.runtime.bytesPerChannel;
    }
    if (!setup.modelsTime)
        return f;
    const Effort<Scalar> effort = leastEffort(g, setup);
    f.cycles = effort.cycles;
    f.milliseconds = effort.milliseconds;
    f.microjoule = effort.microjoule + effort.milliseconds * setup.point.staticMw; // mW · ms = µJ
    return f;
}

} // namespace dnas
