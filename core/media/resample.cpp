// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Other rates and other number formats, see sound.h.
#include "core/media/sound.h"

#include <soxr.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace dnas {

Result<std::vector<float>> resampled(std::span<const float> samples, int from, int to)
{
    constexpr int kFurthest = 256;
    const std::string rates = "cannot resample from " + std::to_string(from) + " to " + std::to_string(to);
    if (from < 1 || to < 1)
        return invalidInput(rates + " samples a second; a rate is 1 or more");
    if (from == to)
        return std::vector<float>(samples.begin(), samples.end());
    if (std::max(from, to) > std::int64_t{kFurthest} * std::min(from, to))
        return invalidInput(rates + " samples a second; rates may be up to 256 : 1 apart");
    const std::uint64_t divisor = 2 * static_cast<std::uint64_t>(from);
    std::vector<float> result((2 * samples.size() * static_cast<std::uint64_t>(to) + static_cast<unsigned>(from)) /
                              divisor);
    // "High quality" is 20 bits: what folds back lies below 16 bits, and the pass band ends above 90 % of the lower
    // Nyquist frequency. One thread: who decodes many files has threads of its own.
    const soxr_io_spec_t floats = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    const soxr_runtime_spec_t oneThread = soxr_runtime_spec(1);
    std::size_t made = 0;
    const soxr_error_t error = soxr_oneshot(from, to, 1, samples.data(), samples.size(), nullptr, result.data(),
                                            result.size(), &made, &floats, &quality, &oneThread);
    if (error)
        return Error{ErrorCode::Internal, std::string("resampling: ") + soxr_strerror(error), {}};
    return result; // of a sample too few, silence
}

std::vector<std::int16_t> toPcm16(std::span<const float> samples)
{
    std::vector<std::int16_t> pcm(samples.size());
    std::transform(samples.begin(), samples.end(), pcm.begin(), [](float sample) {
        const float clipped = std::isnan(sample) ? 0.f : std::clamp(sample * 32768.f, -32768.f, 32767.f);
        return static_cast<std::int16_t>(std::lrint(clipped));
    });
    return pcm;
}

void fromPcm16(std::span<const std::int16_t> pcm, std::span<float> out)
{
    assert(pcm.size() == out.size());
    std::transform(pcm.begin(), pcm.end(), out.begin(),
                   [](std::int16_t value) { return static_cast<float>(value) / 32768.f; });
}

} // namespace dnas
