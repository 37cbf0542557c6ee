// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the channels of a network that must agree: docs/methods.md, section 1 ("Channel groups").
#pragma once

#include "core/space/search_space.h"

#include <vector>

namespace dnas {

struct ChannelAnalysis {
    std::vector<ChannelGroup> groups;                  ///< ordered by first producer; granularity not set
    std::vector<std::vector<ChannelSegment>> segments; ///< by layer
};

ChannelAnalysis analyseChannels(const Network &network, const std::vector<Shape> &shapes);

} // namespace dnas
