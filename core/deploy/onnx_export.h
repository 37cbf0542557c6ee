// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A candidate as ONNX in float32: written by libonnx, checked by its checker and shape inference on every
// export. Input [N, C, H, W] (or [N, C, L], [N, C]), output [N, classes]; normalisation folded into its convolution
// when its producer is one and feeds nothing else.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"
#include "core/weights/weight_store.h"

#include <filesystem>
#include <string>

namespace dnas {

struct OnnxOptions {
    std::string producer = "Paretoscope";
    std::string description; ///< doc string: what was searched, where the figures come from
};

/// The serialised, checked model. Errors name the layer that cannot be written or the weight that is missing.
Result<std::string> exportOnnx(const Network &network, const WeightStore &weights, const OnnxOptions &options);

} // namespace dnas
