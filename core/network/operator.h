// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operator registry: what an operator means for shapes, counts and channel masks. One file each under
// operators/. Its forward pass lives in core/supernet/operators under the same name.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dnas {

/// How the channels of the output come from those of the inputs.
enum class ChannelRule {
    Defines,      ///< has its own output channels (conv, dense)
    Preserves,    ///< channel i out depends on channel i of every input (norm, pool, add, depthwise, dropout)
    Concatenates, ///< the inputs' channels one after the other
    Flattens,     ///< every channel repeated height·width times
};

/// Counted exactly, without any board. Units: numbers of elements, multiply-adds.
struct LayerCounts {
    std::int64_t weights = 0; ///< without bias and normalisation: what papers 1 and 2 call size
    std::int64_t biases = 0;
    std::int64_t normalised = 0; ///< channels that are normalised (4 stored numbers each, 2 of them trained)
    std::int64_t macs = 0;       ///< multiply-adds of convolutions and dense layers, biases not counted

    std::int64_t parameters() const { return weights + biases + 4 * normalised; } ///< Keras' rule
    std::int64_t trainable() const { return weights + biases + 2 * normalised; }
    LayerCounts &operator+=(const LayerCounts &o);
};

class Operator {
public:
    virtual ~Operator() = default;
    virtual std::string_view name() const = 0;
    virtual int minInputs() const { return 1; }
    virtual int maxInputs() const { return 1; }
    /// Of a convolution: `Preserves` when it is depthwise, so that whoever reads the rule need not know groups.
    virtual ChannelRule channelRule(const Layer &layer) const = 0;
    /// All-zero channels in give all-zero channels out, before bias and activation.
    virtual bool keepsZero() const { return true; }
    /// Keys of the YAML form that this operator reads, beside name, op, from, activation, activation_bits, exit.
    virtual std::vector<std::string_view> keys() const { return {}; }
    /// Output shape, or what does not fit (place.key: the field that is wrong, or empty; the caller adds the layer).
    virtual Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs) const = 0;
    virtual LayerCounts count(const Layer &layer, std::span<const Shape> inputs, const Shape &output) const;
};

/// nullptr when unknown.
const Operator *findOperator(std::string_view name);
std::vector<std::string_view> operatorNames();

/// Depthwise: one input channel per group, as many outputs as inputs.
bool isDepthwise(const Layer &layer, const Shape &input);
/// f(0) == 0 (ReLU, LeakyReLU, tanh …), false for sigmoid.
bool keepsZero(Activation activation);

} // namespace dnas
