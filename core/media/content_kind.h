// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a file is by its first bytes, in words for messages: so that "neither PNG nor JPEG" can say what it is instead.
// Internal to media.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dnas {

enum class ContentClass {
    Unknown,
    Picture,
    Sound,
    StandIn, ///< what arrived in place of the file: a web page, a pointer of Git LFS
    Other,
};

struct ContentKind {
    ContentClass what = ContentClass::Unknown;
    std::string_view words; ///< "a GIF picture"; empty when unknown
};

inline constexpr std::size_t kContentHead = 512; ///< bytes that are enough to tell

bool isPng(std::span<const std::uint8_t> head);
bool isJpeg(std::span<const std::uint8_t> head);
/// The first frame of MPEG audio, layers 2 and 3: eleven bits set, and nothing reserved behind them.
bool isMp3(std::span<const std::uint8_t> head);
ContentKind contentKind(std::span<const std::uint8_t> head);

} // namespace dnas
