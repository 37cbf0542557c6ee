// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JPEG by libjpeg, from memory. The library only warns when data are missing or damaged and goes on with grey; here
// that is an error. See picture_decoding.h for how errors leave it.
#include "core/media/exif_orientation.h"
#include "core/media/picture_decoding.h"

#include <cstdio> // jpeglib.h wants FILE

#include <jpeglib.h>

#include <jerror.h> // behind jpeglib.h: some of its messages depend on the library's build

#include <algorithm>

namespace dnas {

namespace {

constexpr int kMostScans = 100; ///< a progressive file of a few bytes a scan could keep us busy for hours

class JpegReader {
public:
    explicit JpegReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }
    ~JpegReader() { jpeg_destroy_decompress(&m_jpeg); }
    JpegReader(const JpegReader &) = delete;
    JpegReader &operator=(const JpegReader &) = delete;

    bool readHeader();
    bool begin(int shrink);
    bool readRows(std::uint8_t *first, std::size_t stride, int count);
    bool finish();

    const jpeg_decompress_struct &jpeg() const { return m_jpeg; }
    bool tooLarge() const { return m_errors.msg_code == JERR_IMAGE_TOO_BIG; }
    int orientation() const;
    const Landing &landing() const { return m_landing; }

private:
    [[noreturn]] static void onError(j_common_ptr jpeg);
    static void onMessage(j_common_ptr jpeg, int level);
    static void onOutput(j_common_ptr) {}
    static void onProgress(j_common_ptr jpeg);

    std::span<const std::uint8_t> m_bytes;
    jpeg_decompress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    Landing m_landing;
};

void JpegReader::onError(j_common_ptr jpeg)
{
    auto *self = static_cast<JpegReader *>(jpeg->client_data);
    char text[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, text);
    std::snprintf(self->m_landing.message, sizeof self->m_landing.message, "%.*s", JMSG_LENGTH_MAX, text);
    std::longjmp(self->m_landing.place, 1);
}

void JpegReader::onMessage(j_common_ptr jpeg, int level)
{
    if (level >= 0)
        return; // a trace
    switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
        static_cast<JpegReader *>(jpeg->client_data)->m_landing.truncated = true;
        onError(jpeg);
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        onError(jpeg);
    default:
        return; // oddities that leave the picture whole, such as bytes between two parts
    }
}

void JpegReader::onProgress(j_common_ptr jpeg)
{
    if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= kMostScans)
        return;
    auto *self = static_cast<JpegReader *>(jpeg->client_data);
    std::snprintf(self->m_landing.message, sizeof self->m_landing.message, "more than %d scans", kMostScans);
    std::longjmp(self->m_landing.place, 1);
}

bool JpegReader::readHeader()
{
    m_jpeg.err = jpeg_std_error(&m_errors);
    m_jpeg.client_data = this;
    m_errors.error_exit = onError;
    m_errors.emit_message = onMessage;
    m_errors.output_message = onOutput;
    if (setjmp(m_landing.place) != 0)
        return false;
    jpeg_create_decompress(&m_jpeg);
    m_progress.progress_monitor = onProgress;
    m_jpeg.progress = &m_progress;
    jpeg_mem_src(&m_jpeg, m_bytes.data(), m_bytes.size());
    jpeg_save_markers(&m_jpeg, JPEG_APP0 + 1, 0xffff); // Exif
    jpeg_read_header(&m_jpeg, TRUE);
    return true;
}

bool JpegReader::begin(int shrink)
{
    if (setjmp(m_landing.place) != 0)
        return false;
    m_jpeg.scale_num = 1;
    m_jpeg.scale_denom = static_cast<unsigned>(shrink);
    const bool inks = m_jpeg.jpeg_color_space == JCS_CMYK || m_jpeg.jpeg_color_space == JCS_YCCK;
    m_jpeg.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&m_jpeg);
    return true;
}

bool JpegReader::readRows(std::uint8_t *first, std::size_t stride, int count)
{
    if (setjmp(m_landing.place) != 0)
        return false;
    for (int i = 0; i < count; ++i) {
        JSAMPROW row = first + static_cast<std::size_t>(i) * stride;
        jpeg_read_scanlines(&m_jpeg, &row, 1);
    }
    return true;
}

bool JpegReader::finish()
{
    if (setjmp(m_landing.place) != 0)
        return false;
    jpeg_finish_decompress(&m_jpeg); // reads up to the end's marker
    return true;
}

int JpegReader::orientation() const
{
    for (const jpeg_marker_struct *marker = m_jpeg.marker_list; marker; marker = marker->next) {
        const int found = exifOrientation({marker->data, marker->data_length});
        if (found != 0)
            return found;
    }
    return 1;
}

/// The pixels at the end stand for fewer than the others; turned, they would come to lie at the beginning.
int shrinkFactor(const jpeg_decompress_struct &jpeg, int orientation, int leastSide)
{
    const int width = static_cast<int>(jpeg.image_width), height = static_cast<int>(jpeg.image_height);
    for (const int factor : {8, 4, 2}) {
        const bool even = width % factor == 0 && height % factor == 0;
        if (leastSide > 0 && std::min(width, height) / factor >= leastSide && (orientation == 1 || even))
            return factor;
    }
    return 1;
}

} // namespace

Result<ShrunkPicture> decodeJpeg(std::span<const std::uint8_t> bytes, const std::string &name,
                                 const PictureLimits &limits, int leastSide)
{
    JpegReader reader(bytes);
    const bool read = reader.readHeader();
    // The library has a limit of its own, and refuses with words that do not name the size.
    if (read || reader.tooLarge()) {
        const auto fits = checkPictureSize(reader.jpeg().image_width, reader.jpeg().image_height, name, limits);
        if (!fits.ok())
            return fits.error();
    }
    if (!read)
        return decodingError(reader.landing(), "JPEG", name);
    const int orientation = reader.orientation(); // finishing drops the markers
    const int factor = shrinkFactor(reader.jpeg(), orientation, leastSide);
    if (!reader.begin(factor))
        return decodingError(reader.landing(), "JPEG", name);

    PixelRows rows{.width = static_cast<int>(reader.jpeg().output_width),
                   .height = static_cast<int>(reader.jpeg().output_height),
                   .channels = reader.jpeg().output_components};
    for (int y = 0; y < rows.height;) {
        const int end = rows.makeRoom(y);
        if (!reader.readRows(rows.row(y), rows.rowBytes(), end - y))
            return decodingError(reader.landing(), "JPEG", name);
        y = end;
    }
    if (!reader.finish())
        return decodingError(reader.landing(), "JPEG", name);
    const bool lies = orientation > 4;
    const int width = static_cast<int>(reader.jpeg().image_width),
              height = static_cast<int>(reader.jpeg().image_height);
    return ShrunkPicture{.picture = turned(toPicture(std::move(rows)), orientation),
                         .factor = factor,
                         .width = lies ? height : width,
                         .height = lies ? width : height};
}

} // namespace dnas
