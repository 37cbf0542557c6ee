// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cosine_transform.h. The table has the coefficients innermost: their sums do not wait for each other.
#include "core/features/cosine_transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace dnas {

CosineTransform::CosineTransform(int inputs, int coefficients)
    : m_inputs(inputs)
    , m_coefficients(coefficients)
{
    const double scale = std::sqrt(2.0 / inputs);
    for (int b = 0; b < inputs; ++b)
        for (int c = 0; c < coefficients; ++c)
            m_table.push_back(static_cast<float>(scale * std::cos(std::numbers::pi * c * (b + 0.5) / inputs)));
}

void CosineTransform::apply(std::span<const float> in, std::span<float> out) const
{
    const auto coefficients = static_cast<std::size_t>(m_coefficients);
    assert(in.size() == static_cast<std::size_t>(m_inputs) && out.size() == coefficients);
    std::fill(out.begin(), out.end(), 0.0f);
    const float *row = m_table.data();
    for (const float value : in) {
        for (std::size_t c = 0; c < coefficients; ++c)
            out[c] += row[c] * value;
        row += coefficients;
    }
}

} // namespace dnas
