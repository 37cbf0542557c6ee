// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fields of a layer. Every field is read by every operator that lists it in keys(), any other is unknown.
#include "core/network/layer_yaml.h"

#include "core/base/joined.h"
#include "core/network/limits.h"
#include "core/network/operator.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr std::size_t kMaxName = 200;

int rangedInteger(const YamlReader &value, std::int64_t smallest, std::int64_t largest)
{
    const std::int64_t number = value.asInteger();
    if (number >= smallest && number <= largest)
        return static_cast<int>(number);
    // A wrong type has been noted before; the first error wins.
    value.fail("is " + std::to_string(number) + "; it must lie in " + std::to_string(smallest) + " … " +
               std::to_string(largest));
    return static_cast<int>(smallest);
}

Size2 readSize(const YamlReader &map, const char *key, int dimensions, const Size2 &fallback)
{
    if (!map.has(key))
        return fallback;
    const YamlReader value = map.child(key);
    const std::vector<YamlReader> parts = value.elements();
    const auto number = [&](std::size_t i) {
        return rangedInteger(parts[i].named(value.place().key), 1, kMaxSpatial);
    };
    if (parts.size() == 1)
        return {number(0), dimensions == 2 ? number(0) : 1};
    if (parts.size() == 2 && dimensions == 2)
        return {number(0), number(1)};
    value.fail(dimensions == 2 ? "expected one number, or [height, width]"
                               : "expected one number, since the signal is a sequence");
    return fallback;
}

Padding readPadding(const YamlReader &map, int dimensions)
{
    if (!map.has("padding"))
        return {};
    const YamlReader value = map.child("padding");
    if (value.isScalar()) {
        const std::string word = value.asText();
        if (word == "same")
            return {.same = true};
        if (word == "valid")
            return {};
        const bool isNumber = !word.empty() && word.find_first_not_of("+-0123456789") == std::string::npos;
        if (!isNumber) {
            value.fail("unknown padding '" + word + "'; write same, valid, a number, or a list");
            return {};
        }
    }
    const std::vector<YamlReader> parts = value.elements();
    const auto number = [&](std::size_t i) {
        return rangedInteger(parts[i].named(value.place().key), 0, kMaxSpatial);
    };
    const bool isPicture = dimensions == 2;
    if (parts.size() == 1 && value.isScalar()) {
        const int all = number(0);
        return {.same = false, .top = all, .bottom = all, .left = isPicture ? all : 0, .right = isPicture ? all : 0};
    }
    if (isPicture && parts.size() == 4)
        return {.same = false, .top = number(0), .bottom = number(1), .left = number(2), .right = number(3)};
    if (!isPicture && parts.size() == 2)
        return {.same = false, .top = number(0), .bottom = number(1)};
    value.fail(isPicture ? "expected same, valid, a number, or [top, bottom, left, right]"
                         : "expected same, valid, a number, or [before, after]");
    return {};
}

void readWeightBits(const YamlReader &map, LayerDraft &draft)
{
    if (!map.has("weight_bits"))
        return;
    const YamlReader value = map.child("weight_bits");
    if (value.isScalar()) {
        draft.uniformBits = rangedInteger(value, 1, 32);
        return;
    }
    for (const YamlReader &share : value.elements()) {
        const YamlReader named = share.named(value.place().key);
        named.allowOnly({"bits", "channels"});
        if (!named.isMap())
            return;
        draft.layer.weightBits.push_back(
            {readInteger(named, "bits", 1, 32), readInteger(named, "channels", 1, kMaxChannels)});
    }
    if (draft.layer.weightBits.empty())
        value.fail("expected a number of bits, or a list of {bits, channels}");
}

double readShare(const YamlReader &map, const char *key, double fallback)
{
    const double value = map.number(key, fallback);
    if (!(value >= 0 && value <= 1))
        map.fail("must lie in 0 … 1", key);
    return value;
}

Activation readActivation(const YamlReader &map)
{
    if (!map.has("activation"))
        return Activation::None;
    const std::string name = map.text("activation");
    const std::optional<Activation> activation = activationFromName(name);
    if (!activation)
        map.fail("unknown activation '" + name + "'; known: none, relu, relu6, leaky_relu, sigmoid, tanh",
                 "activation");
    return activation.value_or(Activation::None);
}

void checkName(const YamlReader &map, const std::string &name)
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
    if (name.empty() || name.size() > kMaxName || name.find_first_not_of(kAllowed) != std::string::npos)
        map.fail("must be 1 to 200 letters (a-z), digits or _ - . /", "name");
    else if (name == "input")
        map.fail("'input' is the name of the network's own input; choose another", "name");
}

