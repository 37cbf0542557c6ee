// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// batch_norm: scale and shift by channel after normalising with mean and variance (4 stored numbers a channel).
#include "core/network/operators/operators.h"

namespace dnas {

namespace {

class BatchNormOperator : public Operator {
public:
    std::string_view name() const override { return "batch_norm"; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Preserves; }
    bool keepsZero() const override { return false; }
    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override { return inputs.front(); }

    LayerCounts count(const Layer &, std::span<const Shape>, const Shape &output) const override
    {
        LayerCounts counts;
        counts.normalised = output.channels;
        return counts;
    }
};

} // namespace

const Operator &batchNormOperator()
{
    static const BatchNormOperator instance;
    return instance;
}

} // namespace dnas
