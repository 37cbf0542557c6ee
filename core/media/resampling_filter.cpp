// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See resampling_filter.h.
#include "core/media/resampling_filter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <list>
#include <mutex>
#include <numbers>
#include <numeric>

namespace dnas {

namespace {

constexpr double kPass = 0.9;         ///< of the lower Nyquist frequency
constexpr double kAttenuation = 100;  ///< dB
constexpr std::uint64_t kMost = 1024; ///< phases; with more places than that, two neighbours are mixed: 118 dB
constexpr std::size_t kLanes = 16;    ///< sums side by side, which the compiler turns into vectors
constexpr std::size_t kRemembered = 8;

/// The modified Bessel function of order 0.
double besselI0(double x)
{
    double sum = 1, term = 1;
    for (int k = 1; term > 1e-12 * sum; ++k) {
        term *= (x / (2 * k)) * (x / (2 * k));
        sum += term;
    }
    return sum;
}

float dot(const float *a, const float *b, std::size_t count)
{
    std::array<float, kLanes> sums{};
    for (std::size_t i = 0; i < count; i += kLanes)
        for (std::size_t k = 0; k < kLanes; ++k)
            sums[k] += a[i + k] * b[i + k];
    for (std::size_t width = kLanes / 2; width > 0; width /= 2)
        for (std::size_t k = 0; k < width; ++k)
            sums[k] += sums[k + width];
    return sums[0];
}

} // namespace

ResamplingFilter::ResamplingFilter(int from, int to)
    : m_from(static_cast<std::uint64_t>(from / std::gcd(from, to)))
    , m_to(static_cast<std::uint64_t>(to / std::gcd(from, to)))
    , m_phases(static_cast<std::size_t>(std::min(m_to, kMost)))
{
    // In samples of the input: Nyquist's frequency of the lower rate, the middle of the slope, half of its length.
    const double nyquist = 0.5 * std::min(1.0, static_cast<double>(to) / from);
    const double cut = nyquist * (1 + kPass) / 2;
    const double taps = (kAttenuation - 7.95) / (2.285 * 2 * std::numbers::pi * nyquist * (1 - kPass));
    m_taps = (static_cast<std::size_t>(std::ceil(taps)) + kLanes - 1) / kLanes * kLanes;
    const double half = static_cast<double>(m_taps) / 2;
    const double beta = 0.1102 * (kAttenuation - 8.7);
    const double whole = besselI0(beta);

    m_weights.resize((m_phases + 1) * m_taps);
    std::vector<double> weights(m_taps);
    for (std::size_t phase = 0; phase <= m_phases; ++phase) {
        const double middle = half - 1 + static_cast<double>(phase) / static_cast<double>(m_phases);
        for (std::size_t j = 0; j < m_taps; ++j) {
            const double t = static_cast<double>(j) - middle;
            const double x = 2 * std::numbers::pi * cut * t;
            const double inside = std::max(0.0, 1 - (t / half) * (t / half));
            weights[j] = (x == 0 ? 1 : std::sin(x) / x) * besselI0(beta * std::sqrt(inside)) / whole;
        }
        // A constant stays what it is, at every place.
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::transform(weights.begin(), weights.end(), m_weights.begin() + static_cast<std::ptrdiff_t>(phase * m_taps),
                       [&](double weight) { return static_cast<float>(weight / sum); });
    }
}

/// `first`: of the samples under the filter; may lie before the first or reach behind the last one.
float ResamplingFilter::at(std::span<const float> samples, std::int64_t first, std::size_t phase) const
{
    const float *weights = m_weights.data() + phase * m_taps;
    const auto size = static_cast<std::int64_t>(samples.size()), taps = static_cast<std::int64_t>(m_taps);
    if (first >= 0 && first + taps <= size)
        return dot(weights, samples.data() + first, m_taps);
    float sum = 0;
    for (std::int64_t n = std::max<std::int64_t>(first, 0); n < std::min(first + taps, size); ++n)
        sum += weights[n - first] * samples[static_cast<std::size_t>(n)];
    return sum;
}

void ResamplingFilter::apply(std::span<const float> samples, std::span<float> out) const
{
    const bool exact = m_phases == m_to;
    for (std::size_t m = 0; m < out.size(); ++m) {
        const std::uint64_t place = m * m_from;
        const std::int64_t first = static_cast<std::int64_t>(place / m_to) - static_cast<std::int64_t>(m_taps / 2) + 1;
        const std::uint64_t between = place % m_to;
        if (exact) {
            out[m] = at(samples, first, static_cast<std::size_t>(between));
            continue;
        }
        const std::uint64_t scaled = between * m_phases;
        const auto phase = static_cast<std::size_t>(scaled / m_to);
        const float share = static_cast<float>(scaled % m_to) / static_cast<float>(m_to);
        const float before = at(samples, first, phase);
        out[m] = before + share * (at(samples, first, phase + 1) - before);
    }
}

std::shared_ptr<const ResamplingFilter> resamplingFilter(int from, int to)
{
    struct Entry {
        int from, to;
        std::shared_ptr<const ResamplingFilter> filter;
    };
    static std::mutex mutex;
    static std::list<Entry> entries; // the latest first
    const std::lock_guard lock(mutex);
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry &entry) { return entry.from == from && entry.to == to; });
    if (found != entries.end()) {
        entries.splice(entries.begin(), entries, found);
    } else {
        entries.push_front({from, to, std::make_shared<const ResamplingFilter>(from, to)});
        if (entries.size() > kRemembered)
            entries.pop_back();
    }
    return entries.front().filter;
}

} // namespace dnas
