// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pooling: average (padding not counted), maximum, and average over the whole map.
#include "core/network/shapes.h"
#include "core/supernet/forward.h"

#include <torch/types.h>

#include <limits>

namespace dnas {

namespace {

bool isEven(const Padding &p) { return p.top == p.bottom && p.left == p.right; }

} // namespace

torch::Tensor forwardAvgPool(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const Layer &layer = context.layer;
    const Padding p = resolvePadding(layer, context.input);
    const std::array<std::int64_t, 2> kernel{layer.kernel.height, layer.kernel.width};
    const std::array<std::int64_t, 2> stride{layer.stride.height, layer.stride.width};
    if (isEven(p))
        return at::avg_pool2d(inputs[0], kernel, stride, {p.top, p.left}, false, false);
    // Uneven padding: pad with zeros, then divide by the number of real elements under the window.
    const torch::Tensor padded = at::constant_pad_nd(inputs[0], {p.left, p.right, p.top, p.bottom});
    const torch::Tensor ones = at::constant_pad_nd(at::ones({1, 1, context.input.height, context.input.width}),
                                                   {p.left, p.right, p.top, p.bottom});
    return at::avg_pool2d(padded, kernel, stride) / at::avg_pool2d(ones, kernel, stride);
}

torch::Tensor forwardMaxPool(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const Layer &layer = context.layer;
    const Padding p = resolvePadding(layer, context.input);
    const std::array<std::int64_t, 2> kernel{layer.kernel.height, layer.kernel.width};
    const std::array<std::int64_t, 2> stride{layer.stride.height, layer.stride.width};
    if (isEven(p))
        return at::max_pool2d(inputs[0], kernel, stride, {p.top, p.left});
    const double least = -std::numeric_limits<float>::infinity();
    return at::max_pool2d(at::constant_pad_nd(inputs[0], {p.left, p.right, p.top, p.bottom}, least), kernel, stride);
}

torch::Tensor forwardGlobalAvgPool(std::span<const torch::Tensor> inputs, const ForwardContext &)
{
    return at::mean(inputs[0], {2, 3}, true);
}

} // namespace dnas
