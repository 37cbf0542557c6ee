// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See markup.h.
#include "core/report/markup.h"

#include <cstdint>

namespace dnas {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes of the code point that begins at `text`; 0 when it is not one that XML allows.
std::size_t lengthOfCharacter(std::string_view text)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint8_t>(text[i]);
    };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte(i) & 0x3FU);
    }
    const std::uint32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least || code > 0x10FFFF || isSurrogate || code == 0xFFFE || code == 0xFFFF ? 0 : length;
}

/// Calls `use` with every character as it is to be shown.
template <typename Use>
void forEachCharacter(std::string_view text, Use use)
{
    while (!text.empty()) {
        const std::size_t length = lengthOfCharacter(text);
        use(length == 0 ? kReplacement : text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    forEachCharacter(text, [&](std::string_view character) {
        switch (character.front()) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        case '\r': // a bare one would be read as a line feed
            result += "&#13;";
            break;
        default:
            result += character;
        }
    });
    return result;
}

std::size_t textLength(std::string_view text)
{
    std::size_t length = 0;
    forEachCharacter(text, [&](std::string_view) { ++length; });
    return length;
}

std::string shortened(std::string_view text, std::size_t length)
{
    if (textLength(text) <= length)
        return std::string(text);
    std::string result;
    std::size_t taken = 0;
    forEachCharacter(text, [&](std::string_view character) {
        if (++taken < length)
            result += character;
    });
    return result + "…";
}

} // namespace dnas
