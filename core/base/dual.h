// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dual numbers: a value and its partial derivatives, carried forward through ordinary arithmetic. Cost
// formulas are templates over the scalar, so the same line gives a figure (double) and its slope (Dual).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace dnas {

template <std::size_t N>
struct Dual {
    double value = 0;
    std::array<double, N> slope{};

    Dual() = default;
    Dual(double constant)
        : value(constant)
    {
    } // NOLINT: constants mix freely into formulas
    static Dual variable(double value, std::size_t index)
    {
        Dual d(value);
        d.slope[index] = 1;
        return d;
    }
    Dual &operator+=(const Dual &o) { return *this = *this + o; }

    friend Dual operator+(const Dual &a, const Dual &b)
    {
        Dual r(a.value + b.value);
        for (std::size_t i = 0; i < N; ++i)
            r.slope[i] = a.slope[i] + b.slope[i];
        return r;
    }
    friend Dual operator-(const Dual &a, const Dual &b)
    {
        Dual r(a.value - b.value);
        for (std::size_t i = 0; i < N; ++i)
            r.slope[i] = a.slope[i] - b.slope[i];
        return r;
    }
    friend Dual operator*(const Dual &a, const Dual &b)
    {
        Dual r(a.value * b.value);
        for (std::size_t i = 0; i < N; ++i)
            r.slope[i] = a.slope[i] * b.value + a.value * b.slope[i];
        return r;
    }
    friend Dual operator/(const Dual &a, const Dual &b)
    {
        Dual r(a.value / b.value);
        for (std::size_t i = 0; i < N; ++i)
            r.slope[i] = (a.slope[i] - r.value * b.slope[i]) / b.value;
        return r;
    }
};

/// The plain number behind a scalar.
inline double valueOf(double x) { return x; }
template <std::size_t N>
double valueOf(const Dual<N> &x)
{
    return x.value;
}

/// ⌈x / block⌉; the relaxed form keeps the rounded value and passes the slope 1/block (straight-through).
inline double ceilDiv(double x, double block) { return std::ceil(x / block); }
template <std::size_t N>
Dual<N> ceilDiv(const Dual<N> &x, double block)
{
    Dual<N> r(std::ceil(x.value / block));
    for (std::size_t i = 0; i < N; ++i)
        r.slope[i] = x.slope[i] / block;
    return r;
}

inline double maxOf(double a, double b) { return a > b ? a : b; }
template <std::size_t N>
Dual<N> maxOf(const Dual<N> &a, const Dual<N> &b)
{
    return a.value >= b.value ? a : b;
}

} // namespace dnas
