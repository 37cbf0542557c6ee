// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_origin.h.
#include "core/spec/data_origin.h"

#include "core/spec/checked_reading.h"

#include <algorithm>

namespace dnas {

namespace {

/// So many hexadecimal digits, or nothing.
std::string digits(const YamlReader &node, const char *key, std::size_t count)
{
    if (!node.has(key))
        return {};
    const std::string text = node.text(key);
    const bool hexadecimal =
        std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (text.size() != count || !hexadecimal)
        node.fail("must be " + std::to_string(count) + " hexadecimal digits, small letters", key);
    return text;
}

} // namespace

DataOrigin readDataOrigin(const YamlReader &node)
{
    DataOrigin origin;
    if (!requireMap(node, "{url: https://…, size: 170052171, sha256: …}"))
        return origin;
    node.allowOnly({"url", "size", "sha256", "md5", "source", "top"});
    origin.url = node.text("url");
    if (!origin.url.starts_with("https://") && !origin.url.starts_with("http://"))
        node.fail("must begin with https:// or http://", "url");
    origin.size = integerIn(node, "size", 0, 1, std::int64_t{1} << 50);
    origin.sha256 = digits(node, "sha256", 64);
    origin.md5 = digits(node, "md5", 32);
    origin.source = node.text("source", "");
    origin.top = node.text("top", "");
    if (origin.top.find('/') != std::string::npos || origin.top == "..")
        node.fail("is the name of one folder", "top");
    if ((!origin.sha256.empty() || !origin.md5.empty()) && origin.source.empty())
        node.fail("is missing: who published size and digests", "source");
    return origin;
}

} // namespace dnas
