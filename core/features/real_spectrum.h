// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Magnitudes or powers of a real Fourier transform, in doubles (kissfft's C++ template). Floats would not do: their
// rounding spreads a few 1e-7 of the loudest frequency over all bins, and a logarithm shows that wherever a band is
// nearly silent (docs/front_ends.md has the figures). Holds the memory it works in: one object a thread.
#pragma once

#include <memory>
#include <span>

namespace dnas {

class RealSpectrum {
public:
    /// `points`: even. Quick where it has no prime factor above 5; with others every transform allocates.
    explicit RealSpectrum(int points);
    ~RealSpectrum();
    RealSpectrum(RealSpectrum &&) noexcept;
    RealSpectrum &operator=(RealSpectrum &&) noexcept;

    int points() const;
    /// What is transformed, `points` samples: zeros at first, then what was written, which a transform leaves as it is.
    std::span<double> samples();
    /// |X_k| for k = 0 … out.size() - 1, at most points / 2 + 1 of them; nothing is scaled.
    void magnitudes(std::span<float> out);
    /// |X_k|², the same way.
    void powers(std::span<float> out);

private:
    struct Plan;
    std::unique_ptr<Plan> m_plan;
};

} // namespace dnas
