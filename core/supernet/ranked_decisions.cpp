// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/ranked_decisions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dnas {

namespace {

constexpr double kLeast = 0.6;

/// Importance of each output feature of a layer; empty where the layer says nothing about its channels.
std::vector<double> featureImportance(const LayerStretches &place, std::size_t features, std::int64_t vectorsFrom,
                                      std::span<const float> parameters)
{
    std::vector<double> values(features);
    if (place.scale.present()) {
        const auto scale = static_cast<std::size_t>(vectorsFrom + place.scale.offset);
        const auto shift = static_cast<std::size_t>(vectorsFrom + place.shift.offset);
        for (std::size_t c = 0; c < features; ++c)
            values[c] = std::hypot(static_cast<double>(parameters[scale + c]),
                                   place.shift.present() ? static_cast<double>(parameters[shift + c]) : 0.0);
        return values;
    }
    if (!place.masksWeights)
        return {};
    const auto length = static_cast<std::size_t>(place.weight.length) / features;
    for (std::size_t c = 0; c < features; ++c) {
        double square = 0;
        for (const float weight :
             parameters.subspan(static_cast<std::size_t>(place.weight.offset) + c * length, length))
            square += static_cast<double>(weight) * static_cast<double>(weight);
        values[c] = std::sqrt(square);
    }
    return values;
}

} // namespace

std::vector<float> rankedDecisions(const SearchSpace &space, const ParameterLayout &layout,
                                   std::span<const float> parameters)
{
    const DecisionLayout &decisions = layout.decisions;
    std::vector<double> score(static_cast<std::size_t>(decisions.blocks()), 0);
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        const LayerStretches &place = layout.layers[i];
        if (!place.scale.present() && !place.masksWeights)
            continue;
        const auto blocks = layout.featureBlocks(space, static_cast<int>(i));
        const auto values = featureImportance(place, blocks.size(), layout.weightCount, parameters);
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) /
                            static_cast<double>(std::max<std::size_t>(values.size(), 1));
        for (std::size_t c = 0; c < values.size() && mean > 0; ++c) {
            if (blocks[c] != decisions.alwaysOn())
                score[static_cast<std::size_t>(blocks[c])] += values[c] / mean;
        }
    }

    std::vector<float> alpha(score.size(), 1);
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && decisions.groupOfBlock[end] == decisions.groupOfBlock[first])
            ++end;
        std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(first),
                         order.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](std::size_t a, std::size_t b) { return score[a] < score[b]; });
        const auto steps = static_cast<double>(end - first - 1);
        for (std::size_t rank = 0; rank + first < end && steps > 0; ++rank)
            alpha[order[first + rank]] = static_cast<float>(kLeast + (1 - kLeast) * static_cast<double>(rank) / steps);
        first = end;
    }
    return alpha;
}

} // namespace dnas
