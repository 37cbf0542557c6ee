// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/forward.h"

#include <array>

namespace dnas {

const ForwardEntry *findForward(const std::string &op)
{
    static constexpr std::array<ForwardEntry, 10> kEntries{{
        {"conv", forwardConv, true, false},
        {"dense", forwardDense, false, false},
        {"batch_norm", forwardBatchNorm, true, true},
        {"add", forwardAdd, true, true},
        {"concat", forwardConcat, true, false},
        {"avg_pool", forwardAvgPool, true, false},
        {"max_pool", forwardMaxPool, true, false},
        {"global_avg_pool", forwardGlobalAvgPool, true, false},
        {"flatten", forwardFlatten, false, false},
        {"dropout", forwardDropout, false, false},
    }};
    for (const ForwardEntry &entry : kEntries) {
        if (op == entry.op)
            return &entry;
    }
    return nullptr;
}

torch::Tensor applyActivation(torch::Tensor value, Activation activation, bool inPlace)
{
    switch (activation) {
    case Activation::None:
        return value;
    case Activation::Relu:
        return inPlace ? at::relu_(value) : at::relu(value);
    case Activation::Relu6:
        return at::clamp(value, 0, 6);
    case Activation::LeakyRelu:
        return at::leaky_relu(value, 0.01);
    case Activation::Sigmoid:
        return at::sigmoid(value);
    case Activation::Tanh:
        return at::tanh(value);
    }
    return value;
}

} // namespace dnas
