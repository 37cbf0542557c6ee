// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which layers of two networks are the same layer. Private to core/network.
#pragma once

#include "core/network/network.h"

#include <vector>

namespace dnas {

struct LayerMatching {
    std::vector<int> rightOf; ///< by left index; -1: has no partner
    std::vector<int> leftOf;  ///< by right index
};

LayerMatching matchLayers(const Network &left, const Network &right);

} // namespace dnas
