// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Other rates and other number formats, see sound.h.
#include "core/media/sound.h"

#include <samplerate.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <memory>

namespace dnas {

namespace {

/// 121 dB between signal and noise, and the pass band reaches 90 % of the Nyquist frequency, says its author; the best
/// one costs three times as much.
constexpr int kConverter = SRC_SINC_MEDIUM_QUALITY;

struct DeleteState {
    void operator()(SRC_STATE *state) const { src_delete(state); }
};

Error resamplingError(int number)
{
    return {ErrorCode::Internal, std::string("resampling: ") + src_strerror(number), {}};
}

} // namespace

Result<std::vector<float>> resampled(std::span<const float> samples, int from, int to)
{
    if (from < 1 || to < 1)
        return invalidInput("cannot resample from " + std::to_string(from) + " to " + std::to_string(to) +
                            " samples a second; a rate is 1 or more");
    if (from == to)
        return std::vector<float>(samples.begin(), samples.end());
    const double ratio = static_cast<double>(to) / from;
    if (!src_is_valid_ratio(ratio))
        return invalidInput("cannot resample from " + std::to_string(from) + " to " + std::to_string(to) +
                            " samples a second; rates may be up to 256 : 1 apart");

    const std::uint64_t divisor = 2 * static_cast<std::uint64_t>(from);
    std::vector<float> result((2 * samples.size() * static_cast<std::uint64_t>(to) + static_cast<unsigned>(from)) /
                              divisor);
    int error = 0;
    const std::unique_ptr<SRC_STATE, DeleteState> state(src_new(kConverter, 1, &error));
    if (!state)
        return resamplingError(error);

    // After the samples comes silence for as long as the converter wants some: its own end would leave out the last
    // samples whose neighbours are missing, so many that the length would not be the promised one.
    const std::array<float, 256> silence{};
    std::span<const float> in = samples;
    std::span<float> out = result;
    while (!out.empty()) {
        const std::span<const float> next = in.empty() ? std::span<const float>(silence) : in;
        SRC_DATA data{.data_in = next.data(),
                      .data_out = out.data(),
                      .input_frames = static_cast<long>(next.size()),
                      .output_frames = static_cast<long>(out.size()),
                      .input_frames_used = 0,
                      .output_frames_gen = 0,
                      .end_of_input = 0,
                      .src_ratio = ratio};
        error = src_process(state.get(), &data);
        if (error != 0)
            return resamplingError(error);
        if (data.input_frames_used == 0 && data.output_frames_gen == 0)
            return Error{ErrorCode::Internal, "resampling does not go on", {}};
        if (!in.empty())
            in = in.subspan(static_cast<std::size_t>(data.input_frames_used));
        out = out.subspan(static_cast<std::size_t>(data.output_frames_gen));
    }
    return result;
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
