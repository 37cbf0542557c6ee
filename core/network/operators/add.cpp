// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// add: sum of values of the same shape; nothing is broadcast.
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class AddOperator : public Operator {
public:
    std::string_view name() const override { return "add"; }
    int minInputs() const override { return 2; }
    int maxInputs() const override { return kManyInputs; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Preserves; }

    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override
    {
        for (const Shape &shape : inputs) {
            if (shape != inputs.front()) {
                return invalidInput("cannot add " + shapeText(inputs.front()) + " and " + shapeText(shape) +
                                        "; make the shapes equal, say by a 1×1 convolution on one of them",
                                    {.key = "from"});
            }
        }
        return inputs.front();
    }
};

} // namespace

const Operator &addOperator()
{
    static const AddOperator instance;
    return instance;
}

} // namespace dnas
