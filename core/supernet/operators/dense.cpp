// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dense layers on vectors, kept as [N, C, 1, 1] between layers.
#include "core/supernet/forward.h"

#include <torch/types.h>

namespace dnas {

torch::Tensor forwardDense(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const torch::Tensor y = at::linear(inputs[0].flatten(1), context.weight, context.bias);
    return y.unsqueeze(-1).unsqueeze(-1);
}

} // namespace dnas
