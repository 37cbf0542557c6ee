// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PNG by libpng, from memory: palette, grey and 16 bits become 8-bit RGB or RGBA in the library. See picture_decoding.h
// for how errors leave it.
#include "core/media/picture_decoding.h"

#include <png.h>

#include <cstring>

namespace dnas {

namespace {

class PngReader {
public:
    explicit PngReader(std::span<const std::uint8_t> bytes)
        : m_left(bytes)
    {
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader &) = delete;
    PngReader &operator=(const PngReader &) = delete;

    bool readHeader();
    bool begin();
    bool readRows(std::uint8_t *first, std::size_t stride, int count);
    bool finish();

    std::uint32_t width() const { return png_get_image_width(m_png, m_info); }
    std::uint32_t height() const { return png_get_image_height(m_png, m_info); }
    std::size_t rowBytes() const { return png_get_rowbytes(m_png, m_info); }
    int channels() const { return png_get_channels(m_png, m_info); }
    int passes() const { return m_passes; }
    Landing &landing() { return m_landing; }

private:
    [[noreturn]] static void onError(png_structp png, png_const_charp message);
    static void onWarning(png_structp, png_const_charp) {}
    static void onRead(png_structp png, png_bytep out, std::size_t count);

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::span<const std::uint8_t> m_left;
    int m_passes = 1;
    Landing m_landing;
};

void PngReader::onError(png_structp png, png_const_charp message)
{
    auto *self = static_cast<PngReader *>(png_get_error_ptr(png));
    std::strncpy(self->m_landing.message, message, sizeof self->m_landing.message - 1);
    std::longjmp(self->m_landing.place, 1);
}

void PngReader::onRead(png_structp png, png_bytep out, std::size_t count)
{
    auto *self = static_cast<PngReader *>(png_get_io_ptr(png));
    if (count > self->m_left.size()) {
        self->m_landing.truncated = true;
        png_error(png, "the file ends");
    }
    std::memcpy(out, self->m_left.data(), count);
    self->m_left = self->m_left.subspan(count);
}

bool PngReader::readHeader()
{
    if (setjmp(m_landing.place) != 0)
        return false;
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
    m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    if (!m_info) {
        std::strncpy(m_landing.message, "libpng does not start", sizeof m_landing.message - 1);
        return false;
    }
    png_set_read_fn(m_png, this, onRead);
    png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // ours are checked next, and name the size
    // Texts, profiles and the like are not wanted, and need not be unpacked.
    png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_read_info(m_png, m_info);
    return true;
}

bool PngReader::begin()
{
    if (setjmp(m_landing.place) != 0)
        return false;
    png_set_expand(m_png);
    png_set_scale_16(m_png);
    png_set_gray_to_rgb(m_png);
    m_passes = png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    return true;
}

bool PngReader::readRows(std::uint8_t *first, std::size_t stride, int count)
{
    if (setjmp(m_landing.place) != 0)
        return false;
    for (int i = 0; i < count; ++i)
        png_read_row(m_png, first + static_cast<std::size_t>(i) * stride, nullptr);
    return true;
}

bool PngReader::finish()
{
    if (setjmp(m_landing.place) != 0)
        return false;
    png_read_end(m_png, nullptr); // checks the sum of the last row's chunk
    return true;
}

/// Deflate packs at most 1032 bytes into one, so a header can promise too much for its file.
bool canHold(std::size_t fileBytes, const PngReader &reader)
{
    return reader.rowBytes() * reader.height() / 1032 <= fileBytes;
}

} // namespace

Result<Picture> decodePng(std::span<const std::uint8_t> bytes, const std::string &name, const PictureLimits &limits)
{
    PngReader reader(bytes);
    if (!reader.readHeader())
        return decodingError(reader.landing(), "PNG", name);
    if (const auto fits = checkPictureSize(reader.width(), reader.height(), name, limits); !fits.ok())
        return fits.error();
    if (!canHold(bytes.size(), reader)) {
        reader.landing().truncated = true;
        return decodingError(reader.landing(), "PNG", name);
    }
    if (!reader.begin())
        return decodingError(reader.landing(), "PNG", name);

    PixelRows rows{.width = static_cast<int>(reader.width()),
                   .height = static_cast<int>(reader.height()),
                   .channels = reader.channels()};
    for (int pass = 0; pass < reader.passes(); ++pass) {
        for (int y = 0; y < rows.height;) {
            const int end = rows.makeRoom(y);
            if (!reader.readRows(rows.row(y), rows.rowBytes(), end - y))
                return decodingError(reader.landing(), "PNG", name);
            y = end;
        }
    }
    if (!reader.finish())
        return decodingError(reader.landing(), "PNG", name);
    return toPicture(std::move(rows));
}

} // namespace dnas
