// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search is held against: simple ways to bring the seed network inside the same targets. Torch-free.
#pragma once

#include "core/spec/search_spec.h"
#include "core/weights/weight_store.h"

#include <optional>

namespace dnas {

/// The masks that the baseline `run` keeps, inside all of its targets as the derived network is priced (an aim counts
/// as a limit); nothing when it cannot. `warm`: weights of the seed network, looked at by magnitude pruning only.
///
/// Width multiplier: every group by the largest common factor. Random widths: shares of the groups drawn from 0.1 to 1
/// by the spec's seed and the draw, times the largest common factor, at most the seed's width. Magnitude: the blocks
/// with the smallest kernels go first, the norm of a kernel relative to the mean of its layer, over the layers of the
/// group.
std::optional<ChannelMasks> baselineMasks(const SearchPlan &plan, const RunPlan &run, const WeightStore &warm);

} // namespace dnas
