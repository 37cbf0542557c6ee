// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading sounds block by block, see sound.h. No memory is taken for samples that are only promised.
#include "core/media/sound.h"

#include "core/base/numbers.h"
#include "core/media/open_sound.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <new>

namespace dnas {

namespace {

constexpr std::int64_t kBlock = 65536; ///< numbers of all channels that are read at a time

Result<void> checkLimits(const SF_INFO &info, const SoundLimits &limits, const std::string &name)
{
    const Place here{.file = name};
    if (info.channels > limits.channels)
        return invalidInput("has " + std::to_string(info.channels) + " channels, but at most " +
                                std::to_string(limits.channels) + " can be read; mix it to one",
                            here);
    if (info.samplerate < limits.leastRate || info.samplerate > limits.mostRate)
        return invalidInput("has " + std::to_string(info.samplerate) + " samples a second, but " +
                                std::to_string(limits.leastRate) + " to " + std::to_string(limits.mostRate) +
                                " can be read; convert it to 16000 or so",
                            here);
    return {};
}

/// Of so many samples, promised or read.
Result<void> checkLength(std::int64_t frames, const SF_INFO &info, const SoundLimits &limits, const std::string &name)
{
    const double seconds = static_cast<double>(frames) / info.samplerate;
    if (seconds > limits.seconds)
        return invalidInput("lasts " + shortNumber(seconds) + " s, but at most " + shortNumber(limits.seconds) +
                                " s can be read; cut it into pieces",
                            {.file = name});
    if (frames > limits.frames)
        return invalidInput("has " + std::to_string(frames) + " samples, but at most " + std::to_string(limits.frames) +
                                " can be read; cut it into pieces",
                            {.file = name});
    return {};
}

/// Appends the mean of the channels; returns whether all of it is finite.
bool mix(std::span<const float> block, int channels, std::vector<float> &samples)
{
    bool finite = true;
    for (std::size_t i = 0; i < block.size(); i += static_cast<std::size_t>(channels)) {
        double sum = 0;
        for (const float value : block.subspan(i, static_cast<std::size_t>(channels)))
            sum += value;
        samples.push_back(static_cast<float>(sum / channels));
        finite &= std::isfinite(sum);
    }
    return finite;
}

/// Samples of each channel.
struct Range {
    std::int64_t first = 0; ///< where the sound stands
    std::int64_t count = std::numeric_limits<std::int64_t>::max();
};

Result<Sound> readRange(OpenSound &open, const Range &range, const SoundLimits &limits, const std::string &name)
{
    const SF_INFO &info = open.info;
    Sound sound{.rate = info.samplerate, .samples = {}};
    const std::int64_t promised =
        open.knowsLength() ? std::max<std::int64_t>(info.frames - range.first, 0) : range.count;
    const std::int64_t wanted = std::min(range.count, promised);
    const std::int64_t most = std::max<std::int64_t>(1, kBlock / info.channels);
    const std::int64_t blockFrames = std::min(most, wanted);
    std::vector<float> block(static_cast<std::size_t>(blockFrames * info.channels));
    for (;;) {
        const auto before = static_cast<std::int64_t>(sound.samples.size());
        const std::int64_t left = range.count - before;
        const sf_count_t got =
            left > 0 ? sf_readf_float(open.handle.get(), block.data(), std::min(blockFrames, left)) : 0;
        if (got <= 0)
            break;
        if (const auto fits = checkLength(before + got, info, limits, name); !fits.ok())
            return fits.error();
        if (!mix(std::span(block).first(static_cast<std::size_t>(got * info.channels)), info.channels, sound.samples)) {
            const auto first = std::find_if(sound.samples.begin() + before, sound.samples.end(),
                                            [](float sample) { return !std::isfinite(sample); });
            return invalidInput("is not finite at sample " +
                                    std::to_string(range.first + (first - sound.samples.begin())) +
                                    "; leave it out or save it anew",
                                {.file = name});
        }
    }
    if (open.stream->failure)
        return *open.stream->failure;
    const auto count = static_cast<std::int64_t>(sound.samples.size());
    const bool failed = sf_error(open.handle.get()) != SF_ERR_NO_ERROR;
    const std::string cause = failed ? std::string(" (") + sf_strerror(open.handle.get()) + ")" : std::string();
    if (open.knowsLength() && count < wanted)
        return invalidInput("is truncated or damaged: its header promises " + std::to_string(info.frames) +
                                " samples, but " + std::to_string(range.first + count) + " can be read" + cause +
                                "; copy or download it again",
                            {.file = name});
    if (failed)
        return invalidInput("is damaged after sample " + std::to_string(range.first + count) + cause +
                                "; copy or download it again",
                            {.file = name});
    if (count == 0 && range.first == 0)
        return invalidInput("has no samples; leave it out or record it again", {.file = name});
    return sound;
}

/// Opened and within the limits as far as the header tells.
Result<OpenSound> openWithin(const std::filesystem::path &file, const SoundLimits &limits)
{
    auto open = openSound(file);
    if (!open.ok())
        return open.error();
    if (const auto fits = checkLimits(open->info, limits, file.string()); !fits.ok())
        return fits.error();
    if (open->knowsLength()) {
        if (const auto fits = checkLength(open->info.frames, open->info, limits, file.string()); !fits.ok())
            return fits.error();
    }
    return open;
}

Result<Sound> readWithin(OpenSound &open, const Range &range, const SoundLimits &limits, const std::string &name)
try {
    return readRange(open, range, limits, name);
} catch (const std::bad_alloc &) {
    return ioError("needs more memory than there is; cut it into pieces", {.file = name});
}

} // namespace

Result<SoundInfo> readSoundInfo(const std::filesystem::path &file)
{
    const auto open = openSound(file);
    if (!open.ok())
        return open.error();
    return SoundInfo{.rate = open->info.samplerate,
                     .channels = open->info.channels,
                     .frames = open->knowsLength() ? open->info.frames : 0};
}

Result<Sound> readSound(const std::filesystem::path &file, const SoundLimits &limits)
{
    auto open = openWithin(file, limits);
    if (!open.ok())
        return open.error();
    return readWithin(*open, {}, limits, file.string());
}

Result<Sound> readSoundPart(const std::filesystem::path &file, const SoundPart &part, const SoundLimits &limits)
{
    assert(part.start >= 0 && part.seconds >= 0);
    auto open = openWithin(file, limits);
    if (!open.ok())
        return open.error();
    const double rate = open->info.samplerate;
    const auto wanted = std::llround(part.seconds * rate);
    const auto first = std::llround(part.start * rate);
    if (first == 0)
        return readWithin(*open, {.count = wanted}, limits, file.string());
    if (open->knowsLength()) {
        const sf_count_t inside = std::min<sf_count_t>(first, open->info.frames);
        if (sf_seek(open->handle.get(), inside, SEEK_SET) == inside)
            return readWithin(*open, {.first = inside, .count = wanted}, limits, file.string());
    }
    // A kind that cannot be entered in its middle.
    auto sound = readSound(file, limits);
    if (sound.ok()) {
        auto &samples = sound->samples;
        const auto from = std::min(static_cast<std::size_t>(first), samples.size());
        samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(from));
        samples.resize(std::min(samples.size(), static_cast<std::size_t>(wanted)));
    }
    return sound;
}

} // namespace dnas
