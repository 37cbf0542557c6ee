// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// avg_pool, max_pool: windows over rows and columns; padding takes no part in average or maximum.
// global_avg_pool: one number a channel, whatever the size.
#include "core/network/operators/operators.h"
#include "core/network/window.h"

namespace dnas {

namespace {

class PoolOperator : public Operator {
public:
    explicit PoolOperator(std::string_view name)
        : m_name(name)
    {
    }
    std::string_view name() const override { return m_name; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Preserves; }
    std::vector<std::string_view> keys() const override { return {"kernel", "stride", "padding"}; }

    Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs) const override
    {
        const Padding &p = layer.padding;
        const bool outside = p.top >= layer.kernel.height || p.bottom >= layer.kernel.height ||
                             p.left >= layer.kernel.width || p.right >= layer.kernel.width;
        if (!p.same && outside)
            return invalidInput("must be smaller than the kernel, or a window would hold padding only",
                                {.key = "padding"});
        return slideWindow(layer, inputs.front());
    }

private:
    std::string_view m_name;
};

class GlobalAveragePoolOperator : public Operator {
public:
    std::string_view name() const override { return "global_avg_pool"; }
    ChannelRule channelRule(const Layer &) const override { return ChannelRule::Preserves; }
    Result<Shape> inferShape(const Layer &, std::span<const Shape> inputs) const override
    {
        return Shape{inputs.front().channels, 1, 1};
    }
};

} // namespace

const Operator &averagePoolOperator()
{
    static const PoolOperator instance("avg_pool");
    return instance;
}

const Operator &maxPoolOperator()
{
    static const PoolOperator instance("max_pool");
    return instance;
}

const Operator &globalAveragePoolOperator()
{
    static const GlobalAveragePoolOperator instance;
    return instance;
}

} // namespace dnas
