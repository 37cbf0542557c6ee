// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Batch normalisation with running statistics (momentum 0.1, eps 1e-5).
#include "core/supernet/forward.h"

#include <torch/types.h>

namespace dnas {

torch::Tensor forwardBatchNorm(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    return at::batch_norm(inputs[0], context.scale, context.shift, context.mean, context.variance, context.training,
                          0.1, 1e-5, false);
}

} // namespace dnas
