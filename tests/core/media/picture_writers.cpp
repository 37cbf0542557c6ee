// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See picture_writers.h. A mistake here ends the program: the libraries' default handlers do.
#include "tests/core/media/picture_writers.h"

#include <cstdio> // jpeglib.h wants FILE

#include <jpeglib.h>
#include <png.h>

#include <cstdlib>

namespace dnas::test {

namespace {

std::uint32_t crc(const std::uint8_t *bytes, std::size_t count)
{
    std::uint32_t value = 0xffffffff;
    for (std::size_t i = 0; i < count; ++i) {
        value ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit)
            value = value >> 1 ^ (value & 1 ? 0xedb88320u : 0u);
    }
    return ~value;
}

void put32(Bytes &bytes, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

J_COLOR_SPACE given(JpegColour colour)
{
    switch (colour) {
    case JpegColour::Grey:
        return JCS_GRAYSCALE;
    case JpegColour::Cmyk:
    case JpegColour::Ycck:
        return JCS_CMYK;
    case JpegColour::Two:
        return JCS_UNKNOWN;
    default:
        return JCS_RGB;
    }
}

J_COLOR_SPACE stored(JpegColour colour)
{
    switch (colour) {
    case JpegColour::YCbCr:
        return JCS_YCbCr;
    case JpegColour::Ycck:
        return JCS_YCCK;
    default:
        return given(colour);
    }
}

} // namespace

Bytes pngFile(const PngSpec &spec, const Bytes &rows)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    Bytes file;
    png_set_write_fn(
        png, &file,
        [](png_structp self, png_bytep bytes, std::size_t count) {
            auto *out = static_cast<Bytes *>(png_get_io_ptr(self));
            out->insert(out->end(), bytes, bytes + count);
        },
        [](png_structp) {});
    png_set_IHDR(png, info, static_cast<png_uint_32>(spec.width), static_cast<png_uint_32>(spec.height), spec.depth,
                 static_cast<int>(spec.colour), spec.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::vector<png_color> palette;
    for (const auto &colour : spec.palette)
        palette.push_back({colour[0], colour[1], colour[2]});
    if (!palette.empty())
        png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
    if (!spec.paletteAlpha.empty())
        png_set_tRNS(png, info, spec.paletteAlpha.data(), static_cast<int>(spec.paletteAlpha.size()), nullptr);
    if (spec.transparent) {
        const auto &values = *spec.transparent;
        const png_color_16 colour{0, values[0], values[1], values[2], values[0]};
        png_set_tRNS(png, info, nullptr, 0, &colour);
    }
    png_write_info(png, info);
    const std::size_t stride = rows.size() / static_cast<std::size_t>(spec.height);
    std::vector<png_bytep> pointers;
    for (std::size_t y = 0; y < static_cast<std::size_t>(spec.height); ++y)
        pointers.push_back(const_cast<png_bytep>(rows.data()) + y * stride);
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

Bytes withPngSums(Bytes png)
{
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = std::size_t{png[at]} << 24 | std::size_t{png[at + 1]} << 16 |
                                   std::size_t{png[at + 2]} << 8 | std::size_t{png[at + 3]};
        if (length > png.size() - at - 12)
            break;
        put32(png, at + 8 + length, crc(png.data() + at + 4, length + 4));
        at += 12 + length;
    }
    return png;
}

Bytes withPngSize(Bytes png, std::uint32_t width, std::uint32_t height)
{
    put32(png, 16, width);
    put32(png, 20, height);
    return withPngSums(std::move(png));
}

Bytes jpegFile(const JpegSpec &spec, const Bytes &pixels)
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = static_cast<JDIMENSION>(spec.width);
    jpeg.image_height = static_cast<JDIMENSION>(spec.height);
    jpeg.in_color_space = given(spec.colour);
    const std::size_t stride = pixels.size() / static_cast<std::size_t>(spec.height);
    jpeg.input_components = static_cast<int>(stride / static_cast<std::size_t>(spec.width));
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, stored(spec.colour));
    jpeg_set_quality(&jpeg, spec.quality, TRUE);
    if (!spec.subsampled) {
        for (int c = 0; c < jpeg.num_components; ++c)
            jpeg.comp_info[c].h_samp_factor = jpeg.comp_info[c].v_samp_factor = 1;
    }
    jpeg.restart_in_rows = spec.restart;
    jpeg.arith_code = spec.arithmetic ? TRUE : FALSE;
    if (spec.progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (!spec.exif.empty())
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, spec.exif.data(), static_cast<unsigned>(spec.exif.size()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(spec.height); ++y) {
        JSAMPROW row = const_cast<JSAMPROW>(pixels.data()) + y * stride;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    Bytes file(memory, memory + size);
    std::free(memory);
    file.insert(file.end() - 2, spec.trailing.begin(), spec.trailing.end());
    return file;
}

std::size_t jpegFrame(const Bytes &jpeg)
{
    for (std::size_t at = 2; at + 4 <= jpeg.size();) {
        const unsigned marker = jpeg[at + 1];
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
            return at;
        at += 2 + (std::size_t{jpeg[at + 2]} << 8 | jpeg[at + 3]);
    }
    std::abort();
}

Bytes withJpegSize(Bytes jpeg, unsigned width, unsigned height)
{
    const std::size_t at = jpegFrame(jpeg) + 5;
    jpeg[at] = static_cast<std::uint8_t>(height >> 8);
    jpeg[at + 1] = static_cast<std::uint8_t>(height);
    jpeg[at + 2] = static_cast<std::uint8_t>(width >> 8);
    jpeg[at + 3] = static_cast<std::uint8_t>(width);
    return jpeg;
}

Bytes exifWithOrientation(int orientation, bool bigEndian)
{
    const auto value = static_cast<std::uint8_t>(orientation);
    if (bigEndian)
        return {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0};
    return {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0};
}

Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

} // namespace dnas::test
