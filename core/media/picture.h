// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of strangers as plain bytes: PNG and JPEG, told apart by their first bytes, never by their names. Decoding
// runs no code of the file and allocates nothing that its header only promises beyond the limits. Any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace dnas {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< [row, column, 3]
};

struct PictureLimits {
    int side = 16384;                 ///< pixels of the longer side
    std::int64_t pixels = 64'000'000; ///< width × height
};

/// Grey becomes three equal channels, alpha is blended over black, CMYK and YCCK (inverted, as Adobe writes them) are
/// converted, 16 bits become 8, and a JPEG is turned upright by its Exif orientation. Colour profiles are not applied.
/// Errors name the file and what is wrong with it: cannot be opened, neither PNG nor JPEG (and what it looks like),
/// truncated, damaged, larger than the limits (with both numbers).
Result<Picture> readPicture(const std::filesystem::path &file, const PictureLimits &limits = {});
/// `name`: for messages.
Result<Picture> decodePicture(std::span<const std::uint8_t> bytes, const std::string &name,
                              const PictureLimits &limits = {});

/// How a picture comes to another size.
enum class PictureFit {
    Stretch, ///< both sides to their new length
    Crop,    ///< the largest centred part with the new proportions
};
/// A triangle filter as wide as the step between two new pixels (never narrower than one old pixel), so shrinking
/// averages and growing is bilinear. width, height ≥ 1.
Picture resized(const Picture &picture, int width, int height, PictureFit fit);

struct PictureSize {
    int width = 0;
    int height = 0;
    PictureFit fit = PictureFit::Stretch;
};
/// Reads and resizes. A JPEG with more than four times the pixels on a side is decoded at a half, a quarter or an
/// eighth of its size first, as long as twice the wanted one is left: quicker, and hardly another picture
/// (docs/data.md). Errors: those of readPicture.
Result<Picture> readPictureAs(const std::filesystem::path &file, const PictureSize &size,
                              const PictureLimits &limits = {});

} // namespace dnas
