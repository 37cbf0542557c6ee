// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See real_spectrum.h. A real signal of N points is transformed as a complex one of N / 2, even samples real and odd
// ones imaginary, and taken apart afterwards (Sorensen et al., Real-valued fast Fourier transform algorithms, IEEE
// TASSP 35, 1987, section II). That is done here and not by the library, so that only the bins that are wanted cost
// anything.
#include "core/features/real_spectrum.h"

#include <kissfft.hh>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace dnas {

struct RealSpectrum::Plan {
    explicit Plan(std::size_t size)
        : transform(size / 2, false)
        , packed(size / 2)
        , halves(size / 2)
        , turns(size / 2)
    {
        for (std::size_t k = 0; k < turns.size(); ++k)
            turns[k] = std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(size));
    }

    kissfft<double> transform;
    std::vector<std::complex<double>> packed; ///< the samples, two and two
    std::vector<std::complex<double>> halves; ///< their transform
    std::vector<std::complex<double>> turns;  ///< exp(-2πi k / N)
};

RealSpectrum::RealSpectrum(int points)
    : m_plan(std::make_unique<Plan>(static_cast<std::size_t>(points)))
{
    assert(points >= 2 && points % 2 == 0);
}
RealSpectrum::~RealSpectrum() = default;
RealSpectrum::RealSpectrum(RealSpectrum &&) noexcept = default;
RealSpectrum &RealSpectrum::operator=(RealSpectrum &&) noexcept = default;

int RealSpectrum::points() const { return static_cast<int>(2 * m_plan->packed.size()); }

std::span<double> RealSpectrum::samples()
{
    // A complex number may be read and written as an array of two ([complex.numbers.general]).
    return {reinterpret_cast<double *>(m_plan->packed.data()), 2 * m_plan->packed.size()};
}

void RealSpectrum::magnitudes(std::span<float> out)
{
    powers(out);
    for (float &value : out)
        value = std::sqrt(value);
}

void RealSpectrum::powers(std::span<float> out)
{
    Plan &plan = *m_plan;
    const std::size_t half = plan.halves.size();
    assert(out.size() <= half + 1);
    plan.transform.transform(plan.packed.data(), plan.halves.data());
    const std::complex<double> *z = plan.halves.data();
    const auto setPower = [&](std::size_t k, double re, double im) {
        out[k] = static_cast<float>(re * re + im * im);
    };
    if (!out.empty())
        setPower(0, z[0].real() + z[0].imag(), 0);
    if (out.size() > half)
        setPower(half, z[0].real() - z[0].imag(), 0);
    for (std::size_t k = 1; k < std::min(out.size(), half); ++k) {
        const std::complex<double> a = z[k], b = z[half - k], turn = plan.turns[k];
        // Twice the transforms of the even and of the odd samples; X = (even + turn · odd) / 2.
        const double evenRe = a.real() + b.real(), evenIm = a.imag() - b.imag();
        const double oddRe = a.imag() + b.imag(), oddIm = b.real() - a.real();
        setPower(k, 0.5 * (evenRe + turn.real() * oddRe - turn.imag() * oddIm),
                 0.5 * (evenIm + turn.real() * oddIm + turn.imag() * oddRe));
    }
}

} // namespace dnas
