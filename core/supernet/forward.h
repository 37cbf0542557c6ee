// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The forward pass of each operator in LibTorch, one file each under operators/. They are pure: everything they
// need comes in.
#pragma once

#include "core/network/network.h"

#include <torch/types.h>

#include <cstdint>
#include <span>

namespace dnas {

/// What an operator may need beside its inputs. Undefined tensors: the layer has no such part.
struct ForwardContext {
    ForwardContext(const Layer &ofLayer, const Shape &ofInput, bool isTraining)
        : layer(ofLayer)
        , input(ofInput)
        , training(isTraining)
    {
    }
    const Layer &layer;
    Shape input; ///< of the first input
    bool training;
    torch::Tensor weight, bias;
    torch::Tensor scale, shift, mean, variance; ///< mean and variance are updated in place while training
    std::uint64_t dropoutKey = 0;
};

torch::Tensor forwardConv(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardDense(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardBatchNorm(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardAdd(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardConcat(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardAvgPool(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardMaxPool(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardGlobalAvgPool(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardFlatten(std::span<const torch::Tensor> inputs, const ForwardContext &context);
torch::Tensor forwardDropout(std::span<const torch::Tensor> inputs, const ForwardContext &context);

struct ForwardEntry {
    const char *op;
    torch::Tensor (*function)(std::span<const torch::Tensor>, const ForwardContext &);
    bool fresh;     ///< the result is a new tensor, so the activation may work in place
    bool activates; ///< the operator has applied the layer's activation
};
/// nullptr: no forward pass for this operator.
const ForwardEntry *findForward(const std::string &op);

torch::Tensor applyActivation(torch::Tensor value, Activation activation, bool inPlace);

} // namespace dnas
