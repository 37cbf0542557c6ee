// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/kernels/add_relu.h"

#include "core/supernet/kernels/simd.h"

namespace dnas {

DNAS_SIMD void addRelu(const float *a, const float *b, float *y, std::int64_t n)
{
#pragma GCC ivdep
    for (std::int64_t i = 0; i < n; ++i) {
        const float sum = a[i] + b[i];
        y[i] = sum < 0.0F ? 0.0F : sum;
    }
}

} // namespace dnas
