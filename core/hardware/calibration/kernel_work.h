// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The work that a network is to a kernel library: what a fitted model multiplies with its coefficients.
#pragma once

#include "core/hardware/models/kernels.h"
#include "core/network/network.h"

#include <array>

namespace dnas {

/// The kinds of multiply-adds, then elements, then layers.
inline constexpr std::size_t kWorkTerms = kMacKinds.size() + 2;
inline constexpr std::size_t kElementTerm = kMacKinds.size();
inline constexpr std::size_t kLayerTerm = kMacKinds.size() + 1;
using WorkVector = std::array<double, kWorkTerms>;

/// Of one layer; all 0 for layers that do nothing when deployed.
WorkVector workVector(const LayerGeometry<double> &layer, WorkUnit unit);
/// Sum over the network's layers. Shapes must fit.
WorkVector workVector(const Network &network, WorkUnit unit);

/// Coefficients in the order of a work vector as a model (one unit of work each, blocks of one channel).
KernelModel kernelModelOf(const WorkVector &cycles, WorkUnit unit);
void setEnergies(KernelModel &model, const WorkVector &nanojoule);

} // namespace dnas
