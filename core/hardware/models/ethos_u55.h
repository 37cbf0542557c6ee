// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ethos-U55: a network is its operators one after the other; each takes as long as the NPU, the SRAM or the flash,
// whichever is slowest. Bits and sparsity of the weights change only the bytes that come from flash, never the cycles
// of the multiply-adds. Energy is not modelled: nobody published any. A stand-alone concatenation or normalisation, and
// a sum of more than two, are priced as one pass over their elements.
#pragma once

#include "core/hardware/models/ethos_u55_blocks.h"
#include "core/hardware/operating_point.h"

namespace dnas {

/// One group of a layer.
template <typename Scalar>
EthosU55Operator<Scalar> ethosU55Operator(const LayerGeometry<Scalar> &g, const EthosU55Hardware &hardware)
{
    const Scalar groups(g.depthwise ? 1.0 : g.groups);
    const EthosU55Streams<Scalar> streams = ethosU55Streams(g);
    return {ethosU55Form(g, hardware),
            g.hasWeights && !g.depthwise ? g.inChannels / groups : g.outChannels,
            g.outChannels / groups,
            {streams.weights / groups, streams.scales / groups}};
}

/// Cycles of the NPU's clock. The block is chosen on plain numbers; slopes are those of the formula for that block.
template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const EthosU55Model &m, const OperatingPoint &point, double)
{
    Effort<Scalar> e;
    const EthosU55Hardware *hardware = findEthosU55(m.macsPerCycle);
    if (hardware == nullptr || !g.works())
        return e;
    const double flash = point.flashBytesPerCycle > 0 ? point.flashBytesPerCycle : m.flashBytesPerCycle;
    const EthosU55Operator<Scalar> op = ethosU55Operator(g, *hardware);
    const EthosU55Operator<double> plain{
        op.form, valueOf(op.in), valueOf(op.out), {valueOf(op.streams.weights), valueOf(op.streams.scales)}};
    const EthosU55Block block = chooseEthosU55Block(plain, m, flash, *hardware);
    e.cycles = ethosU55Cycles(op, block, m, flash, *hardware).total() * (g.depthwise ? 1.0 : g.groups);
    e.milliseconds = e.cycles / (point.clockMhz * 1e3);
    return e;
}

} // namespace dnas
