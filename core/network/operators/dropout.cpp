// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dropout: sets elements to zero at random in training; does nothing afterwards.
#include "core/network/operators/operators.h"

namespace dnas {

namespace {

class DropoutOperator : public Operator {
public:
    std::string_view name() const override { return "dropout"; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Preserves; }
    std::vector<std::string_view> keys() const override { return {"rate"}; }

    Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs) const override
    {
        if (!(layer.rate >= 0 && layer.rate < 1))
            return invalidInput("must be at least 0 and below 1", {.key = "rate"});
        return inputs.front();
    }
};

} // namespace

const Operator &dropoutOperator()
{
    static const DropoutOperator instance;
    return instance;
}

} // namespace dnas
