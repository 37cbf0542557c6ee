// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Second opinion on an exported model: ONNX's own shape inference (strict) and checker, by libonnx.
#pragma once

#include "core/base/result.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dnas {

/// Sizes behind the batch, by name of the value.
using ValueShapes = std::map<std::string, std::vector<std::int64_t>>;

/// Infers all shapes into the model (they are stored with it), and fails when one of `expected` comes out
/// otherwise or the checker refuses the model.
Result<void> inferAndCheck(onnx::ModelProto &model, const ValueShapes &expected);

} // namespace dnas
