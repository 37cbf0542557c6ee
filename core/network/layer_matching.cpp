// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Same name first; what is left over by the longest common sequence of operator, kernel and stride.
#include "core/network/layer_matching.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace dnas {

namespace {

/// Beyond this many pairs (80 MB of table) the rest stays unmatched: such networks have little in common anyway.
constexpr std::size_t kMaxPairs = 20'000'000;

void matchNames(const Network &left, const Network &right, LayerMatching &matching)
{
    std::unordered_map<std::string, int> names;
    for (std::size_t i = 0; i < right.layers.size(); ++i)
        names.emplace(right.layers[i].name, static_cast<int>(i));
    for (std::size_t i = 0; i < left.layers.size(); ++i) {
        const auto found = names.find(left.layers[i].name);
        if (found == names.end() || matching.leftOf[static_cast<std::size_t>(found->second)] >= 0)
            continue;
        matching.rightOf[i] = found->second;
        matching.leftOf[static_cast<std::size_t>(found->second)] = static_cast<int>(i);
    }
}

std::vector<std::size_t> unmatched(const std::vector<int> &partners)
{
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (partners[i] < 0)
            free.push_back(i);
    }
    return free;
}

void matchSequence(const Network &left, const Network &right, LayerMatching &matching)
{
    const std::vector<std::size_t> a = unmatched(matching.rightOf);
    const std::vector<std::size_t> b = unmatched(matching.leftOf);
    if (a.empty() || b.empty() || (a.size() + 1) * (b.size() + 1) > kMaxPairs)
        return;
    const auto alike = [&](std::size_t i, std::size_t j) {
        const Layer &l = left.layers[a[i]];
        const Layer &r = right.layers[b[j]];
        return l.op == r.op && l.kernel == r.kernel && l.stride == r.stride;
    };
    // length[i][j]: longest common sequence of what follows i on the left and j on the right.
    const std::size_t columns = b.size() + 1;
    std::vector<std::int32_t> length((a.size() + 1) * columns, 0);
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            length[i * columns + j] = alike(i, j)
                                          ? length[(i + 1) * columns + j + 1] + 1
                                          : std::max(length[(i + 1) * columns + j], length[i * columns + j + 1]);
        }
    }
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (alike(i, j)) {
            matching.rightOf[a[i]] = static_cast<int>(b[j]);
            matching.leftOf[b[j]] = static_cast<int>(a[i]);
            ++i;
            ++j;
        } else if (length[(i + 1) * columns + j] >= length[i * columns + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
}

} // namespace

LayerMatching matchLayers(const Network &left, const Network &right)
{
    LayerMatching matching{std::vector<int>(left.layers.size(), -1), std::vector<int>(right.layers.size(), -1)};
    matchNames(left, right, matching);
    matchSequence(left, right, matching);
    return matching;
}

} // namespace dnas
