// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A kernel library on a core or an accelerator: time and charge are linear in the work, by kind of layer, by element
// gathered and written, by layer and by call. The coefficients of measured libraries are fitted
// (core/hardware/calibration).
#pragma once

#include "core/hardware/layer_geometry.h"
#include "core/hardware/models/ne16_tiles.h"
#include "core/hardware/operating_point.h"

namespace dnas {

/// What one unit of work is.
enum class WorkUnit {
    Mac,      ///< a multiply-add
    Ne16Cycle ///< a cycle of the NE16 accelerator's own schedule (ne16_tiles.h)
};

struct KernelModel {
    WorkUnit unit = WorkUnit::Mac;
    ByKind cyclesPerWork;
    double cyclesPerElement = 0;  ///< written by layers with weights, read by layers without
    double cyclesPerGathered = 0; ///< element that a convolution copies to lay its windows out in rows (im2col)
    double cyclesPerLayer = 0;
    double cyclesPerCall = 0;
    double microsecondsPerCall = 0; ///< whatever the clock
    /// Input channels are multiplied so many at a time, output channels computed so many at a time; what is left over
    /// costs as much as a whole block. Not where the layer reads the network's input, nor depthwise.
    int inputBlock = 1;
    int outputBlock = 1;
    double fetchBytes = 0;   ///< weights that one access of the flash brings; 0: wait states are not modelled
    ByKind nanojoulePerWork; ///< at the reference point
    double nanojoulePerElement = 0;
    double nanojoulePerGathered = 0;
    double nanojoulePerLayer = 0;
    double nanojoulePerCall = 0;
    bool modelsEnergy = false;
};

/// Multiply-adds as the library does them: in whole blocks of channels.
template <typename Scalar>
Scalar blockedMacs(const LayerGeometry<Scalar> &g, int inputBlock, int outputBlock)
{
    const bool blocked = g.kind == WorkKind::Convolution || g.kind == WorkKind::Pointwise || g.kind == WorkKind::Dense;
    if (!blocked || g.groups > 1 || (inputBlock == 1 && outputBlock == 1))
        return macsOf(g);
    const Scalar in = ceilDiv(g.inChannels, inputBlock) * static_cast<double>(inputBlock);
    const Scalar out = ceilDiv(g.outChannels, outputBlock) * static_cast<double>(outputBlock);
    return g.kernelArea() * g.outputArea() * in * out;
}

template <typename Scalar>
Scalar workOf(const LayerGeometry<Scalar> &g, const KernelModel &m)
{
    return m.unit == WorkUnit::Ne16Cycle ? ne16Cycles(g) : blockedMacs(g, m.inputBlock, m.outputBlock);
}

/// Elements that cost beside the work: what a layer with weights writes (the NE16 schedule has that already), what one
/// without reads.
template <typename Scalar>
Scalar elementsOf(const LayerGeometry<Scalar> &g, const KernelModel &m)
{
    if (!g.hasWeights)
        return g.outChannels * (g.inputs * g.inputElementsPerChannel);
    return m.unit == WorkUnit::Ne16Cycle ? Scalar(0) : g.outChannels * g.outputArea();
}

/// Elements that a convolution copies so that each window lies in one row: once, however many channels it computes.
template <typename Scalar>
Scalar gatheredOf(const LayerGeometry<Scalar> &g)
{
    if (!g.hasWeights || g.depthwise || g.kernelArea() == 1)
        return Scalar(0);
    return g.inChannels * (g.kernelArea() * g.outputArea());
}

/// `energyScale`: energy of a charge at this point relative to the runtime's reference point.
template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const KernelModel &m, const OperatingPoint &point,
                        double energyScale)
{
    Effort<Scalar> e;
    if (!g.works())
        return e;
    const Scalar work = g.hasWeights ? workOf(g, m) : Scalar(0);
    const Scalar elements = elementsOf(g, m);
    const Scalar gathered = gatheredOf(g);
    e.cycles = work * m.cyclesPerWork[g.kind] + elements * m.cyclesPerElement + gathered * m.cyclesPerGathered +
               m.cyclesPerLayer;
    if (m.fetchBytes > 0)
        e.cycles += weightsOf(g) * (point.waitStates / m.fetchBytes);
    e.milliseconds = e.cycles / (point.clockMhz * 1e3);
    if (m.modelsEnergy)
        e.microjoule = (work * m.nanojoulePerWork[g.kind] + elements * m.nanojoulePerElement +
                        gathered * m.nanojoulePerGathered + m.nanojoulePerLayer) *
                       (energyScale * 1e-3);
    return e;
}

} // namespace dnas
