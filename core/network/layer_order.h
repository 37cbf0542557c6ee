// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An order of layers in which every layer stands behind its inputs. Private to core/network.
#pragma once

#include <vector>

namespace dnas {

struct LayerOrder {
    std::vector<int> order; ///< all nodes, stable: whoever can stand first does; short when there is a cycle
    std::vector<int> cycle; ///< nodes along one cycle in the direction of the data, empty when there is none
};

/// `inputs[i]`: the nodes that node i takes.
LayerOrder orderLayers(const std::vector<std::vector<int>> &inputs);

} // namespace dnas
