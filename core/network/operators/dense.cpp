// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dense: every output from every input of a vector.
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class DenseOperator : public Operator {
public:
    std::string_view name() const override { return "dense"; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Defines; }
    std::vector<std::string_view> keys() const override
    {
        return {"channels", "bias", "weight_bits", "weight_density"};
    }

    Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs) const override
    {
        const Shape &input = inputs.front();
        if (layer.channels < 1)
            return invalidInput("must be 1 or more", {.key = "channels"});
        if (input.height != 1 || input.width != 1) {
            return invalidInput("dense needs a vector but gets " + shapeText(input) +
                                "; put flatten or global_avg_pool before it");
        }
        return Shape{layer.channels, 1, 1};
    }

    LayerCounts count(const Layer &layer, std::span<const Shape> inputs, const Shape &) const override
    {
        LayerCounts counts;
        counts.weights = std::int64_t{layer.channels} * inputs.front().channels;
        counts.biases = layer.bias ? layer.channels : 0;
        counts.macs = counts.weights;
        return counts;
    }
};

} // namespace

const Operator &denseOperator()
{
    static const DenseOperator instance;
    return instance;
}

} // namespace dnas
