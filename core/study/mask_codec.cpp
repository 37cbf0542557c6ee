// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading never allocates more than the bytes that are really there.
#include "core/study/mask_codec.h"

namespace dnas {
namespace {

void append(std::string &bytes, std::size_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
}

std::optional<std::size_t> take(std::string_view &bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    std::size_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    bytes.remove_prefix(4);
    return number;
}

} // namespace

std::string encodeMasks(const ChannelMasks &masks)
{
    std::string bytes;
    append(bytes, masks.size());
    for (const auto &group : masks) {
        append(bytes, group.size());
        for (const std::uint8_t kept : group)
            bytes += static_cast<char>(kept != 0);
    }
    return bytes;
}

std::optional<ChannelMasks> decodeMasks(std::string_view bytes)
{
    const auto groups = take(bytes);
    if (!groups || *groups > bytes.size() / 4) // every group has at least its length
        return std::nullopt;
    ChannelMasks masks(*groups);
    for (auto &group : masks) {
        const auto channels = take(bytes);
        if (!channels || *channels > bytes.size())
            return std::nullopt;
        for (const char kept : bytes.substr(0, *channels)) {
            if (kept != 0 && kept != 1)
                return std::nullopt;
            group.push_back(static_cast<std::uint8_t>(kept));
        }
        bytes.remove_prefix(*channels);
    }
    if (!bytes.empty())
        return std::nullopt;
    return masks;
}

} // namespace dnas
