// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sound_promise.h. RIFF, its big-endian and its 64-bit form (RIFX, RF64), and FORM AIFF or AIFC: chunks of a name,
// a length and that many bytes, padded to an even number.
#include "core/media/sound_promise.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string_view>

namespace dnas {

namespace {

constexpr std::uint64_t kUnknownLength = 0x7fff0000; ///< from here on: sox and ffmpeg writing into a pipe
constexpr std::uint64_t kTaken64 = 0xffffffff;       ///< in RF64: the length is in the chunk ds64
constexpr int kMostChunks = 1000;

using Bytes = std::array<std::uint8_t, 32>;

std::string_view nameAt(const Bytes &bytes, std::size_t offset)
{
    return {reinterpret_cast<const char *>(bytes.data()) + offset, 4};
}

std::uint64_t numberAt(const Bytes &bytes, std::size_t offset, std::size_t size, bool big)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | bytes[offset + (big ? i : size - 1 - i)];
    return value;
}

struct Container {
    bool big = false;  ///< byte order
    bool aiff = false; ///< FORM instead of RIFF
    std::string_view sound;
};

std::optional<Container> container(const Bytes &head)
{
    const std::string_view outer = nameAt(head, 0), inner = nameAt(head, 8);
    if (inner == "WAVE" && (outer == "RIFF" || outer == "RF64" || outer == "RIFX"))
        return Container{.big = outer == "RIFX", .sound = "data"};
    if (outer == "FORM" && (inner == "AIFF" || inner == "AIFC"))
        return Container{.big = true, .aiff = true, .sound = "SSND"};
    return {};
}

/// Bytes of one sample of all channels; 0 when it is not that simple.
std::uint64_t frameBytes(const Container &container, const Bytes &chunk)
{
    if (container.aiff)
        return numberAt(chunk, 8, 2, true) * ((numberAt(chunk, 14, 2, true) + 7) / 8);
    const std::uint64_t format = numberAt(chunk, 8, 2, container.big);
    const bool plain = format == 1 || format == 3 || format == 0xfffe; // whole numbers, floats, extensible
    return plain ? numberAt(chunk, 20, 2, container.big) : 0;
}

Result<void> check(std::uint64_t promised, std::uint64_t there, std::uint64_t frame, const std::string &name)
{
    if (promised == 0)
        return invalidInput("has no samples, says its header; leave it out or record it again", {.file = name});
    if (promised <= there)
        return {};
    const std::string unit = frame > 0 ? " samples" : " bytes of sound";
    frame = std::max<std::uint64_t>(frame, 1);
    return invalidInput("is truncated: its header promises " + std::to_string(promised / frame) + unit + ", but " +
                            std::to_string(there / frame) + " are there; copy or download it again",
                        {.file = name});
}

} // namespace

Result<void> checkSoundPromise(const RegularFile &file, const std::string &name)
{
    Bytes bytes{};
    auto got = file.readAt(0, std::span(bytes).first(12));
    if (!got.ok())
        return got.error();
    const auto kind = container(bytes);
    if (!kind)
        return {};

    const auto size = static_cast<std::uint64_t>(file.size());
    std::uint64_t at = 12, frame = 0, large = 0;
    for (int chunk = 0; chunk < kMostChunks && at < size && size - at >= 8; ++chunk) {
        bytes.fill(0);
        got = file.readAt(static_cast<std::int64_t>(at), bytes);
        if (!got.ok())
            return got.error();
        const std::string_view chunkName = nameAt(bytes, 0);
        std::uint64_t length = numberAt(bytes, 4, 4, kind->big);
        if (chunkName == "ds64")
            large = numberAt(bytes, 16, 8, kind->big);
        else if (chunkName == "fmt " || chunkName == "COMM")
            frame = frameBytes(*kind, bytes);
        else if (chunkName == kind->sound) {
            if (length == kTaken64 && large > 0)
                length = large;
            else if (length >= kUnknownLength)
                return {};
            // In front of an AIFF's samples are an offset and a block size of four bytes each.
            const std::uint64_t extra = kind->aiff ? 8 : 0, there = size - at - 8;
            return check(length - std::min(length, extra), there - std::min(there, extra), frame, name);
        }
        at += 8 + length + length % 2;
    }
    return {};
}

} // namespace dnas
