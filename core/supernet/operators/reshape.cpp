// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Operators that move no numbers while evaluating: flatten (channel-major) and dropout.
#include "core/base/random.h"
#include "core/supernet/forward.h"

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
    torch::Tensor mask = at::empty(inputs[0].sizes(), at::kFloat);
    RandomStream stream(context.dropoutKey);
    float *values = mask.data_ptr<float>();
    const float kept = static_cast<float>(1 / keep);
    for (std::int64_t i = 0; i < mask.numel(); ++i)
        values[i] = stream.uniform() < keep ? kept : 0.0F;
    return inputs[0] * mask.to(inputs[0].device());
}

} // namespace dnas
