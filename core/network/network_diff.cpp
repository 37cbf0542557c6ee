// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words for what changed between matched layers. Rows keep the order of the left network; a layer that only
// the right one has follows the row of the layer before it.
#include "core/network/network_diff.h"

#include "core/base/joined.h"
#include "core/network/layer_matching.h"
#include "core/network/shapes.h"
#include "core/network/window.h"

#include <sstream>

namespace dnas {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Shapes and counts of one side; empty shapes when they do not fit together.
struct Side {
    const Network &network;
    std::vector<Shape> shapes;
    std::vector<LayerCounts> counts;
    LayerCounts sum;

    explicit Side(const Network &n)
        : network(n)
    {
        const Result<std::vector<Shape>> inferred = inferShapes(network);
        if (!inferred.ok())
            return;
        shapes = *inferred;
        counts = countLayers(network, shapes);
        for (const LayerCounts &count : counts)
            sum += count;
    }
    int channels(int layer) const { return shapes.empty() ? 0 : shapes[at(layer)].channels; }
    LayerCounts count(int layer) const { return counts.empty() ? LayerCounts{} : counts[at(layer)]; }
    bool isDepthwiseLayer(int layer) const
    {
        const Layer &l = network.layers[at(layer)];
        return !shapes.empty() && !l.inputs.empty() && isDepthwise(l, shapes[at(l.inputs.front())]);
    }
};

std::string windowText(const Size2 &size, const Network &network)
{
    return network.dimensions == 1 && size.width == 1 ? std::to_string(size.height) : sizeText(size);
}

std::string paddingText(const Padding &p)
{
    if (p.same)
        return "same";
    std::ostringstream text;
    text << p.top << '/' << p.bottom << '/' << p.left << '/' << p.right;
    return p == Padding{} ? "valid" : text.str();
}

std::string weightBitsText(const Layer &layer)
{
    if (layer.weightBits.empty())
        return "default";
    const auto text = [](const BitShare &share) {
        return std::to_string(share.channels) + "×" + std::to_string(share.bits);
    };
    return joined(layer.weightBits, text, " + ");
}

std::string bitsText(int bits) { return bits == 0 ? "default" : std::to_string(bits); }

std::string numberText(double value)
{
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string inputNames(const Network &network, const Layer &layer)
{
    return joined(layer.inputs, [&](int input) { return network.layers[at(input)].name; });
}

class ChangeList {
public:
    void add(const char *what, const std::string &from, const std::string &to)
    {
        if (from != to)
            m_changes.push_back(std::string(what) + " " + from + " → " + to);
    }
    void addFlag(const char *what, bool from, bool to) { add(what, yesNo(from), yesNo(to)); }
    std::vector<std::string> take() { return std::move(m_changes); }

private:
    static std::string yesNo(bool value) { return value ? "yes" : "no"; }
    std::vector<std::string> m_changes;
};

std::vector<std::string> describeChanges(const Side &left, int leftIndex, const Side &right, int rightIndex,
                                         const LayerMatching &matching)
{
    const Layer &a = left.network.layers[at(leftIndex)];
    const Layer &b = right.network.layers[at(rightIndex)];
    ChangeList changes;
    changes.add("name", a.name, b.name);
    changes.add("operator", a.op, b.op);
    if (a.op == "input" && b.op == "input")
        changes.add("shape", shapeText(left.network.input), shapeText(right.network.input));
    if (a.channels != 0 && b.channels != 0)
        changes.add("channels", std::to_string(a.channels), std::to_string(b.channels));
    changes.add("kernel", windowText(a.kernel, left.network), windowText(b.kernel, right.network));
    changes.add("stride", windowText(a.stride, left.network), windowText(b.stride, right.network));
    changes.add("dilation", windowText(a.dilation, left.network), windowText(b.dilation, right.network));
    changes.add("padding", paddingText(a.padding), paddingText(b.padding));
    // The groups of depthwise convolutions follow their channels.
    if (!(left.isDepthwiseLayer(leftIndex) && right.isDepthwiseLayer(rightIndex)))
        changes.add("groups", std::to_string(a.groups), std::to_string(b.groups));
    changes.addFlag("bias", a.bias, b.bias);
    changes.add("activation", activationName(a.activation), activationName(b.activation));
    changes.add("rate", numberText(a.rate), numberText(b.rate));
    // Bits of all channels alike are one number, which does not change with the width.
    const bool isUniform = a.weightBits.size() == 1 && b.weightBits.size() == 1 &&
                           a.weightBits.front().channels == a.channels && b.weightBits.front().channels == b.channels;
    if (isUniform)
        changes.add("weight bits", std::to_string(a.weightBits.front().bits),
                    std::to_string(b.weightBits.front().bits));
    else
        changes.add("weight bits", weightBitsText(a), weightBitsText(b));
    changes.add("activation bits", bitsText(a.activationBits), bitsText(b.activationBits));
    changes.add("weight density", numberText(a.weightDensity), numberText(b.weightDensity));
    changes.addFlag("exit", a.isExit, b.isExit);

    std::vector<int> mapped;
    for (const int input : a.inputs)
        mapped.push_back(matching.rightOf[at(input)]);
    if (mapped != b.inputs)
        changes.add("inputs", inputNames(left.network, a), inputNames(right.network, b));
    return changes.take();
}

} // namespace

NetworkDifference diffNetworks(const Network &leftNetwork, const Network &rightNetwork)
{
    const Side left(leftNetwork);
    const Side right(rightNetwork);
    const LayerMatching matching = matchLayers(leftNetwork, rightNetwork);
    NetworkDifference difference;
    difference.left = left.sum;
    difference.right = right.sum;

    const auto addRow = [&](int l, int r) {
        LayerDifference row;
        row.left = l;
        row.right = r;
        row.name = l >= 0 ? leftNetwork.layers[at(l)].name : rightNetwork.layers[at(r)].name;
        if (l >= 0 && r >= 0)
            row.changes = describeChanges(left, l, right, r, matching);
        if (l >= 0) {
            row.leftCounts = left.count(l);
            row.leftChannels = left.channels(l);
        }
        if (r >= 0) {
            row.rightCounts = right.count(r);
            row.rightChannels = right.channels(r);
        }
        difference.layers.push_back(std::move(row));
    };
    const auto addNewFrom = [&](int r) {
        for (; at(r) < rightNetwork.layers.size() && matching.leftOf[at(r)] < 0; ++r)
            addRow(-1, r);
    };
    addNewFrom(0);
    for (std::size_t l = 0; l < leftNetwork.layers.size(); ++l) {
        const int r = matching.rightOf[l];
        addRow(static_cast<int>(l), r);
        if (r >= 0)
            addNewFrom(r + 1);
    }
    return difference;
}

} // namespace dnas
