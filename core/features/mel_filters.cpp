// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See mel_filters.h. Weights are worked out in double and rounded once.
#include "core/features/mel_filters.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace dnas {

namespace {

constexpr int kMostPoints = 1 << 16; // four seconds at 16 kHz; a slip of the pen should not ask for gigabytes
constexpr double kRounding = 1e-12;  // a bin on the very edge of a band must not count because of its last digit

Result<void> check(const MelFilterOptions &options)
{
    if (options.rate < 1)
        return invalidInput("must be at least 1 sample a second", {.key = "rate"});
    if (options.fft < 2 || options.fft % 2 != 0 || options.fft > kMostPoints)
        return invalidInput("must be an even number of points from 2 to " + std::to_string(kMostPoints),
                            {.key = "fft"});
    if (!std::isfinite(options.low) || options.low < 0)
        return invalidInput("must be a frequency of at least 0 Hz", {.key = "low"});
    if (!std::isfinite(options.high) || options.high <= options.low)
        return invalidInput("must be a frequency above low", {.key = "high"});
    if (options.high > options.rate / 2.0)
        return invalidInput("must not lie above half the rate, " + exactNumber(options.rate / 2.0) + " Hz",
                            {.key = "high"});
    if (options.bands < 1 || options.bands > options.fft / 2)
        return invalidInput("must be from 1 to half of fft, " + std::to_string(options.fft / 2), {.key = "bands"});
    return {};
}

/// Four sums side by side, so that one addition need not wait for the one before.
float dot(const float *a, const float *b, int count)
{
    float sum[4] = {0, 0, 0, 0};
    int i = 0;
    for (; i + 4 <= count; i += 4)
        for (int lane = 0; lane < 4; ++lane)
            sum[lane] += a[i + lane] * b[i + lane];
    float rest = 0;
    for (; i < count; ++i)
        rest += a[i] * b[i];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]) + rest;
}

} // namespace

Result<MelFilters> MelFilters::create(const MelFilterOptions &options)
{
    if (const auto good = check(options); !good.ok())
        return good.error();
    const bool htk = options.scale == MelScale::Htk;
    const double low = melFromHertz(options.scale, options.low);
    const double high = melFromHertz(options.scale, options.high);
    const auto edgeMel = [&](int edge) {
        return low + (high - low) * edge / (options.bands + 1);
    };
    // Positions are mels or hertz, whichever the slopes are straight in.
    const auto edgeAt = [&](int edge) {
        return htk ? edgeMel(edge) : hertzFromMel(options.scale, edgeMel(edge));
    };
    const auto binAt = [&](int bin) {
        const double hertz = static_cast<double>(bin) * options.rate / options.fft;
        return htk ? melFromHertz(options.scale, hertz) : hertz;
    };
    MelFilters filters;
    for (int band = 0; band < options.bands; ++band) {
        const double left = edgeAt(band), peak = edgeAt(band + 1), right = edgeAt(band + 2);
        const double scale = htk ? 1 : 2 / (right - left);
        Band entry{.offset = static_cast<int>(filters.m_weights.size())};
        for (int bin = htk ? 1 : 0; bin <= options.fft / 2; ++bin) {
            const double at = binAt(bin);
            const double height = std::min((at - left) / (peak - left), (right - at) / (right - peak));
            if (height < kRounding)
                continue;
            if (entry.count == 0)
                entry.first = bin;
            ++entry.count;
            filters.m_weights.push_back(static_cast<float>(scale * height));
        }
        if (entry.count == 0)
            return invalidInput("band " + std::to_string(band + 1) + " of " + std::to_string(options.bands) +
                                    " is so narrow that it holds no bin of " + std::to_string(options.fft) +
                                    " points; take fewer bands or more points",
                                {.key = "bands"});
        filters.m_bins = std::max(filters.m_bins, entry.first + entry.count);
        filters.m_bands.push_back(entry);
    }
    return filters;
}

void MelFilters::apply(std::span<const float> spectrum, std::span<float> out) const
{
    assert(spectrum.size() >= static_cast<std::size_t>(m_bins) && out.size() == m_bands.size());
    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        const Band &band = m_bands[b];
        out[b] = dot(spectrum.data() + band.first, m_weights.data() + band.offset, band.count);
    }
}

std::span<const float> MelFilters::weights(int band) const
{
    const Band &entry = m_bands[static_cast<std::size_t>(band)];
    return {m_weights.data() + entry.offset, static_cast<std::size_t>(entry.count)};
}

} // namespace dnas
