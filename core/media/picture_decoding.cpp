// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See picture_decoding.h.
#include "core/media/picture_decoding.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr std::size_t kRoomAtFirst = std::size_t{16} << 20;

} // namespace

int PixelRows::makeRoom(int row)
{
    const std::size_t all = rowBytes() * static_cast<std::size_t>(height);
    const std::size_t wanted = (static_cast<std::size_t>(row) + 1) * rowBytes();
    if (bytes.size() < wanted)
        bytes.resize(std::min(all, std::max({wanted, 2 * bytes.size(), kRoomAtFirst})));
    return static_cast<int>(bytes.size() / rowBytes());
}

Picture toPicture(PixelRows rows)
{
    const std::size_t pixels = static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.height);
    if (rows.channels == 4) {
        // In place: what is written never overtakes what is read.
        std::uint8_t *to = rows.bytes.data();
        const std::uint8_t *from = rows.bytes.data();
        for (std::size_t i = 0; i < pixels; ++i, to += 3, from += 4) {
            const unsigned fourth = from[3];
            for (int c = 0; c < 3; ++c)
                to[c] = static_cast<std::uint8_t>((from[c] * fourth + 127) / 255);
        }
    }
    rows.bytes.resize(3 * pixels);
    return {.width = rows.width, .height = rows.height, .rgb = std::move(rows.bytes)};
}

Result<void> checkPictureSize(std::int64_t width, std::int64_t height, const std::string &name,
                              const PictureLimits &limits)
{
    const std::string size = "has " + std::to_string(width) + "×" + std::to_string(height) + " pixels";
    const std::string remedy = "; make the picture smaller";
    if (std::max(width, height) > limits.side)
        return invalidInput(size + ", but at most " + std::to_string(limits.side) + " on a side can be read" + remedy,
                            {.file = name});
    if (width * height > limits.pixels)
        return invalidInput(size + ", " + std::to_string(width * height) + " in all, but at most " +
                                std::to_string(limits.pixels) + " can be read" + remedy,
                            {.file = name});
    return {};
}

Error decodingError(const Landing &landing, const char *format, const std::string &name)
{
    const std::string cause = landing.message[0] ? std::string(" (") + landing.message + ")" : std::string();
    if (landing.truncated)
        return invalidInput(std::string("is truncated: the file ends before its ") + format +
                                " picture does; copy or download it again",
                            {.file = name});
    return invalidInput(std::string("is damaged or of an unusual kind and cannot be read as ") + format + cause +
                            "; copy it again or save it anew as a usual " + format,
                        {.file = name});
}

} // namespace dnas
