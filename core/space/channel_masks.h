// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is asked of masks again and again: how wide they leave each group, and switching one block.
#pragma once

#include "core/space/search_space.h"

namespace dnas {

/// Kept channels by group.
std::vector<int> widthsOf(const ChannelMasks &masks);

/// Keeps or drops the channels of one block of the space's group `group`.
void switchBlock(const SearchSpace &space, ChannelMasks &masks, std::size_t group, int block, bool on);

} // namespace dnas
