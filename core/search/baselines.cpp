// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/baselines.h"

#include "core/base/random.h"
#include "core/hardware/cost.h"
#include "core/space/channel_masks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dnas {

namespace {

bool isInside(const SearchPlan &plan, const RunPlan &run, const ChannelMasks &masks)
{
    const CostSet costs = costOf(plan.space.derive(masks), plan.setup).total;
    return std::all_of(run.terms.begin(), run.terms.end(), [&](const RunTerm &term) {
        return term.shape == TermShape::Minimise || costs.at(term.metric).value <= term.target;
    });
}

/// Whole blocks nearest to a share of the group, at least one.
int widthOf(const ChannelGroup &group, double share)
{
    const double blocks = std::clamp(std::round(share * group.blocks()), 1.0, static_cast<double>(group.blocks()));
    return std::min(group.channels, static_cast<int>(blocks) * group.granularity);
}

/// The groups at `shares` times the largest factor, of steps of half a percent, with which they are inside.
std::optional<ChannelMasks> scaledMasks(const SearchPlan &plan, const RunPlan &run, const std::vector<double> &shares,
                                        double largest)
{
    constexpr double kStep = 0.995;
    constexpr double kLeast = 1e-4;
    std::vector<int> before;
    for (double factor = largest; factor > kLeast; factor *= kStep) {
        std::vector<int> widths;
        for (std::size_t g = 0; g < shares.size(); ++g) {
            const ChannelGroup &group = plan.space.groups()[g];
            widths.push_back(group.frozen ? group.channels : widthOf(group, factor * shares[g]));
        }
        if (widths == before)
            continue;
        ChannelMasks masks = plan.space.masksOfWidths(widths);
        if (isInside(plan, run, masks))
            return masks;
        before = std::move(widths);
    }
    return std::nullopt;
}

std::vector<double> drawnShares(const SearchPlan &plan, int draw)
{
    RandomStream random(plan.spec.seed, "random widths", {static_cast<std::uint64_t>(draw)});
    std::vector<double> shares;
    for (std::size_t g = 0; g < plan.space.groups().size(); ++g)
        shares.push_back(0.1 + 0.9 * random.uniform());
    return shares;
}

/// Norm of each kernel of a layer relative to their mean; empty where the layer has no kernels.
std::vector<double> kernelNorms(const Network &network, int layer, const WeightStore &weights)
{
    const auto found = weights.find(network.layers[static_cast<std::size_t>(layer)].name + ".weight");
    if (found == weights.end() || found->second.shape.size() < 2)
        return {};
    const auto count = static_cast<std::size_t>(found->second.shape[0]);
    const std::size_t length = found->second.values.size() / count;
    std::vector<double> norms(count, 0);
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i < length; ++i)
            norms[k] += std::pow(static_cast<double>(found->second.values[k * length + i]), 2);
        norms[k] = std::sqrt(norms[k]);
    }
    const double mean = std::accumulate(norms.begin(), norms.end(), 0.0) / static_cast<double>(count);
    for (double &norm : norms)
        norm /= mean > 0 ? mean : 1;
    return norms;
}

struct Block {
    std::size_t group = 0;
    int index = 0;
    double norm = 0; ///< mean over its kernels
};

/// Of all groups that may change, the smallest first.
std::vector<Block> blocksByNorm(const SearchSpace &space, const WeightStore &weights)
{
    std::vector<Block> blocks;
    for (std::size_t g = 0; g < space.groups().size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        std::vector<double> norms(static_cast<std::size_t>(group.channels), 0);
        double layers = 0;
        for (const int layer : group.layers) {
            const std::vector<double> own = kernelNorms(space.seed(), layer, weights);
            if (own.size() != norms.size())
                continue;
            std::transform(own.begin(), own.end(), norms.begin(), norms.begin(), std::plus<>());
            ++layers;
        }
        for (int index = 0; index < group.blocks() && !group.frozen; ++index) {
            const auto first = norms.begin() + index * group.granularity;
            const int size = group.blockSize(index);
            blocks.push_back({g, index, std::accumulate(first, first + size, 0.0) / size / std::max(layers, 1.0)});
        }
    }
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.norm < b.norm; });
    return blocks;
}

std::optional<ChannelMasks> prunedMasks(const SearchPlan &plan, const RunPlan &run, const WeightStore &weights)
{
    ChannelMasks masks = plan.space.fullMasks();
    std::vector<int> kept;
    for (const ChannelGroup &group : plan.space.groups())
        kept.push_back(group.blocks());
    for (const Block &block : blocksByNorm(plan.space, weights)) {
        if (isInside(plan, run, masks))
            return masks;
        if (kept[block.group] == 1)
            continue;
        --kept[block.group];
        switchBlock(plan.space, masks, block.group, block.index, false);
    }
    return isInside(plan, run, masks) ? std::optional(masks) : std::nullopt;
}

} // namespace

std::optional<ChannelMasks> baselineMasks(const SearchPlan &plan, const RunPlan &run, const WeightStore &warm)
{
    constexpr double kLargestFactor = 10; // of a share of 0.1
    switch (run.method) {
    case Method::WidthMultiplier:
        return scaledMasks(plan, run, std::vector<double>(plan.space.groups().size(), 1.0), 1);
    case Method::RandomWidths:
        return scaledMasks(plan, run, drawnShares(plan, run.draw), kLargestFactor);
    case Method::Magnitude:
        return prunedMasks(plan, run, warm);
    case Method::Search:
        break;
    }
    return std::nullopt;
}

} // namespace dnas
