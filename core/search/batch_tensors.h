// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A batch as tensors that share its memory: valid as long as the batch is neither freed nor filled again.
#pragma once

#include "core/data/data_set.h"

#include <torch/types.h>

namespace dnas {

/// [N, C, H, W] in channels-last order.
inline torch::Tensor inputsOf(const Batch &batch)
{
    const Shape &s = batch.shape;
    auto *data = const_cast<float *>(batch.inputs.data());
    return at::from_blob(data, {batch.samples(), s.height, s.width, s.channels}, at::TensorOptions(at::kFloat))
        .permute({0, 3, 1, 2});
}

inline torch::Tensor labelsOf(const Batch &batch)
{
    return at::from_blob(const_cast<std::int64_t *>(batch.labels.data()), {batch.samples()},
                         at::TensorOptions(at::kLong));
}

} // namespace dnas
