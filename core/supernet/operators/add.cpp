// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Element-wise addition of two or more tensors, and concatenation of channels.
#include "core/supernet/forward.h"

#include <torch/types.h>

namespace dnas {

torch::Tensor forwardAdd(std::span<const torch::Tensor> inputs, const ForwardContext &)
{
    torch::Tensor sum = at::add(inputs[0], inputs[1]);
    for (std::size_t i = 2; i < inputs.size(); ++i)
        sum = sum.add_(inputs[i]);
    return sum;
}

torch::Tensor forwardConcat(std::span<const torch::Tensor> inputs, const ForwardContext &)
{
    return at::cat(at::TensorList(inputs.data(), inputs.size()), 1);
}

} // namespace dnas
