// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See log_mel.h.
#include "core/features/log_mel.h"

#include "core/features/hann_window.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

namespace dnas {

namespace {

/// The sample that a mirror at both ends shows at `index`, also where it lies beyond several lengths of a short signal.
std::size_t reflected(std::int64_t index, std::int64_t size)
{
    if (size == 1)
        return 0;
    const std::int64_t period = 2 * (size - 1);
    const std::int64_t inPeriod = ((index % period) + period) % period;
    return static_cast<std::size_t>(std::min(inPeriod, period - inPeriod));
}

} // namespace

Result<LogMel> LogMel::create(const LogMelOptions &options)
{
    auto filters = MelFilters::create({.rate = options.rate,
                                       .fft = options.fft,
                                       .bands = options.bands,
                                       .low = options.low,
                                       .high = options.high,
                                       .scale = MelScale::Slaney});
    if (!filters.ok())
        return filters.error();
    if (options.hop < 1)
        return invalidInput("must be at least 1 sample", {.key = "hop"});
    if (!std::isfinite(options.power) || options.power <= 0)
        return invalidInput("must be above zero; 2 for energies, 1 for magnitudes", {.key = "power"});
    // Below the smallest float that is not denormal, silence would be the logarithm of zero.
    if (!std::isfinite(options.epsilon) || options.epsilon < std::numeric_limits<float>::min())
        return invalidInput("must be above zero (at least 1.2e-38)", {.key = "epsilon"});
    return LogMel(options, std::move(filters).value());
}

LogMel::LogMel(const LogMelOptions &options, MelFilters filters)
    : m_options(options)
    , m_window(hannWindow(options.fft))
    , m_filters(std::move(filters))
{
}

int LogMel::frames(std::int64_t samples) const
{
    return samples < 1 ? 0 : static_cast<int>(1 + samples / m_options.hop);
}

LogMel::Scratch::Scratch(const LogMel &logMel)
    : m_spectrum(logMel.m_options.fft)
    , m_energies(static_cast<std::size_t>(logMel.m_filters.bins()))
{
}

std::unique_ptr<LogMel::Scratch> LogMel::makeScratch() const { return std::unique_ptr<Scratch>(new Scratch(*this)); }

void LogMel::fillFrame(std::span<const float> samples, std::int64_t begin, std::span<double> frame) const
{
    const auto size = static_cast<std::int64_t>(samples.size());
    if (begin >= 0 && begin + m_options.fft <= size) {
        std::transform(m_window.begin(), m_window.end(), samples.data() + begin, frame.begin(), std::multiplies<>());
        return;
    }
    for (std::size_t n = 0; n < frame.size(); ++n) {
        const std::int64_t index = begin + static_cast<std::int64_t>(n);
        const bool inside = index >= 0 && index < size;
        const bool seen = inside || m_options.ends == SignalEnds::Reflect;
        frame[n] = seen ? m_window[n] * samples[reflected(index, size)] : 0.0;
    }
}

void LogMel::compute(std::span<const float> samples, std::span<float> out, Scratch &scratch) const
{
    const int count = frames(static_cast<std::int64_t>(samples.size()));
    const auto bands = static_cast<std::size_t>(m_options.bands);
    assert(out.size() == static_cast<std::size_t>(count) * bands);
    assert(scratch.m_spectrum.points() == m_options.fft);
    const auto epsilon = static_cast<float>(m_options.epsilon);
    const auto scale = static_cast<float>(20 / m_options.power / std::numbers::ln10);
    for (int frame = 0; frame < count; ++frame, out = out.subspan(bands)) {
        fillFrame(samples, static_cast<std::int64_t>(frame) * m_options.hop - m_options.fft / 2,
                  scratch.m_spectrum.samples());
        if (m_options.power == 2) {
            scratch.m_spectrum.powers(scratch.m_energies);
        } else {
            scratch.m_spectrum.magnitudes(scratch.m_energies);
            if (m_options.power != 1)
                for (float &energy : scratch.m_energies)
                    energy = std::pow(energy, static_cast<float>(m_options.power));
        }
        m_filters.apply(scratch.m_energies, out.first(bands));
        for (float &value : out.first(bands))
            value = scale * std::log(value + epsilon);
    }
}

} // namespace dnas
