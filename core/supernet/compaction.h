// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compaction (docs/methods.md, section 7): channels that stay off are taken out of a relaxed network, which then costs
// what is left of it. The outputs are the same before and after, since a channel that is off is exactly zero.
#pragma once

#include "core/supernet/parameter_layout.h"

#include <torch/types.h>

namespace dnas {

/// Where the numbers of a narrowed network stand in the flat tensors of the one before; int64, one entry each.
struct CompactionIndex {
    torch::Tensor parameters;
    torch::Tensor statistics;
    torch::Tensor decisions; ///< by block
};

/// `kept`: masks over the groups of `space`, whole blocks.
CompactionIndex compactionIndex(const SearchSpace &space, const ChannelMasks &kept);

} // namespace dnas
