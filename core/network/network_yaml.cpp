// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a network: fields first, then names and order, then shapes. The writer is network_writer.cpp.
#include "core/network/network_yaml.h"

#include "core/base/file_kind.h"
#include "core/base/files.h"
#include "core/network/layer_order.h"
#include "core/network/layer_yaml.h"
#include "core/network/limits.h"
#include "core/network/shapes.h"

#include <filesystem>
#include <unordered_map>

namespace dnas {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void readInput(const YamlReader &root, Network &network)
{
    const YamlReader input = root.child("input");
    input.allowOnly({"channels", "height", "width", "length", "activation_bits"});
    if (!input.isMap())
        return;
    const bool isPicture = input.has("height") || input.has("width");
    const bool isSequence = input.has("length");
    if (isPicture && isSequence)
        input.fail("a picture has height and width, a sequence has length; keep one kind", "length");
    network.dimensions = isPicture ? 2 : isSequence ? 1 : 0;
    network.input.channels = readInteger(input, "channels", 1, kMaxChannels);
    if (isPicture) {
        network.input.height = readInteger(input, "height", 1, kMaxSpatial);
        network.input.width = readInteger(input, "width", 1, kMaxSpatial);
    } else if (isSequence) {
        network.input.height = readInteger(input, "length", 1, kMaxSpatial);
    }
    if (network.input.elements() > kMaxElements)
        input.fail("is larger than what we handle; check the numbers");
    if (input.has("activation_bits"))
        network.layers.front().activationBits = readInteger(input, "activation_bits", 1, 32);
}

std::vector<LayerDraft> readLayers(const YamlReader &root, int dimensions)
{
    const YamlReader list = root.child("layers");
    const std::vector<YamlReader> elements = list.elements();
    std::vector<LayerDraft> drafts;
    if (elements.empty())
        list.fail("holds no layer; add at least one");
    else if (elements.size() > kMaxLayers)
        list.fail("holds more than " + std::to_string(kMaxLayers) + " layers");
    else {
        for (const YamlReader &element : elements) {
            drafts.push_back(readLayer(element, dimensions));
            if (!root.finish().ok())
                break;
        }
    }
    return drafts;
}

/// Place of the name in the file, 0 being the input.
using LayerNames = std::unordered_map<std::string, int>;

LayerNames collectNames(const std::vector<LayerDraft> &drafts)
{
    LayerNames names{{"input", 0}};
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!names.emplace(drafts[i].layer.name, static_cast<int>(i) + 1).second)
            drafts[i].reader.fail("stands twice; give every layer a name of its own", "name");
    }
    return names;
}

/// Inputs of every layer by place in the file.
std::vector<std::vector<int>> resolveInputs(const std::vector<LayerDraft> &drafts, const LayerNames &names)
{
    std::vector<std::vector<int>> inputs(drafts.size() + 1);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].from.empty())
            inputs[i + 1] = {static_cast<int>(i)};
        for (const auto &[name, line] : drafts[i].from) {
            const auto found = names.find(name);
            if (found != names.end())
                inputs[i + 1].push_back(found->second);
            else
                drafts[i].reader.fail("there is no layer '" + name + "'; check the spelling", "from");
        }
    }
    return inputs;
}

void failCycle(const std::vector<int> &cycle, const std::vector<LayerDraft> &drafts)
{
    constexpr std::size_t kShown = 8;
    const auto name = [&](int place) {
        return drafts[at(place) - 1].layer.name;
    };
    std::string text;
    for (std::size_t i = 0; i < cycle.size() && i < kShown; ++i)
        text += name(cycle[i]) + " → ";
    text += (cycle.size() > kShown ? "… → " : "") + name(cycle.front());
    drafts[at(cycle.front()) - 1].reader.fail("layers feed each other in a circle: " + text + "; break it", "from");
}

