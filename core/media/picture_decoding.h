// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the PNG and the JPEG reader share: the limits, memory that grows with the rows that really come, and the words
// of their errors. Internal to media.
//
// Both C libraries leave by longjmp after an error. It must not skip a destructor, so each reader is a class whose
// members own everything, and every function of it that calls the library sets the landing place itself and has no
// local variables with destructors.
#pragma once

#include "core/media/picture.h"

#include <csetjmp>

namespace dnas {

/// Rows while they are read, 3 or 4 bytes a pixel.
struct PixelRows {
    int width = 0;
    int height = 0;
    int channels = 3;
    std::vector<std::uint8_t> bytes = {};

    std::size_t rowBytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels); }
    std::uint8_t *row(int y) { return bytes.data() + static_cast<std::size_t>(y) * rowBytes(); }
    /// Makes room from row `row` on and returns the rows that there is room for, from the top: all of a usual picture,
    /// ever more of a large one, since its header may lie.
    int makeRoom(int row);
};

/// Colour × fourth channel / 255, rounded. That is alpha over black, and it is CMYK as the JPEG files of this world
/// have it: all four inverted, so that 255 is no ink.
Picture toPicture(PixelRows rows);

/// Errors say the size and the limit.
Result<void> checkPictureSize(std::int64_t width, std::int64_t height, const std::string &name,
                              const PictureLimits &limits);

/// Where a C library's error lands, and what it was.
struct Landing {
    std::jmp_buf place;
    bool truncated = false;
    char message[256] = {};
};
/// `format`: "PNG" or "JPEG".
Error decodingError(const Landing &landing, const char *format, const std::string &name);

Result<Picture> decodePng(std::span<const std::uint8_t> bytes, const std::string &name, const PictureLimits &limits);
/// Pixels that each stand for `factor` × `factor` of a picture of width × height; the last ones of a row or column may
/// stand for fewer.
struct ShrunkPicture {
    Picture picture;
    int factor = 1;
    int width = 0;
    int height = 0;
};
/// `leastSide` > 0: it may come out at a half, a quarter or an eighth of its size, which the library makes of less work
/// than a whole one, as long as the shorter side keeps so many pixels. The limits are on what it is.
Result<ShrunkPicture> decodeJpeg(std::span<const std::uint8_t> bytes, const std::string &name,
                                 const PictureLimits &limits, int leastSide);
/// As resized() would make of all its pixels, nearly.
Picture resizedFrom(const ShrunkPicture &shrunk, const PictureSize &size);

} // namespace dnas
