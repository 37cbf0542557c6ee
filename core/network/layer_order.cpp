// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kahn's method with a queue by index, so that a list that is in order already keeps its order.
#include "core/network/layer_order.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <queue>

namespace dnas {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Going from a node that cannot be placed to an input that cannot be placed must come round.
std::vector<int> findCycle(const std::vector<std::vector<int>> &inputs, const std::vector<bool> &placed)
{
    const auto start = std::find(placed.begin(), placed.end(), false);
    if (start == placed.end())
        return {};
    std::vector<int> path;
    std::vector<int> position(inputs.size(), -1);
    int node = static_cast<int>(start - placed.begin());
    while (position[at(node)] < 0) {
        position[at(node)] = static_cast<int>(path.size());
        path.push_back(node);
        node = *std::find_if(inputs[at(node)].begin(), inputs[at(node)].end(), [&](int i) { return !placed[at(i)]; });
    }
    path.erase(path.begin(), path.begin() + position[at(node)]);
    std::reverse(path.begin(), path.end());
    // Begin with the layer that stands first in the file.
    std::rotate(path.begin(), std::min_element(path.begin(), path.end()), path.end());
    return path;
}

} // namespace

LayerOrder orderLayers(const std::vector<std::vector<int>> &inputs)
{
    std::vector<std::vector<int>> users(inputs.size());
    std::vector<std::size_t> missing(inputs.size());
    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        missing[i] = inputs[i].size();
        for (const int input : inputs[i])
            users[at(input)].push_back(static_cast<int>(i));
        if (inputs[i].empty())
            ready.push(static_cast<int>(i));
    }
    LayerOrder result;
    std::vector<bool> placed(inputs.size(), false);
    while (!ready.empty()) {
        const int node = ready.top();
        ready.pop();
        placed[at(node)] = true;
        result.order.push_back(node);
        for (const int user : users[at(node)]) {
            if (--missing[at(user)] == 0)
                ready.push(user);
        }
    }
    result.cycle = findCycle(inputs, placed);
    return result;
}

} // namespace dnas