const Operator *readOperator(const YamlReader &map, int dimensions)
{
    const std::string name = map.text("op");
    const Operator *op = name == "input" ? nullptr : findOperator(name);
    if (op == nullptr) {
        std::vector<std::string_view> known = operatorNames();
        std::erase(known, "input");
        map.fail("unknown operator '" + name + "'; known: " + joined(known), "op");
        return nullptr;
    }
    const std::vector<std::string_view> keys = op->keys();
    if (dimensions == 0 && std::find(keys.begin(), keys.end(), "kernel") != keys.end())
        map.fail(name + " needs a picture or a sequence, but the network's input is a vector; use dense", "op");
    return op;
}

} // namespace

int readInteger(const YamlReader &map, const char *key, std::int64_t smallest, std::int64_t largest)
{
    return rangedInteger(map.child(key), smallest, largest);
}

LayerDraft readLayer(const YamlReader &map, int dimensions)
{
    LayerDraft draft{.layer = {}, .reader = map, .from = {}};
    Layer &layer = draft.layer;
    layer.name = map.text("name");
    checkName(map, layer.name);
    const YamlReader reader = map.named(layer.name);
    draft.reader = reader;
    const Operator *op = readOperator(reader, dimensions);
    if (op == nullptr)
        return draft;
    layer.op = op->name();

    std::vector<std::string_view> known{"name", "op", "from", "activation", "activation_bits", "exit"};
    const std::vector<std::string_view> own = op->keys();
    known.insert(known.end(), own.begin(), own.end());
    reader.allowOnly(known);
    const auto reads = [&](std::string_view key) {
        return std::find(own.begin(), own.end(), key) != own.end();
    };

    if (reader.has("from")) {
        const YamlReader from = reader.child("from");
        for (const YamlReader &name : from.elements())
            draft.from.emplace_back(name.named(from.place().key).asText(), name.place().line);
        if (draft.from.empty())
            from.fail("names no layer; name one, or leave from out to take the layer before");
    }
    layer.activation = readActivation(reader);
    if (reader.has("activation_bits"))
        layer.activationBits = readInteger(reader, "activation_bits", 1, 32);
    layer.isExit = reader.flag("exit", false);

    if (reads("groups") && reader.has("groups")) {
        const YamlReader groups = reader.child("groups");
        draft.isDepthwise = groups.isScalar() && groups.asText() == "depthwise";
        if (!draft.isDepthwise)
            layer.groups = readInteger(reader, "groups", 1, kMaxChannels);
    }
    if (reads("channels") && !(draft.isDepthwise && !reader.has("channels")))
        layer.channels = readInteger(reader, "channels", 1, kMaxChannels);
    if (reads("kernel")) {
        if (!reader.has("kernel"))
            reader.fail("is missing; add it, say 3 or [3, 3]", "kernel");
        layer.kernel = readSize(reader, "kernel", dimensions, {});
        // Pooling windows lie side by side unless told otherwise; convolutions move one by one.
        layer.stride = readSize(reader, "stride", dimensions, reads("channels") ? Size2{} : layer.kernel);
        layer.padding = readPadding(reader, dimensions);
    }
    if (reads("dilation"))
        layer.dilation = readSize(reader, "dilation", dimensions, {});
    if (reads("bias"))
        layer.bias = reader.flag("bias", false);
    if (reads("rate"))
        layer.rate = readShare(reader, "rate", 0.5);
    if (reads("weight_bits"))
        readWeightBits(reader, draft);
    if (reads("weight_density"))
        layer.weightDensity = readShare(reader, "weight_density", 1);
    return draft;
}

void completeLayer(LayerDraft &draft, const Shape &input)
{
    Layer &layer = draft.layer;
    if (draft.isDepthwise) {
        if (layer.channels != 0 && layer.channels != input.channels) {
            draft.reader.fail("is " + std::to_string(layer.channels) + ", but a depthwise convolution keeps the " +
                                  std::to_string(input.channels) + " channels of its input; leave channels out",
                              "channels");
        }
        layer.channels = input.channels;
        layer.groups = input.channels;
    }
    if (draft.uniformBits > 0)
        layer.weightBits = {{draft.uniformBits, layer.channels}};
    std::int64_t sum = 0;
    for (const BitShare &share : layer.weightBits)
        sum += share.channels;
    if (!layer.weightBits.empty() && sum != layer.channels) {
        draft.reader.fail("gives bits to " + std::to_string(sum) + " channels, but the layer has " +
                              std::to_string(layer.channels) + "; make the channels add up",
                          "weight_bits");
    }
}

void failAtField(const LayerDraft &draft, const Error &error)
{
    const std::string prefix = draft.layer.name + ".";
    if (error.place.key.starts_with(prefix))
        draft.reader.fail(error.message, error.place.key.c_str() + prefix.size());
    else
        draft.reader.fail(error.message);
}

} // namespace dnas
