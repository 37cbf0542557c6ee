// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// flatten: a vector of all elements, channel by channel, each row by row.
#include "core/network/limits.h"
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class FlattenOperator : public Operator {
public:
    std::string_view name() const override { return "flatten"; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Flattens; }

    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override
    {
        const std::int64_t elements = inputs.front().elements();
        if (elements > kMaxChannels) {
            return invalidInput(shapeText(inputs.front()) + " flattens to more than " + std::to_string(kMaxChannels) +
                                " elements; pool before it");
        }
        return Shape{static_cast<int>(elements), 1, 1};
    }
};

} // namespace

const Operator &flattenOperator()
{
    static const FlattenOperator instance;
    return instance;
}

} // namespace dnas
