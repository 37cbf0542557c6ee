// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/binary_mask.h"

#include <torch/csrc/autograd/custom_function.h>

namespace dnas {

namespace {

class BinaryMask : public torch::autograd::Function<BinaryMask> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &alpha,
                                 const torch::Tensor &keepAlive)
    {
        context->save_for_backward({alpha, keepAlive});
        return at::logical_or(at::gt(at::abs(alpha), 0.5), keepAlive).to(at::kFloat);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   torch::autograd::variable_list gradient)
    {
        const auto saved = context->get_saved_variables();
        // d|α|/dα is the sign; at 0 the sign of growth is taken as +1, or a block could never return.
        const torch::Tensor sign = at::where(at::lt(saved[0], 0), -1.0F, 1.0F);
        return {gradient[0] * sign * at::logical_not(saved[1]), torch::Tensor()};
    }
};

} // namespace

torch::Tensor binaryMask(const torch::Tensor &alpha, const torch::Tensor &keepAlive)
{
    return BinaryMask::apply(alpha, keepAlive);
}

} // namespace dnas
