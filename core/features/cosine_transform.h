// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first coefficients of a cosine transform of type II, scaled as HTK and TensorFlow scale cepstra. Immutable; any
// thread.
#pragma once

#include <span>
#include <vector>

namespace dnas {

class CosineTransform {
public:
    /// `coefficients` of at most `inputs`.
    CosineTransform(int inputs, int coefficients);

    /// out_c = sqrt(2 / inputs) · Σ_b in_b · cos(π c (b + 1/2) / inputs). The usual unscaled form has a factor of 2
    /// before the sum; TensorFlow multiplies that by 1 / sqrt(2 · inputs). Coefficient 0 is sqrt(2) times that of the
    /// orthonormal transform.
    void apply(std::span<const float> in, std::span<float> out) const;

private:
    int m_inputs;
    int m_coefficients;
    std::vector<float> m_table; ///< [inputs, coefficients]
};

} // namespace dnas
