// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See exif_orientation.h. The layout is that of TIFF 6.0, section 2, behind "Exif" and two zeros; the meaning of the
// eight values is in the table of its tag Orientation.
#include "core/media/exif_orientation.h"

#include <optional>
#include <string_view>

namespace dnas {

namespace {

constexpr unsigned kOrientationTag = 0x0112, kShort = 3;

class TiffBytes {
public:
    TiffBytes(std::span<const std::uint8_t> bytes, bool big)
        : m_bytes(bytes)
        , m_big(big)
    {
    }
    std::optional<unsigned> number(std::size_t offset, std::size_t size) const
    {
        if (offset > m_bytes.size() || m_bytes.size() - offset < size)
            return {};
        unsigned value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | m_bytes[offset + (m_big ? i : size - 1 - i)];
        return value;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_big;
};

} // namespace

int exifOrientation(std::span<const std::uint8_t> marker)
{
    using namespace std::string_view_literals;
    const std::string_view text(reinterpret_cast<const char *>(marker.data()), marker.size());
    if (!text.starts_with("Exif\0\0II*\0"sv) && !text.starts_with("Exif\0\0MM\0*"sv))
        return 0;
    const TiffBytes tiff(marker.subspan(6), text[6] == 'M');
    const auto directory = tiff.number(4, 4);
    const auto entries = directory ? tiff.number(*directory, 2) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        const std::size_t entry = *directory + 2 + 12 * i;
        const auto tag = tiff.number(entry, 2);
        if (!tag)
            return 0;
        if (*tag != kOrientationTag)
            continue;
        const auto value = tiff.number(entry + 8, 2);
        return tiff.number(entry + 2, 2) == kShort && value && *value <= 8 ? static_cast<int>(*value) : 0;
    }
    return 0;
}

Picture turned(Picture picture, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return picture;
    const auto width = static_cast<std::size_t>(picture.width), height = static_cast<std::size_t>(picture.height);
    const bool exchanged = orientation >= 5;
    Picture result{.width = exchanged ? picture.height : picture.width,
                   .height = exchanged ? picture.width : picture.height,
                   .rgb = std::vector<std::uint8_t>(picture.rgb.size())};
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    std::uint8_t *out = result.rgb.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(result.height); ++y) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(result.width); ++x, out += 3) {
            const std::size_t row = exchanged ? x : y, column = exchanged ? y : x;
            const std::uint8_t *in = picture.rgb.data() + 3 * ((fromBottom ? height - 1 - row : row) * width +
                                                               (fromRight ? width - 1 - column : column));
            out[0] = in[0];
            out[1] = in[1];
            out[2] = in[2];
        }
    }
    return result;
}

} // namespace dnas
