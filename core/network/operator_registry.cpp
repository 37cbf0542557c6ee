// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All operators, listed by hand: a static library drops objects that only register themselves.
#include "core/network/operators/operators.h"

#include <array>

namespace dnas {

namespace {

const auto &allOperators()
{
    static const std::array<const Operator *, 11> operators{
        &inputOperator(),       &convOperator(),    &denseOperator(),
        &batchNormOperator(),   &addOperator(),     &concatOperator(),
        &averagePoolOperator(), &maxPoolOperator(), &globalAveragePoolOperator(),
        &flattenOperator(),     &dropoutOperator(),
    };
    return operators;
}

} // namespace

LayerCounts &LayerCounts::operator+=(const LayerCounts &o)
{
    weights += o.weights;
    biases += o.biases;
    normalised += o.normalised;
    macs += o.macs;
    return *this;
}

LayerCounts Operator::count(const Layer &, std::span<const Shape>, const Shape &) const { return {}; }

const Operator *findOperator(std::string_view name)
{
    for (const Operator *candidate : allOperators()) {
        if (candidate->name() == name)
            return candidate;
    }
    return nullptr;
}

std::vector<std::string_view> operatorNames()
{
    std::vector<std::string_view> names;
    for (const Operator *known : allOperators())
        names.push_back(known->name());
    return names;
}

bool isDepthwise(const Layer &layer, const Shape &input)
{
    return layer.op == "conv" && layer.groups == input.channels && layer.channels == input.channels;
}

bool keepsZero(Activation activation) { return activation != Activation::Sigmoid; }

} // namespace dnas
