// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the decisions start when they do not all start alike. Channels of one group cost the same, so from equal
// starts an aim pulls all of them across ½ in the same few steps, and a whole group dies at once. Spread by what the
// warm-up made of them, they fall one by one, the least important first.
#pragma once

#include "core/supernet/parameter_layout.h"

#include <span>
#include <vector>

namespace dnas {

/// α by block, in (½, 1]: within each group spread evenly from 0.6 (least important) to 1. The importance of a channel
/// is the root mean square that its normalisations give it, √(γ² + β²), each relative to the mean of its layer and
/// summed over the layers of the group; of a layer without normalisation the length of its weight row. `parameters`:
/// the flat weights and vectors of RelaxedNetwork.
std::vector<float> rankedDecisions(const SearchSpace &space, const ParameterLayout &layout,
                                   std::span<const float> parameters);

} // namespace dnas
