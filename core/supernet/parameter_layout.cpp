// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/parameter_layout.h"

#include "core/network/operator.h"
#include "core/supernet/discretise.h"

namespace dnas {

namespace {

DecisionLayout layOutDecisions(const SearchSpace &space)
{
    DecisionLayout decisions;
    for (std::size_t g = 0; g < space.groups().size(); ++g) {
        const ChannelGroup &group = space.groups()[g];
        if (group.frozen) {
            decisions.firstBlock.push_back(-1);
            continue;
        }
        decisions.firstBlock.push_back(decisions.blocks());
        for (int block = 0; block < group.blocks(); ++block) {
            decisions.groupOfBlock.push_back(static_cast<int>(g));
            decisions.sizeOfBlock.push_back(group.blockSize(block));
        }
    }
    return decisions;
}

/// Layers that read the output of `layer`.
std::vector<int> consumers(const Network &network, int layer)
{
    std::vector<int> found;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        for (const int input : network.layers[i].inputs) {
            if (input == layer)
                found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

bool feedsNormalisationAlone(const Network &network, int layer)
{
    const auto readers = consumers(network, layer);
    return readers.size() == 1 && network.output != layer &&
           network.layers[static_cast<std::size_t>(layer)].activation == Activation::None &&
           network.layers[static_cast<std::size_t>(readers[0])].op == "batch_norm";
}

Stretch take(std::int64_t &count, std::int64_t length)
{
    const Stretch stretch{count, length};
    count += length;
    return stretch;
}

} // namespace

std::vector<std::int64_t> ParameterLayout::featureBlocks(const SearchSpace &space, int layer) const
{
    std::vector<std::int64_t> blocks;
    for (const ChannelSegment &segment : space.segments(layer)) {
        const ChannelGroup &group = space.groups()[static_cast<std::size_t>(segment.group)];
        const std::int64_t first = decisions.firstBlock[static_cast<std::size_t>(segment.group)];
        for (int channel = 0; channel < group.channels; ++channel) {
            const std::int64_t block = first < 0 ? decisions.alwaysOn() : first + channel / group.granularity;
            blocks.insert(blocks.end(), static_cast<std::size_t>(segment.repeat), block);
        }
    }
    return blocks;
}

ParameterLayout layOut(const SearchSpace &space)
{
    ParameterLayout layout;
    layout.decisions = layOutDecisions(space);
    const Network &network = space.seed();
    const auto shapes = weightShapes(network);
    layout.layers.resize(network.layers.size());

    const auto sizeOf = [&](const std::string &name) {
        const auto found = shapes.find(name);
        if (found == shapes.end())
            return std::int64_t{-1};
        std::int64_t size = 1;
        for (const std::int64_t extent : found->second)
            size *= extent;
        return size;
    };
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        LayerStretches &place = layout.layers[i];
        const int index = static_cast<int>(i);
        if (const std::int64_t size = sizeOf(layer.name + ".weight"); size >= 0) {
            place.weight = take(layout.weightCount, size);
            place.feedsNormalisationAlone = feedsNormalisationAlone(network, index);
        }
        const auto blocks = layout.featureBlocks(space, index);
        bool searchable = false;
        for (const std::int64_t block : blocks)
            searchable = searchable || block != layout.decisions.alwaysOn();
        place.masksWeights = place.weight.present() && !place.feedsNormalisationAlone && searchable;
        place.masksOutput = searchable && !keepsZero(layer.activation);

        const auto addVector = [&](const char *part, Stretch &stretch) {
            const std::int64_t size = sizeOf(layer.name + "." + part);
            if (size < 0)
                return;
            stretch = take(layout.vectorCount, size);
            layout.vectorBlock.insert(layout.vectorBlock.end(), blocks.begin(), blocks.end());
        };
        const auto addStatistic = [&](const char *part, Stretch &stretch) {
            const std::int64_t size = sizeOf(layer.name + "." + part);
            if (size < 0)
                return;
            stretch = take(layout.statisticCount, size);
            layout.statisticBlock.insert(layout.statisticBlock.end(), blocks.begin(), blocks.end());
        };
        addVector("bias", place.bias);
        addVector("scale", place.scale);
        addVector("shift", place.shift);
        addStatistic("mean", place.mean);
        addStatistic("variance", place.variance);
    }
    return layout;
}

} // namespace dnas
