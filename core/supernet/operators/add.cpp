// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Element-wise addition of two or more tensors, and concatenation of channels.
#include "core/supernet/forward.h"
#include "core/supernet/kernels/add_relu.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace dnas {

namespace {

constexpr std::int64_t kGrain = 16 * 1024; ///< elements a task

/// max(0, a + b) in one pass. LibTorch's own operator for it has no gradient and loses NaNs.
class AddRelu : public torch::autograd::Function<AddRelu> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &a,
                                 const torch::Tensor &b)
    {
        const torch::Tensor left = a.contiguous(a.suggest_memory_format());
        const torch::Tensor right = b.contiguous(a.suggest_memory_format());
        torch::Tensor sum = at::empty_like(left);
        const float *const x = left.data_ptr<float>();
        const float *const y = right.data_ptr<float>();
        float *const to = sum.data_ptr<float>();
        at::parallel_for(0, sum.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
            addRelu(x + begin, y + begin, to + begin, end - begin);
        });
        context->save_for_backward({sum});
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   torch::autograd::variable_list gradient)
    {
        const torch::Tensor sum = context->get_saved_variables()[0];
        const torch::Tensor both = at::threshold_backward(gradient[0], sum, 0);
        return {both, both};
    }
};

} // namespace

torch::Tensor forwardAdd(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const Activation activation = context.layer.activation;
    if (inputs.size() == 2 && activation == Activation::Relu && inputs[0].device().is_cpu() &&
        inputs[0].scalar_type() == at::kFloat)
        return AddRelu::apply(inputs[0], inputs[1]);
    torch::Tensor sum = at::add(inputs[0], inputs[1]);
    for (std::size_t i = 2; i < inputs.size(); ++i)
        sum = sum.add_(inputs[i]);
    return applyActivation(sum, activation, true);
}

torch::Tensor forwardConcat(std::span<const torch::Tensor> inputs, const ForwardContext &)
{
    return at::cat(at::TensorList(inputs.data(), inputs.size()), 1);
}

} // namespace dnas
