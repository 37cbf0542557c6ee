// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The straight-through mask: forward [|α| > ½] with one block per group kept alive, backward the slope of |α|.
#pragma once

#include <torch/types.h>

namespace dnas {

/// `alpha`: [blocks]; `keepAlive`: [blocks] bool, on whatever α says. Returns [blocks] of 0 and 1.
torch::Tensor binaryMask(const torch::Tensor &alpha, const torch::Tensor &keepAlive);

} // namespace dnas
