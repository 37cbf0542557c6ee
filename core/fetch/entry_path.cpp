// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See entry_path.h.
#include "core/fetch/entry_path.h"

#include <algorithm>

namespace dnas {

namespace {

// Far above what data sets have, far below what a file system or a later reader stumbles over.
constexpr std::size_t kMostDepth = 32;
constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestPath = 1024;

/// Length of the character at the beginning; 0 when it is no UTF-8 (RFC 3629: shortest form, no surrogates, to
/// U+10FFFF).
std::size_t utf8Length(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return at(i) >= low && at(i) <= high;
    };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

/// C0, DEL, and C1, which a terminal may obey too.
bool isControl(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character[0]);
    return first < 0x20 || first == 0x7F || (first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0);
}

Result<void> checkText(std::string_view text)
{
    if (text.empty())
        return invalidInput("has an empty name");
    if (text.size() > kLongestPath)
        return invalidInput("has a name of more than " + std::to_string(kLongestPath) + " bytes");
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text.substr(i));
        if (length == 0)
            return invalidInput("has a name that is not UTF-8");
        if (isControl(text.substr(i, length)))
            return invalidInput("has a name with control characters");
        if (text[i] == '\\')
            return invalidInput("has a name with a backslash");
        i += length;
    }
    if (text[0] == '/')
        return invalidInput("has an absolute path");
    if (text.size() > 1 && text[1] == ':' && ((text[0] | 32) >= 'a' && (text[0] | 32) <= 'z'))
        return invalidInput("has a path with a drive letter");
    return {};
}

/// Without "." and empty parts.
EntryPath split(std::string_view text)
{
    EntryPath parts;
    while (!text.empty()) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        if (const std::string_view part = text.substr(0, slash); !part.empty() && part != ".")
            parts.emplace_back(part);
        text.remove_prefix(std::min(slash + 1, text.size()));
    }
    return parts;
}

} // namespace

Result<EntryPath> entryPath(std::string_view name)
{
    if (const Result<void> text = checkText(name); !text.ok())
        return text.error();
    EntryPath parts = split(name);
    if (parts.size() > kMostDepth)
        return invalidInput("lies more than " + std::to_string(kMostDepth) + " folders deep");
    for (const std::string &part : parts) {
        if (part == "..")
            return invalidInput("has a path with \"..\"");
        if (part.size() > kLongestName)
            return invalidInput("has a name of more than " + std::to_string(kLongestName) + " bytes");
    }
    return parts;
}

Result<void> checkLinkTarget(const EntryPath &link, std::string_view target, std::string_view strip)
{
    if (const Result<void> text = checkText(target); !text.ok())
        return invalidInput("is a link whose target " + text.error().message);
    // When the folder `strip` becomes the top, what lay beside it is outside.
    const std::size_t above = !strip.empty() && link.size() > 1 && link[0] == strip ? 2 : 1;
    std::size_t climbs = 0;
    bool descended = false;
    for (const std::string &part : split(target)) {
        if (part == ".." && descended)
            return invalidInput("is a link that goes down and up again");
        descended = descended || part != "..";
        climbs += part == "..";
    }
    if (climbs + above > link.size())
        return invalidInput("is a link that leaves the folder");
    return {};
}

std::string printableName(std::string_view name)
{
    std::string text;
    for (std::size_t i = 0; i < name.size() && text.size() < 120;) {
        const std::size_t length = utf8Length(name.substr(i));
        if (length == 0 || isControl(name.substr(i, length)))
            text += '?';
        else
            text += name.substr(i, length);
        i += std::max<std::size_t>(length, 1);
    }
    return text.size() < name.size() && text.size() >= 120 ? text + "…" : text;
}

} // namespace dnas
