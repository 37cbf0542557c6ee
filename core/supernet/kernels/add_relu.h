// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An addition with the ReLU behind it in one pass.
#pragma once

#include <cstdint>

namespace dnas {

/// y = max(0, a + b), element by element; a NaN stays one. y may be a or b.
void addRelu(const float *a, const float *b, float *y, std::int64_t n);

} // namespace dnas
