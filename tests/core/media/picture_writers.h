// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PNG and JPEG of every kind in memory, for the tests of the readers: by the libraries' own writers, and patched.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dnas::test {

using Bytes = std::vector<std::uint8_t>;

enum class PngColour { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 }; ///< values of the format

struct PngSpec {
    int width = 1;
    int height = 1;
    PngColour colour = PngColour::Rgb;
    int depth = 8;
    bool interlaced = false;
    std::vector<std::array<std::uint8_t, 3>> palette = {};
    std::vector<std::uint8_t> paletteAlpha = {};
    std::optional<std::array<std::uint16_t, 3>> transparent = {}; ///< a grey uses the first
};
/// `rows` as the file has them: packed bits, 16 bits with the high byte first.
Bytes pngFile(const PngSpec &spec, const Bytes &rows);
/// Sets width and height in the header, and the sums of all chunks right.
Bytes withPngSize(Bytes png, std::uint32_t width, std::uint32_t height);
/// Sets the sums of all chunks right.
Bytes withPngSums(Bytes png);

enum class JpegColour { Grey, Rgb, YCbCr, Cmyk, Ycck, Two };

struct JpegSpec {
    int width = 1;
    int height = 1;
    JpegColour colour = JpegColour::YCbCr; ///< of the file; pixels are given as grey, RGB or CMYK
    bool subsampled = false;
    bool progressive = false;
    bool arithmetic = false;
    int restart = 0; ///< rows of blocks between restart markers
    int quality = 100;
    Bytes exif = {};     ///< an APP1 marker's content
    Bytes trailing = {}; ///< extra bytes in front of the end's marker
};
Bytes jpegFile(const JpegSpec &spec, const Bytes &pixels);
/// Sets width and height in the frame header.
Bytes withJpegSize(Bytes jpeg, unsigned width, unsigned height);
/// Where the frame header (SOF0 to SOF15 but the tables) begins: at its 0xff.
std::size_t jpegFrame(const Bytes &jpeg);

/// Exif that says only the orientation.
Bytes exifWithOrientation(int orientation, bool bigEndian);

Bytes bytesOf(std::string_view text);

} // namespace dnas::test
