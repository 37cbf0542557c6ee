// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MPIC: a RISC-V core with mixed-precision multiply-adds; cycles per multiply-add by the bits of activations and
// weights, from PLiNIO (github.com/eml-eda/plinio, MPIC latency and energy).
#pragma once

#include "core/hardware/layer_geometry.h"
#include "core/hardware/operating_point.h"

namespace dnas {

struct MpicModel {
    int weightBits = 8; ///< of layers that do not say
    int activationBits = 8;
    double nanojoulePerCycle = 0; ///< at the reference point; 0: energy is not modelled
    double cyclesPerCall = 0;
    double microsecondsPerCall = 0;
};

/// Multiply-adds a cycle; bits between those of the table count as the next higher, weights of 0 bits are not computed.
double mpicMacsPerCycle(double activationBits, int weightBits);

/// Mean cycles of a multiply-add of this layer.
double mpicCyclesPerMac(const LayerForm &g, const MpicModel &m);

template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const MpicModel &m, const OperatingPoint &point,
                        double energyScale)
{
    Effort<Scalar> e;
    if (!g.hasWeights)
        return e;
    e.cycles = macsOf(g) * mpicCyclesPerMac(g, m);
    e.milliseconds = e.cycles / (point.clockMhz * 1e3);
    e.microjoule = e.cycles * (m.nanojoulePerCycle * energyScale * 1e-3);
    return e;
}

} // namespace dnas
