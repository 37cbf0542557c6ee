// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// input: the network's own input, always layer 0. Shape inference hands it the network's input shape.
#include "core/network/operators/operators.h"

namespace dnas {

namespace {

class InputOperator : public Operator {
public:
    std::string_view name() const override { return "input"; }
    int minInputs() const override { return 0; }
    int maxInputs() const override { return 0; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Defines; }
    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override { return inputs.front(); }
};

} // namespace

const Operator &inputOperator()
{
    static const InputOperator instance;
    return instance;
}

} // namespace dnas
