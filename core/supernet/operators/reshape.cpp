// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Operators that move no numbers while evaluating: flatten (channel-major) and dropout.
#include "core/supernet/forward.h"
#include "core/supernet/kernels/dropout_mask.h"

#include <torch/types.h>

namespace dnas {

torch::Tensor forwardFlatten(std::span<const torch::Tensor> inputs, const ForwardContext &)
{
    return inputs[0].contiguous().flatten(1).unsqueeze(-1).unsqueeze(-1);
}

torch::Tensor forwardDropout(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    if (!context.training || context.layer.rate <= 0)
        return inputs[0];
    // Our own stream: torch's process-wide generator would tie runs together.
    const double keep = 1 - context.layer.rate;
    torch::Tensor mask = at::empty_like(inputs[0], at::TensorOptions(at::kFloat).device(at::kCPU));
    fillDropoutMask(mask.data_ptr<float>(), mask.numel(), keep, context.dropoutKey);
    return inputs[0] * mask.to(inputs[0].device());
}

} // namespace dnas
