// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operator_probe.h"

#include "core/supernet/forward.h"

#include <ATen/Parallel.h>
#include <torch/types.h>

namespace dnas::test {

namespace {

torch::Tensor pictures(const ProbeShape &shape, const std::vector<float> &values)
{
    return at::tensor(values, at::kFloat)
        .view({shape.samples, shape.height, shape.width, shape.channels})
        .permute({0, 3, 1, 2});
}

std::vector<float> plain(const torch::Tensor &tensor)
{
    const torch::Tensor pixels = tensor.dim() == 4 ? tensor.permute({0, 2, 3, 1}) : tensor;
    const torch::Tensor flat = pixels.detach().contiguous().flatten();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

torch::Tensor leaf(const std::vector<float> &values) { return at::tensor(values, at::kFloat).requires_grad_(true); }

} // namespace

NormalisationProbe probeNormalisation(const ProbeShape &shape, const std::vector<float> &x,
                                      const std::vector<float> &scale, const std::vector<float> &shift, bool relu,
                                      const std::vector<float> &upstream, bool training, int threads)
{
    at::set_num_threads(threads);
    const at::AutoGradMode gradients(training);
    Layer layer;
    layer.op = "batch_norm";
    layer.activation = relu ? Activation::Relu : Activation::None;
    ForwardContext context(layer, {shape.channels, shape.height, shape.width}, training);
    const torch::Tensor input = pictures(shape, x).requires_grad_(training);
    context.scale = leaf(scale);
    context.shift = leaf(shift);
    context.mean = at::zeros({shape.channels});
    context.variance = at::ones({shape.channels});
    const torch::Tensor inputs[] = {input};
    const torch::Tensor output = forwardBatchNorm(inputs, context);
    NormalisationProbe probe{.output = plain(output)};
    if (training) {
        output.backward(pictures(shape, upstream));
        probe.inputGradient = plain(input.grad());
        probe.scaleGradient = plain(context.scale.grad());
        probe.shiftGradient = plain(context.shift.grad());
    }
    probe.runningMean = plain(context.mean);
    probe.runningVariance = plain(context.variance);
    return probe;
}

AdditionProbe probeAddRelu(const ProbeShape &shape, const std::vector<float> &a, const std::vector<float> &b,
                           const std::vector<float> &upstream)
{
    Layer layer;
    layer.op = "add";
    layer.activation = Activation::Relu;
    const ForwardContext context(layer, {shape.channels, shape.height, shape.width}, true);
    const torch::Tensor inputs[] = {pictures(shape, a).requires_grad_(true), pictures(shape, b).requires_grad_(true)};
    const torch::Tensor output = forwardAdd(inputs, context);
    output.backward(pictures(shape, upstream));
    return {plain(output), plain(inputs[0].grad()), plain(inputs[1].grad())};
}

} // namespace dnas::test
