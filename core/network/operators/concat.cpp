// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// concat: the channels of all inputs, one after the other.
#include "core/network/limits.h"
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class ConcatOperator : public Operator {
public:
    std::string_view name() const override { return "concat"; }
    int minInputs() const override { return 2; }
    int maxInputs() const override { return kManyInputs; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Concatenates; }

    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override
    {
        std::int64_t channels = 0;
        for (const Shape &shape : inputs) {
            if (shape.height != inputs.front().height || shape.width != inputs.front().width) {
                return invalidInput("cannot join " + shapeText(inputs.front()) + " and " + shapeText(shape) +
                                        "; height and width must be equal",
                                    {.key = "from"});
            }
            channels += shape.channels;
        }
        if (channels > kMaxChannels)
            return invalidInput("gives more than " + std::to_string(kMaxChannels) + " channels", {.key = "from"});
        return Shape{static_cast<int>(channels), inputs.front().height, inputs.front().width};
    }
};

} // namespace

const Operator &concatOperator()
{
    static const ConcatOperator instance;
    return instance;
}

} // namespace dnas
