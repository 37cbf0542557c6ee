// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sounds of every kind for the tests of the reader: WAV by hand, so that its header can lie, others by libsndfile.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dnas::test {

struct WavSpec {
    std::string_view container = "RIFF"; ///< RIFX: high byte first; RF64: lengths of 64 bits
    int format = 1;                      ///< 1: whole numbers, 3: floats, 0xfffe: extensible, of whole numbers
    int channels = 1;
    std::uint32_t rate = 16000;
    int bits = 16;
    std::string before = {};                   ///< chunks in front of the samples
    std::optional<std::uint64_t> promise = {}; ///< bytes that the header promises, when not the true ones
};
/// `data`: the samples as the file has them.
std::string wavFile(const WavSpec &spec, std::string_view data);

/// The lowest `bytes` bytes of each, low byte first.
std::string littleEndian(std::span<const std::int64_t> values, int bytes);
template <typename T>
std::string rawBytes(std::span<const T> values)
{
    return {reinterpret_cast<const char *>(values.data()), values.size_bytes()};
}

enum class SoundKind { Flac, Aiff, Au, OggVorbis, Mp3 };
/// Whether libsndfile can write it here.
bool canWrite(SoundKind kind);
void writeSound(const std::string &path, SoundKind kind, int rate, int channels, std::span<const float> samples);

void writeBytes(const std::string &path, std::string_view bytes);
std::string fileBytes(const std::string &path);

} // namespace dnas::test
