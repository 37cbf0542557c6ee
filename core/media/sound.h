// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sounds of strangers as plain samples, by libsndfile (WAV, FLAC, Ogg, AIFF … by content, never by name), mixed to
// one channel; resampling. Any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace dnas {

struct SoundInfo {
    int rate = 0; ///< samples a second
    int channels = 0;
    std::int64_t frames = 0; ///< samples of each channel; 0: the file does not say (FLAC from a pipe)
};

struct SoundLimits {
    double seconds = 3600;
    int channels = 64;
    int leastRate = 1000, mostRate = 768'000;
    std::int64_t frames = 200'000'000; ///< an hour at 48 kHz, and memory's bound at higher rates
};

struct Sound {
    int rate = 0;
    std::vector<float> samples; ///< mean of the channels, full scale is ±1
};

/// Only the header. Errors: those of readSound that it shows.
Result<SoundInfo> readSoundInfo(const std::filesystem::path &file);
/// All of it, at its own rate. Errors name the file and what is wrong: cannot be opened, no sound that is known (and
/// what it looks like; MP3 is read where libsndfile has it), no samples, fewer samples than the header promises (told
/// for WAV, AIFF, FLAC and MP3), damaged, not finite, beyond the limits.
Result<Sound> readSound(const std::filesystem::path &file, const SoundLimits &limits = {});

/// A piece of a recording.
struct SoundPart {
    double start = 0; ///< seconds into the file, rounded to a sample
    double seconds = 0;
};
/// As readSound, but only that piece is read where the format lets one in; shorter, or nothing, where the sound ends
/// before. What is damaged outside of it may go unseen.
Result<Sound> readSoundPart(const std::filesystem::path &file, const SoundPart &part, const SoundLimits &limits = {});

/// round(samples · to / from) samples at the new rate; the same samples when the rates are equal. Deterministic. By
/// libsamplerate (medium sinc): what lies below 90 % of the lower of the two Nyquist frequencies stays; the first
/// sample stays at time 0. Errors: rates below 1, or more than 256 : 1 apart.
Result<std::vector<float>> resampled(std::span<const float> samples, int from, int to);

/// Rounded to 16 bits, full scale ±1 to ±32768, clipped, not a number to 0; and back (value / 32768). `out` has the
/// length of `pcm`.
std::vector<std::int16_t> toPcm16(std::span<const float> samples);
void fromPcm16(std::span<const std::int16_t> pcm, std::span<float> out);

} // namespace dnas
