// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of MPIC.
#include "core/hardware/models/mpic.h"

namespace dnas {

namespace {

/// Row or column of the table: 2, 4 or 8 bits.
std::size_t slot(double bits) { return bits <= 2 ? 0 : bits <= 4 ? 1 : 2; }

} // namespace

double mpicMacsPerCycle(double activationBits, int weightBits)
{
    static constexpr double kTable[3][3]{{6.5, 4.0, 2.2}, {3.9, 3.5, 2.1}, {2.5, 2.3, 2.1}};
    return kTable[slot(activationBits)][slot(weightBits)];
}

double mpicCyclesPerMac(const LayerForm &g, const MpicModel &m)
{
    const double activation = g.inputBits > 0 ? g.inputBits : m.activationBits;
    double cycles = 0;
    double shares = 0;
    for (std::size_t bits = 0; bits < g.shares.size(); ++bits) {
        shares += g.shares[bits];
        if (bits > 0 && g.shares[bits] > 0)
            cycles += g.shares[bits] / mpicMacsPerCycle(activation, static_cast<int>(bits));
    }
    return shares > 0 ? cycles : 1 / mpicMacsPerCycle(activation, m.weightBits);
}

} // namespace dnas
