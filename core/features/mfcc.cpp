// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See mfcc.h.
#include "core/features/mfcc.h"

#include "core/features/hann_window.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>

namespace dnas {

Result<Mfcc> Mfcc::create(const MfccOptions &options)
{
    auto filters = MelFilters::create({.rate = options.rate,
                                       .fft = options.fft,
                                       .bands = options.bands,
                                       .low = options.low,
                                       .high = options.high,
                                       .scale = MelScale::Htk});
    if (!filters.ok())
        return filters.error();
    if (options.frame < 2 || options.frame > options.fft)
        return invalidInput("must be from 2 to the points of fft, " + std::to_string(options.fft), {.key = "frame"});
    if (options.hop < 1)
        return invalidInput("must be at least 1 sample", {.key = "hop"});
    // Below the smallest float that is not denormal, silence would be the logarithm of zero.
    if (!std::isfinite(options.floor) || options.floor < std::numeric_limits<float>::min())
        return invalidInput("must be above zero (at least 1.2e-38)", {.key = "floor"});
    if (options.coefficients < 1 || options.coefficients > options.bands)
        return invalidInput("must be from 1 to the number of bands, " + std::to_string(options.bands),
                            {.key = "coefficients"});
    return Mfcc(options, std::move(filters).value());
}

Mfcc::Mfcc(const MfccOptions &options, MelFilters filters)
    : m_options(options)
    , m_window(hannWindow(options.frame))
    , m_filters(std::move(filters))
    , m_cosines(options.bands, options.coefficients)
{
}

int Mfcc::frames(std::int64_t samples) const
{
    return samples < m_options.frame ? 0 : static_cast<int>(1 + (samples - m_options.frame) / m_options.hop);
}

Mfcc::Scratch::Scratch(const Mfcc &mfcc)
    : m_spectrum(mfcc.m_options.fft)
    , m_magnitudes(static_cast<std::size_t>(mfcc.m_filters.bins()))
    , m_bands(static_cast<std::size_t>(mfcc.m_options.bands))
{
}

std::unique_ptr<Mfcc::Scratch> Mfcc::makeScratch() const { return std::unique_ptr<Scratch>(new Scratch(*this)); }

void Mfcc::compute(std::span<const float> samples, std::span<float> out, Scratch &scratch) const
{
    const int count = frames(static_cast<std::int64_t>(samples.size()));
    const auto coefficients = static_cast<std::size_t>(m_options.coefficients);
    assert(out.size() == static_cast<std::size_t>(count) * coefficients);
    assert(scratch.m_spectrum.points() == m_options.fft);
    const auto floor = static_cast<float>(m_options.floor);
    const float *from = samples.data();
    for (int frame = 0; frame < count; ++frame, from += m_options.hop, out = out.subspan(coefficients)) {
        // The zeros behind a frame are there from the beginning and stay.
        std::transform(m_window.begin(), m_window.end(), from, scratch.m_spectrum.samples().begin(),
                       std::multiplies<>());
        scratch.m_spectrum.magnitudes(scratch.m_magnitudes);
        m_filters.apply(scratch.m_magnitudes, scratch.m_bands);
        for (float &band : scratch.m_bands)
            band = std::log(band + floor);
        m_cosines.apply(scratch.m_bands, out.first(coefficients));
    }
}

} // namespace dnas
