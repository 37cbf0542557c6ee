// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/printable.h"

#include <algorithm>

namespace dnas {

namespace {

/// Bytes of the UTF-8 character at the front of `text`; 0 where there is none.
std::size_t lengthOfCharacter(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return static_cast<unsigned char>(text[i]);
    };
    const std::size_t length = at(0) < 0x80                    ? 1
                               : at(0) >= 0xC2 && at(0) < 0xE0 ? 2
                               : at(0) >= 0xE0 && at(0) < 0xF0 ? 3
                               : at(0) >= 0xF0 && at(0) < 0xF5 ? 4
                                                               : 0;
    if (length > text.size())
        return 0;
    // Overlong forms, surrogates, beyond U+10FFFF (Unicode 15, table 3-7).
    if ((at(0) == 0xE0 && at(1) < 0xA0) || (at(0) == 0xED && at(1) >= 0xA0) || (at(0) == 0xF0 && at(1) < 0x90) ||
        (at(0) == 0xF4 && at(1) >= 0x90))
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

/// U+0000 … U+001F, U+007F … U+009F: some terminals obey the last ones too.
bool isControl(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character[0]);
    return first < 0x20 || first == 0x7F || (first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0);
}

} // namespace

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = lengthOfCharacter(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        if (length == 0 || isControl(character))
            out += ' ';
        else
            out += character;
        text.remove_prefix(character.size());
    }
    return out;
}

} // namespace dnas
