// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See picture.h. Which reader a file gets, and what is said of files that get none.
#include "core/media/picture.h"

#include "core/media/content_kind.h"
#include "core/media/picture_decoding.h"
#include "core/media/regular_file.h"

#include <algorithm>
#include <array>
#include <new>

namespace dnas {

namespace {

Error notAPicture(std::span<const std::uint8_t> head, const std::string &name)
{
    if (head.empty())
        return invalidInput("is empty; copy or download it again", {.file = name});
    const ContentKind kind = contentKind(head);
    const std::string looks = kind.words.empty() ? std::string() : ": it looks like " + std::string(kind.words);
    switch (kind.what) {
    case ContentClass::Picture:
        return invalidInput("is neither PNG nor JPEG" + looks + "; convert it to PNG or JPEG", {.file = name});
    case ContentClass::StandIn:
        return invalidInput("is neither PNG nor JPEG" + looks + "; download the picture itself", {.file = name});
    default:
        return invalidInput("is neither PNG nor JPEG" + looks + "; choose a picture", {.file = name});
    }
}

Result<ShrunkPicture> decodeAny(std::span<const std::uint8_t> bytes, const std::string &name,
                                const PictureLimits &limits, int leastSide)
{
    try {
        if (isJpeg(bytes))
            return decodeJpeg(bytes, name, limits, leastSide);
        auto picture = isPng(bytes) ? decodePng(bytes, name, limits) : Result<Picture>(notAPicture(bytes, name));
        if (!picture.ok())
            return picture.error();
        const int width = picture->width, height = picture->height;
        return ShrunkPicture{.picture = std::move(*picture), .width = width, .height = height};
    } catch (const std::bad_alloc &) {
        return ioError("needs more memory than there is; make the picture smaller", {.file = name});
    }
}

Result<Picture> whole(Result<ShrunkPicture> decoded)
{
    if (!decoded.ok())
        return decoded.error();
    return std::move(decoded->picture);
}

Result<ShrunkPicture> readAny(const std::filesystem::path &path, const PictureLimits &limits, int leastSide)
{
    const std::string name = path.string();
    auto file = RegularFile::open(path);
    if (!file.ok())
        return file.error();
    // A film of some gigabytes is known by its head.
    std::array<std::uint8_t, kContentHead> space;
    const auto got = file->readAt(0, space);
    if (!got.ok())
        return got.error();
    const std::span<const std::uint8_t> head(space.data(), *got);
    if (!isPng(head) && !isJpeg(head))
        return notAPicture(head, name);

    // Eight bytes a pixel are the most that either format has without compression; the rest is for what goes with it.
    const std::int64_t most = 8 * std::min(limits.pixels, std::int64_t{1} << 40) + (std::int64_t{64} << 20);
    if (file->size() > most)
        return invalidInput("is a file of " + std::to_string(file->size()) + " bytes, but at most " +
                                std::to_string(most) + " can be read as a picture; make the picture smaller",
                            {.file = name});
    try {
        std::vector<std::uint8_t> bytes(static_cast<std::size_t>(file->size()));
        const auto read = file->readAt(0, bytes);
        if (!read.ok())
            return read.error();
        return decodeAny(std::span(bytes).first(*read), name, limits, leastSide);
    } catch (const std::bad_alloc &) {
        return ioError("needs more memory than there is; make the picture smaller", {.file = name});
    }
}

} // namespace

Result<Picture> decodePicture(std::span<const std::uint8_t> bytes, const std::string &name, const PictureLimits &limits)
{
    return whole(decodeAny(bytes, name, limits, 0));
}

Result<Picture> readPicture(const std::filesystem::path &file, const PictureLimits &limits)
{
    return whole(readAny(file, limits, 0));
}

Result<Picture> readPictureAs(const std::filesystem::path &file, const PictureSize &size, const PictureLimits &limits)
{
    auto read = readAny(file, limits, 2 * std::max(size.width, size.height));
    if (!read.ok())
        return read.error();
    if (read->width == size.width && read->height == size.height)
        return std::move(read->picture);
    return resizedFrom(*read, size);
}

} // namespace dnas
