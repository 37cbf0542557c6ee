// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/kernels/normalisation.h"

#include "core/supernet/kernels/simd.h"

#include <algorithm>
#include <limits>

namespace dnas {

namespace {

constexpr std::int64_t kChunkFloats = 16 * 1024;
constexpr std::int64_t kInnerLength = 128;

// Each loop takes `n` floats and walks them in stretches as long as the repeated row.

DNAS_SIMD void addUp(const float *__restrict x, std::int64_t n, float *__restrict sum, std::int64_t length)
{
    for (std::int64_t i = 0; i < n; i += length) {
        const std::int64_t end = std::min(length, n - i);
        for (std::int64_t k = 0; k < end; ++k)
            sum[k] += x[i + k];
    }
}

DNAS_SIMD void addSquares(const float *__restrict x, std::int64_t n, const float *__restrict mean,
                          float *__restrict sum, std::int64_t length)
{
    for (std::int64_t i = 0; i < n; i += length) {
        const std::int64_t end = std::min(length, n - i);
        for (std::int64_t k = 0; k < end; ++k) {
            const float d = x[i + k] - mean[k];
            sum[k] += d * d;
        }
    }
}

DNAS_SIMD void scale(const float *x, float *y, std::int64_t n, const float *__restrict a, const float *__restrict b,
                     std::int64_t length, float least)
{
    for (std::int64_t i = 0; i < n; i += length) {
        const std::int64_t end = std::min(length, n - i);
#pragma GCC ivdep
        for (std::int64_t k = 0; k < end; ++k) {
            const float value = a[k] * x[i + k] + b[k];
            y[i + k] = value < least ? least : value; // this way round a NaN stays one
        }
    }
}

struct Rows {
    const float *__restrict a;
    const float *__restrict b;
    const float *__restrict mean;
};

DNAS_SIMD void addGradients(const float *__restrict x, const float *__restrict dy, std::int64_t n, Rows rows,
                            float least, float *__restrict sum, float *__restrict sumTimesX, std::int64_t length)
{
    for (std::int64_t i = 0; i < n; i += length) {
        const std::int64_t end = std::min(length, n - i);
        for (std::int64_t k = 0; k < end; ++k) {
            const float value = rows.a[k] * x[i + k] + rows.b[k];
            const float g = value > least ? dy[i + k] : 0.0F;
            sum[k] += g;
            sumTimesX[k] += g * (x[i + k] - rows.mean[k]);
        }
    }
}

struct Coefficients {
    const float *__restrict p;
    const float *__restrict q;
    const float *__restrict r;
};

DNAS_SIMD void gradient(const float *__restrict x, const float *__restrict dy, float *__restrict dx, std::int64_t n,
                        Rows rows, float least, Coefficients by, std::int64_t length)
{
    for (std::int64_t i = 0; i < n; i += length) {
        const std::int64_t end = std::min(length, n - i);
        for (std::int64_t k = 0; k < end; ++k) {
            const float value = rows.a[k] * x[i + k] + rows.b[k];
            const float g = value > least ? dy[i + k] : 0.0F;
            dx[i + k] = by.p[k] * g + by.q[k] * (x[i + k] - rows.mean[k]) + by.r[k];
        }
    }
}

/// The ReLU as a lower bound; without one nothing is below it.
float leastOf(bool relu) { return relu ? 0.0F : -std::numeric_limits<float>::infinity(); }

} // namespace

PixelChunks::PixelChunks(std::int64_t rowCount, std::int64_t channelCount)
    : rows(rowCount)
    , channels(channelCount)
    , rowsPerChunk(std::max<std::int64_t>(1, kChunkFloats / std::max<std::int64_t>(channelCount, 1)))
    , count((rowCount + rowsPerChunk - 1) / rowsPerChunk)
{
}

std::int64_t PixelChunks::rowsOf(std::int64_t chunk) const { return std::min(rowsPerChunk, rows - firstRow(chunk)); }

RepeatedRow::RepeatedRow(std::int64_t channels)
    : m_channels(channels)
    , m_values(static_cast<std::size_t>(std::max<std::int64_t>(1, kInnerLength / std::max<std::int64_t>(channels, 1)) *
                                        channels))
{
}

void RepeatedRow::set(std::int64_t c, float value)
{
    for (std::int64_t k = c; k < length(); k += m_channels)
        m_values[static_cast<std::size_t>(k)] = value;
}

double RepeatedRow::sum(std::int64_t c) const
{
    double total = 0;
    for (std::int64_t k = c; k < length(); k += m_channels)
        total += static_cast<double>(m_values[static_cast<std::size_t>(k)]);
    return total;
}

void sumRows(const float *x, std::int64_t rows, std::int64_t channels, RepeatedRow &sum)
{
    addUp(x, rows * channels, sum.data(), sum.length());
}

void sumSquares(const float *x, std::int64_t rows, std::int64_t channels, const RepeatedRow &mean, RepeatedRow &sum)
{
    addSquares(x, rows * channels, mean.data(), sum.data(), sum.length());
}

void scaleRows(const float *x, float *y, std::int64_t rows, std::int64_t channels, const RepeatedRow &a,
               const RepeatedRow &b, bool relu)
{
    scale(x, y, rows * channels, a.data(), b.data(), a.length(), leastOf(relu));
}

void sumGradients(const float *x, const float *dy, std::int64_t rows, std::int64_t channels, const RepeatedRow &a,
                  const RepeatedRow &b, const RepeatedRow &mean, bool relu, RepeatedRow &sum, RepeatedRow &sumTimesX)
{
    addGradients(x, dy, rows * channels, {a.data(), b.data(), mean.data()}, leastOf(relu), sum.data(), sumTimesX.data(),
                 sum.length());
}

void inputGradient(const float *x, const float *dy, float *dx, std::int64_t rows, std::int64_t channels,
                   const RepeatedRow &a, const RepeatedRow &b, const RepeatedRow &mean, bool relu, const RepeatedRow &p,
                   const RepeatedRow &q, const RepeatedRow &r)
{
    gradient(x, dy, dx, rows * channels, {a.data(), b.data(), mean.data()}, leastOf(relu),
             {p.data(), q.data(), r.data()}, a.length());
}

} // namespace dnas
