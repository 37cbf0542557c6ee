// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See compaction.h.
#include "core/supernet/compaction.h"

#include "core/supernet/discretise.h"

namespace dnas {

namespace {

using Positions = std::vector<std::int64_t>;

torch::Tensor indexTensor(const Positions &positions) { return at::tensor(positions, at::kLong); }

} // namespace

CompactionIndex compactionIndex(const SearchSpace &space, const ChannelMasks &kept)
{
    const ParameterLayout before = layOut(space);
    const Network &network = space.seed();
    const auto arrays = keptArrays(space, kept);
    Positions weights;
    Positions vectors;
    Positions statistics;
    // In the order of layOut(): layer by layer; kernels, vectors and statistics apart.
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerStretches &place = before.layers[i];
        const auto take = [&](Positions &to, const char *part, const Stretch &stretch, std::int64_t base) {
            if (!stretch.present())
                return;
            for (const std::size_t position : arrays.at(network.layers[i].name + "." + part).positions)
                to.push_back(base + stretch.offset + static_cast<std::int64_t>(position));
        };
        take(weights, "weight", place.weight, 0);
        take(vectors, "bias", place.bias, before.weightCount);
        take(vectors, "scale", place.scale, before.weightCount);
        take(vectors, "shift", place.shift, before.weightCount);
        take(statistics, "mean", place.mean, 0);
        take(statistics, "variance", place.variance, 0);
    }
    weights.insert(weights.end(), vectors.begin(), vectors.end());

    Positions blocks;
    for (std::size_t g = 0; g < space.groups().size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        for (int block = 0; block < group.blocks() && !group.frozen; ++block) {
            if (kept[g][static_cast<std::size_t>(block * group.granularity)])
                blocks.push_back(before.decisions.firstBlock[g] + block);
        }
    }
    return {indexTensor(weights), indexTensor(statistics), indexTensor(blocks)};
}

} // namespace dnas
