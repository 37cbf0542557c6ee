// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sound_writers.h.
#include "tests/core/media/sound_writers.h"

#include <sndfile.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace dnas::test {

namespace {

std::string number(std::uint64_t value, int bytes, bool big = false)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> 8 * (big ? bytes - 1 - i : i));
    return text;
}

SF_INFO infoOf(SoundKind kind, int rate, int channels)
{
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = channels;
    switch (kind) {
    case SoundKind::Flac:
        info.format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
        break;
    case SoundKind::Aiff:
        info.format = SF_FORMAT_AIFF | SF_FORMAT_PCM_16;
        break;
    case SoundKind::Au:
        info.format = SF_FORMAT_AU | SF_FORMAT_PCM_16;
        break;
    case SoundKind::OggVorbis:
        info.format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
        break;
    case SoundKind::Mp3:
        info.format = 0x230000 | 0x82; // SF_FORMAT_MPEG, layer 3: unknown to the headers of older libraries
        break;
    }
    return info;
}

} // namespace

std::string wavFile(const WavSpec &spec, std::string_view data)
{
    const bool big = spec.container == "RIFX", large = spec.container == "RF64";
    const auto channels = static_cast<std::uint64_t>(spec.channels), bits = static_cast<std::uint64_t>(spec.bits);
    const std::uint64_t frame = channels * bits / 8, promise = spec.promise.value_or(data.size());
    std::string format = number(static_cast<std::uint64_t>(spec.format), 2, big) + number(channels, 2, big) +
                         number(spec.rate, 4, big) + number(spec.rate * frame, 4, big) + number(frame, 2, big) +
                         number(bits, 2, big);
    if (spec.format == 0xfffe)
        format += number(22, 2) + number(bits, 2) + number(0, 4) + number(1, 2) +
                  std::string("\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71", 14);
    std::string body = "WAVE";
    if (large)
        body += "ds64" + number(28, 4) + number(data.size() + 1000, 8) + number(promise, 8) + std::string(12, '\0');
    body += "fmt " + number(format.size(), 4, big) + format + spec.before + "data" +
            number(large ? 0xffffffff : promise, 4, big) + std::string(data);
    return std::string(spec.container) + number(large ? 0xffffffff : body.size(), 4, big) + body;
}

std::string littleEndian(std::span<const std::int64_t> values, int bytes)
{
    std::string text;
    for (const std::int64_t value : values)
        text += number(static_cast<std::uint64_t>(value), bytes);
    return text;
}

bool canWrite(SoundKind kind)
{
    const SF_INFO info = infoOf(kind, 16000, 1);
    return sf_format_check(&info) != 0;
}

void writeSound(const std::string &path, SoundKind kind, int rate, int channels, std::span<const float> samples)
{
    SF_INFO info = infoOf(kind, rate, channels);
    SNDFILE *file = sf_open(path.c_str(), SFM_WRITE, &info);
    const auto count = static_cast<sf_count_t>(samples.size());
    if (!file || sf_write_float(file, samples.data(), count) != count || sf_close(file) != 0)
        std::abort();
}

void writeBytes(const std::string &path, std::string_view bytes)
{
    std::filesystem::remove(path); // some file systems wait for the disk when a file is emptied and written anew
    std::ofstream(path, std::ios::binary).write(bytes.data(), std::ssize(bytes));
}

std::string fileBytes(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace dnas::test
