// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same network as anybody would write it with torch::nn: the yardstick of `dnas bench`, not used for results.
#pragma once

#include "core/network/network.h"

#include <torch/types.h>

#include <memory>

namespace dnas {

class UntunedNetwork {
public:
    explicit UntunedNetwork(const Network &network);
    ~UntunedNetwork();
    /// One AdamW step on a batch [N, C, H, W] in the default layout.
    void step(const torch::Tensor &input, const torch::Tensor &labels);

private:
    struct Net;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dnas