/// Moves the drafts into the network in order, with shapes checked. `order` and `inputs` count from the input.
void buildLayers(std::vector<LayerDraft> &drafts, const std::vector<int> &order,
                 const std::vector<std::vector<int>> &inputs, Network &network)
{
    std::vector<int> indexOf(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        indexOf[at(order[i])] = static_cast<int>(i);
    std::vector<Shape> shapes{network.input};
    for (std::size_t i = 1; i < order.size(); ++i) {
        LayerDraft &draft = drafts[at(order[i]) - 1];
        for (const int input : inputs[at(order[i])])
            draft.layer.inputs.push_back(indexOf[at(input)]);
        completeLayer(draft, shapes[at(draft.layer.inputs.front())]);
        network.layers.push_back(draft.layer);
        const Result<Shape> shape = inferLayerShape(draft.layer, inputShapes(network, static_cast<int>(i), shapes));
        if (!shape.ok())
            return failAtField(draft, shape.error());
        shapes.push_back(*shape);
    }
}

void checkUsed(const std::vector<LayerDraft> &drafts, const std::vector<std::vector<int>> &inputs, int output)
{
    std::vector<bool> used(inputs.size(), false);
    used[at(output)] = true;
    for (const std::vector<int> &list : inputs) {
        for (const int input : list)
            used[at(input)] = true;
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!used[i + 1] && !drafts[i].layer.isExit) {
            drafts[i].reader.fail("nothing takes this layer, and it is neither output nor exit; remove it, or name it "
                                  "under from of another");
        }
    }
}

/// Checks what spans layers and orders them.
void assemble(const YamlReader &root, std::vector<LayerDraft> &drafts, Network &network)
{
    const LayerNames names = collectNames(drafts);
    const std::vector<std::vector<int>> inputs = resolveInputs(drafts, names);
    int output = static_cast<int>(drafts.size());
    if (root.has("output")) {
        const std::string name = root.text("output");
        const auto found = names.find(name);
        if (found == names.end())
            root.fail("there is no layer '" + name + "'; check the spelling", "output");
        else
            output = found->second;
    }
    if (!root.finish().ok())
        return;
    const LayerOrder sorted = orderLayers(inputs);
    if (!sorted.cycle.empty())
        return failCycle(sorted.cycle, drafts);
    buildLayers(drafts, sorted.order, inputs, network);
    checkUsed(drafts, inputs, output);
    if (root.finish().ok())
        network.output = network.indexOf(output == 0 ? "input" : drafts[at(output) - 1].layer.name);
}

} // namespace

Result<Network> parseNetwork(std::string_view yaml, const std::string &file)
{
    const Result<YamlReader> parsed = YamlReader::parse(yaml, file);
    if (!parsed.ok())
        return parsed.error();
    const YamlReader &root = *parsed;
    refuseOtherKinds(root, FileKind::Network);
    root.allowOnly({"name", "title", "source", "input", "layers", "output"});
    if (const Result<void> check = root.finish(); !check.ok())
        return check.error();

    Network network;
    network.layers.emplace_back();
    network.layers.front().name = "input";
    network.layers.front().op = "input";
    network.name = root.text("name", std::filesystem::path(file).stem().string());
    network.title = root.text("title", "");
    network.source = root.text("source", "");
    readInput(root, network);
    std::vector<LayerDraft> drafts;
    if (root.finish().ok())
        drafts = readLayers(root, network.dimensions);
    if (root.finish().ok())
        assemble(root, drafts, network);
    if (const Result<void> check = root.finish(); !check.ok())
        return check.error();
    return network;
}

Result<Network> loadNetwork(const std::string &nameOrPath)
{
    const Result<std::filesystem::path> path = findResource("networks", nameOrPath);
    if (!path.ok())
        return path.error();
    const Result<std::string> text = readText(*path);
    return text.ok() ? parseNetwork(*text, path->string()) : Result<Network>(text.error());
}

} // namespace dnas
