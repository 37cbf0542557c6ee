// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Convolution, 1-D as 2-D of width 1, and depthwise.
#include "core/network/shapes.h"
#include "core/supernet/forward.h"

#include <torch/types.h>

namespace dnas {

torch::Tensor forwardConv(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const Layer &layer = context.layer;
    const Padding padding = resolvePadding(layer, context.input);
    torch::Tensor x = inputs[0];
    int rows = padding.top;
    int columns = padding.left;
    // LibTorch pads evenly only; TensorFlow's rule puts the odd row and column behind.
    if (padding.top != padding.bottom || padding.left != padding.right) {
        x = at::constant_pad_nd(x, {padding.left, padding.right, padding.top, padding.bottom});
        rows = columns = 0;
    }
    return at::convolution(x, context.weight, context.bias, {layer.stride.height, layer.stride.width}, {rows, columns},
                           {layer.dilation.height, layer.dilation.width}, false, {0, 0}, layer.groups);
}

} // namespace dnas
