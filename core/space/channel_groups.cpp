// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every layer that defines its channels starts a group; operators that keep channels pass groups on, additions
// unite them. What cannot be united channel by channel is frozen, with the reason.
#include "core/space/channel_groups.h"

#include <algorithm>
#include <string>

namespace dnas {

namespace {

/// A group in the making: a tree of united ones, the root is the earliest producer.
struct Node {
    int parent = 0;
    int producer = 0;
    int channels = 0;
    std::string reason; ///< not empty: frozen
};

class Analysis {
public:
    Analysis(const Network &network, const std::vector<Shape> &shapes)
        : m_network(network)
        , m_shapes(shapes)
    {
    }

    ChannelAnalysis run()
    {
        for (std::size_t i = 0; i < m_network.layers.size(); ++i)
            m_segments.push_back(segmentsOf(i));
        for (std::size_t i = 0; i < m_network.layers.size(); ++i) {
            const Layer &layer = m_network.layers[i];
            if (static_cast<int>(i) == m_network.output)
                freeze(m_segments[i], "reaches the network's output");
            else if (layer.isExit)
                freeze(m_segments[i], "reaches the exit " + layer.name);
        }
        return collect();
    }

private:
    using Segments = std::vector<ChannelSegment>; // group = index of a node here

    const Segments &input(const Layer &layer, std::size_t which = 0) const
    {
        return m_segments[static_cast<std::size_t>(layer.inputs[which])];
    }

    Segments segmentsOf(std::size_t index)
    {
        const Layer &layer = m_network.layers[index];
        switch (findOperator(layer.op)->channelRule(layer)) {
        case ChannelRule::Defines:
            return define(index);
        case ChannelRule::Concatenates:
            return concatenate(layer);
        case ChannelRule::Flattens:
            return flatten(layer);
        case ChannelRule::Preserves:
            break;
        }
        const Segments result = join(layer);
        freezeMixedBits(layer, result);
        return result;
    }

    Segments define(std::size_t index)
    {
        const Layer &layer = m_network.layers[index];
        const int node = static_cast<int>(m_nodes.size());
        m_nodes.push_back({.parent = node, .producer = static_cast<int>(index), .channels = m_shapes[index].channels});
        const Segments own{{.group = node}};
        if (layer.inputs.empty())
            freeze(own, "reaches the network's input");
        if (layer.groups > 1) {
            freeze(own, "is computed by the grouped convolution " + layer.name);
            freeze(input(layer), "is read by the grouped convolution " + layer.name);
        }
        freezeMixedBits(layer, own);
        return own;
    }

    Segments concatenate(const Layer &layer) const
    {
        Segments all;
        for (std::size_t i = 0; i < layer.inputs.size(); ++i)
            all.insert(all.end(), input(layer, i).begin(), input(layer, i).end());
        return all;
    }

    Segments flatten(const Layer &layer) const
    {
        const Shape &shape = m_shapes[static_cast<std::size_t>(layer.inputs.front())];
        Segments all = input(layer);
        for (ChannelSegment &segment : all)
            segment.repeat *= shape.height * shape.width;
        return all;
    }

    Segments join(const Layer &layer)
    {
        const Segments first = input(layer);
        for (std::size_t i = 1; i < layer.inputs.size(); ++i) {
            const Segments other = input(layer, i);
            if (aligned(first, other)) {
                for (std::size_t s = 0; s < first.size(); ++s)
                    unite(first[s].group, other[s].group);
                continue;
            }
            const std::string reason = "meets channels of another composition in " + layer.name;
            for (std::size_t j = 0; j < layer.inputs.size(); ++j)
                freeze(input(layer, j), reason);
        }
        return first;
    }

    bool aligned(const Segments &a, const Segments &b)
    {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [this](const ChannelSegment &x, const ChannelSegment &y) {
                   return x.repeat == y.repeat && root(x.group).channels == root(y.group).channels;
               });
    }

    void freezeMixedBits(const Layer &layer, const Segments &segments)
    {
        if (layer.weightBits.size() > 1)
            freeze(segments, layer.name + " stores its channels at different bits");
    }

    Node &root(int index)
    {
        while (m_nodes[static_cast<std::size_t>(index)].parent != index)
            index = m_nodes[static_cast<std::size_t>(index)].parent;
        return m_nodes[static_cast<std::size_t>(index)];
    }

    void unite(int a, int b)
    {
        Node &left = root(a);
        Node &right = root(b);
        Node &first = left.parent < right.parent ? left : right;
        Node &second = left.parent < right.parent ? right : left;
        if (first.reason.empty())
            first.reason = second.reason;
        second.parent = first.parent;
    }

    void freeze(const Segments &segments, const std::string &reason)
    {
        for (const ChannelSegment &segment : segments) {
            Node &node = root(segment.group);
            if (node.reason.empty())
                node.reason = reason;
        }
    }

    ChannelAnalysis collect()
    {
        ChannelAnalysis result{.groups = {}, .segments = m_segments};
        std::vector<int> groupOfNode(m_nodes.size(), -1);
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const Node &node = m_nodes[i];
            if (node.parent != static_cast<int>(i))
                continue;
            groupOfNode[i] = static_cast<int>(result.groups.size());
            ChannelGroup group;
            group.name = m_network.layers[static_cast<std::size_t>(node.producer)].name;
            group.channels = node.channels;
            group.frozen = !node.reason.empty();
            group.reason = node.reason;
            result.groups.push_back(std::move(group));
        }
        for (std::size_t i = 0; i < result.segments.size(); ++i) {
            for (ChannelSegment &segment : result.segments[i])
                segment.group = groupOfNode[static_cast<std::size_t>(root(segment.group).parent)];
            if (result.segments[i].size() == 1)
                result.groups[static_cast<std::size_t>(result.segments[i].front().group)].layers.push_back(
                    static_cast<int>(i));
        }
        return result;
    }

    const Network &m_network;
    const std::vector<Shape> &m_shapes;
    std::vector<Node> m_nodes;
    std::vector<Segments> m_segments;
};

} // namespace

ChannelAnalysis analyseChannels(const Network &network, const std::vector<Shape> &shapes)
{
    return Analysis(network, shapes).run();
}

} // namespace dnas
