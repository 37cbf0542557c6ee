// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a network as YAML, one layer a line, leaving out whatever has its default.
#include "core/base/joined.h"
#include "core/base/numbers.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"

namespace dnas {

namespace {

/// Text as a YAML value: plain when that is safe everywhere, else in double quotes.
std::string quoted(const std::string &text)
{
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
    const bool isWord = !text.empty() && text.find_first_not_of(kPlain) == std::string::npos && text.front() != '-' &&
                        text.front() != '.';
    if (isWord && text != "null" && text != "Null" && text != "NULL")
        return text;
    constexpr char kDigits[] = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += std::string("\\") + c;
        else if (code < 0x20 || code == 0x7f)
            result += std::string("\\x") + kDigits[code >> 4] + kDigits[code & 15];
        else
            result += c;
    }
    return result + "\"";
}

std::string listText(std::initializer_list<int> values)
{
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "[" : ", ") + std::to_string(value);
    return text + "]";
}

std::string sizeField(const Size2 &size, int dimensions)
{
    const bool isOneNumber = dimensions == 2 ? size.height == size.width : size.width == 1;
    return isOneNumber ? std::to_string(size.height) : listText({size.height, size.width});
}

std::string paddingField(const Padding &p, int dimensions)
{
    if (p.same)
        return "same";
    if (dimensions == 2 && p.top == p.bottom && p.top == p.left && p.top == p.right)
        return std::to_string(p.top);
    if (dimensions == 2 || p.left != 0 || p.right != 0)
        return listText({p.top, p.bottom, p.left, p.right});
    return p.top == p.bottom ? std::to_string(p.top) : listText({p.top, p.bottom});
}

std::string weightBitsField(const Layer &layer)
{
    if (layer.weightBits.size() == 1 && layer.weightBits.front().channels == layer.channels)
        return std::to_string(layer.weightBits.front().bits);
    std::string text;
    for (const BitShare &share : layer.weightBits) {
        text += (text.empty() ? "[" : ", ") + std::string("{bits: ") + std::to_string(share.bits) +
                ", channels: " + std::to_string(share.channels) + "}";
    }
    return text + "]";
}

std::string layerLine(const Network &network, int index, bool isDepthwiseLayer)
{
    const Layer &layer = network.layers[static_cast<std::size_t>(index)];
    std::string line = "  - {name: " + quoted(layer.name) + ", op: " + quoted(layer.op);
    const auto add = [&](const char *key, const std::string &value) {
        line += std::string(", ") + key + ": " + value;
    };

    if (layer.inputs != std::vector<int>{index - 1}) {
        const std::string names = joined(
            layer.inputs, [&](int input) { return quoted(network.layers[static_cast<std::size_t>(input)].name); });
        add("from", layer.inputs.size() == 1 ? names : "[" + names + "]");
    }
    const bool isPool = layer.op == "avg_pool" || layer.op == "max_pool";
    const bool hasKernel = layer.op == "conv" || isPool;
    if (isDepthwiseLayer)
        add("groups", "depthwise");
    else if (layer.channels != 0)
        add("channels", std::to_string(layer.channels));
    if (hasKernel)
        add("kernel", sizeField(layer.kernel, network.dimensions));
    if (hasKernel && layer.stride != (isPool ? layer.kernel : Size2{}))
        add("stride", sizeField(layer.stride, network.dimensions));
    if (layer.dilation != Size2{})
        add("dilation", sizeField(layer.dilation, network.dimensions));
    if (layer.padding != Padding{})
        add("padding", paddingField(layer.padding, network.dimensions));
    if (!isDepthwiseLayer && layer.groups != 1)
        add("groups", std::to_string(layer.groups));
    if (layer.bias)
        add("bias", "true");
    if (layer.op == "dropout")
        add("rate", exactNumber(layer.rate));
    if (layer.activation != Activation::None)
        add("activation", activationName(layer.activation));
    if (!layer.weightBits.empty())
        add("weight_bits", weightBitsField(layer));
    if (layer.activationBits != 0)
        add("activation_bits", std::to_string(layer.activationBits));
    if (layer.weightDensity != 1)
        add("weight_density", exactNumber(layer.weightDensity));
    if (layer.isExit)
        add("exit", "true");
    return line + "}\n";
}

} // namespace

std::string writeNetwork(const Network &network)
{
    std::string text = "name: " + quoted(network.name) + "\n";
    if (!network.title.empty())
        text += "title: " + quoted(network.title) + "\n";
    if (!network.source.empty())
        text += "source: " + quoted(network.source) + "\n";
    text += "input: {channels: " + std::to_string(network.input.channels);
    if (network.dimensions == 2)
        text += ", height: " + std::to_string(network.input.height) + ", width: " + std::to_string(network.input.width);
    else if (network.dimensions == 1)
        text += ", length: " + std::to_string(network.input.height);
    if (!network.layers.empty() && network.layers.front().activationBits != 0)
        text += ", activation_bits: " + std::to_string(network.layers.front().activationBits);
    text += "}\nlayers:\n";

    const Result<std::vector<Shape>> shapes = inferShapes(network);
    for (std::size_t i = 1; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        const bool depthwise = shapes.ok() && layer.groups > 1 &&
                               isDepthwise(layer, (*shapes)[static_cast<std::size_t>(layer.inputs.front())]);
        text += layerLine(network, static_cast<int>(i), depthwise);
    }
    if (network.output + 1 != static_cast<int>(network.layers.size()))
        text += "output: " + quoted(network.layers[static_cast<std::size_t>(network.output)].name) + "\n";
    return text;
}

} // namespace dnas
