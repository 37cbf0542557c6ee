// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See open_sound.h.
#include "core/media/open_sound.h"

#include "core/media/content_kind.h"
#include "core/media/sound_promise.h"

#include <array>
#include <cstdio>

namespace dnas {

namespace {

SoundStream &streamOf(void *user) { return *static_cast<SoundStream *>(user); }

sf_count_t lengthOf(void *user) { return streamOf(user).file.size(); }

sf_count_t positionOf(void *user) { return streamOf(user).position; }

sf_count_t seek(sf_count_t offset, int whence, void *user)
{
    SoundStream &stream = streamOf(user);
    const sf_count_t from = whence == SEEK_CUR ? stream.position : whence == SEEK_END ? stream.file.size() : 0;
    sf_count_t position = 0;
    if (__builtin_add_overflow(from, offset, &position) || position < 0)
        return -1;
    return stream.position = position;
}

sf_count_t read(void *out, sf_count_t count, void *user)
{
    SoundStream &stream = streamOf(user);
    if (count <= 0)
        return 0;
    const auto got =
        stream.file.readAt(stream.position, {static_cast<std::uint8_t *>(out), static_cast<std::size_t>(count)});
    if (!got.ok()) {
        stream.failure = got.error();
        return 0;
    }
    stream.position += static_cast<sf_count_t>(*got);
    return static_cast<sf_count_t>(*got);
}

sf_count_t writeNothing(const void *, sf_count_t, void *) { return 0; }

Error notASound(std::span<const std::uint8_t> head, const std::string &name)
{
    if (head.empty())
        return invalidInput("is empty; copy or download it again", {.file = name});
    const ContentKind kind = contentKind(head);
    const std::string words(kind.words);
    switch (kind.what) {
    case ContentClass::Sound:
        return invalidInput("looks like " + words +
                                ", but is damaged or of a kind that cannot be read; copy it again or convert it to "
                                "a usual WAV",
                            {.file = name});
    case ContentClass::StandIn:
        return invalidInput("is no sound: it looks like " + words + "; download the sound itself", {.file = name});
    default:
        return invalidInput("is no sound of a known kind" + (words.empty() ? words : ": it looks like " + words) +
                                "; choose a sound, or convert it to WAV",
                            {.file = name});
    }
}

/// MP3 is not read. Without a header its length is a guess of libsndfile's, which cuts some files short without a word,
/// its samples depend on the decoder, and that prints. Converters do better.
Error mp3(const std::string &name)
{
    return invalidInput("is an MP3 sound, which is not read; convert it to WAV or FLAC", {.file = name});
}

/// A frame of it first, or behind a tag of ID3v2 (which may also stand in front of other sounds).
Result<bool> beginsAsMp3(const RegularFile &file)
{
    std::array<std::uint8_t, 10> head{};
    if (const auto got = file.readAt(0, head); !got.ok())
        return got.error();
    if (head[0] != 'I' || head[1] != 'D' || head[2] != '3')
        return isMp3(head);
    std::int64_t length = 10;
    for (std::size_t i = 6; i < 10; ++i) // seven bits a byte
        length += static_cast<std::int64_t>(head[i] & 0x7f) << 7 * (9 - i);
    const auto got = file.readAt(length, head);
    return got.ok() ? Result<bool>(isMp3(std::span(head).first(*got))) : got.error();
}

bool isMpeg(const SF_INFO &info)
{
    const int packing = info.format & SF_FORMAT_SUBMASK;
    return (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_MPEG || packing == SF_FORMAT_MPEG_LAYER_I ||
           packing == SF_FORMAT_MPEG_LAYER_II || packing == SF_FORMAT_MPEG_LAYER_III;
}

} // namespace

Result<OpenSound> openSound(const std::filesystem::path &path)
{
    const std::string name = path.string();
    auto file = RegularFile::open(path);
    if (!file.ok())
        return file.error();
    OpenSound sound{.stream = std::make_unique<SoundStream>(SoundStream{.file = std::move(file).value()})};
    const auto asMp3 = beginsAsMp3(sound.stream->file);
    if (!asMp3.ok())
        return asMp3.error();
    if (*asMp3)
        return mp3(name);
    // Before libsndfile, since that reports a WAV without samples as one that is damaged.
    if (const auto kept = checkSoundPromise(sound.stream->file, name); !kept.ok())
        return kept.error();

    SF_VIRTUAL_IO functions{
        .get_filelen = lengthOf, .seek = seek, .read = read, .write = writeNothing, .tell = positionOf};
    sound.handle.reset(sf_open_virtual(&functions, SFM_READ, &sound.info, sound.stream.get()));
    if (sound.stream->failure)
        return *sound.stream->failure;
    if (!sound.handle || sound.info.channels < 1 || sound.info.samplerate < 1) {
        std::array<std::uint8_t, kContentHead> head;
        const auto got = sound.stream->file.readAt(0, head);
        return got.ok() ? notASound(std::span(head).first(*got), name) : got.error();
    }
    if (isMpeg(sound.info))
        return mp3(name);
    if (sound.info.frames < 1)
        return invalidInput("has no samples; leave it out or record it again", {.file = name});
    return sound;
}

} // namespace dnas
