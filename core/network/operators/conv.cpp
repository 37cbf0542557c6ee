// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// conv: convolution over rows and columns (a sequence has one column), grouped or depthwise too.
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class ConvOperator : public Operator {
public:
    std::string_view name() const override { return "conv"; }

    ChannelRule channelRule(const Layer &layer) const override
    {
        // inferShape refuses the one other case of as many groups as channels.
        return layer.groups > 1 && layer.groups == layer.channels ? ChannelRule::Preserves : ChannelRule::Defines;
    }

    std::vector<std::string_view> keys() const override
    {
        return {"channels", "kernel", "stride",      "dilation",      "padding",
                "groups",   "bias",   "weight_bits", "weight_density"};
    }

    Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs) const override
    {
        const Shape &input = inputs.front();
        if (layer.channels < 1)
            return invalidInput("must be 1 or more", {.key = "channels"});
        if (layer.groups < 1)
            return invalidInput("must be 1 or more, or depthwise", {.key = "groups"});
        if (input.channels % layer.groups != 0 || layer.channels % layer.groups != 0) {
            return invalidInput(std::to_string(layer.groups) + " groups do not divide " +
                                    std::to_string(input.channels) + " input and " + std::to_string(layer.channels) +
                                    " output channels evenly; take a divisor of both",
                                {.key = "groups"});
        }
        if (layer.groups > 1 && layer.groups == layer.channels && layer.groups != input.channels) {
            return invalidInput("as many groups as output channels need as many input channels (" +
                                    std::to_string(input.channels) + " here); use fewer groups",
                                {.key = "groups"});
        }
        Result<Shape> output = slideWindow(layer, input);
        if (output.ok())
            output->channels = layer.channels;
        return output;
    }

    LayerCounts count(const Layer &layer, std::span<const Shape> inputs, const Shape &output) const override
    {
        LayerCounts counts;
        counts.weights = std::int64_t{layer.channels} * (inputs.front().channels / layer.groups) * layer.kernel.area();
        counts.biases = layer.bias ? layer.channels : 0;
        counts.macs = counts.weights * output.height * output.width;
        return counts;
    }
};

} // namespace

const Operator &convOperator()
{
    static const ConvOperator instance;
    return instance;
}

} // namespace dnas
