// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/spec_text.h"

#include "core/base/joined.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace dnas {

namespace {

std::string printed(const char *format, double value)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, value);
    return buffer.data();
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == '/';
}

} // namespace

std::string groupedNumber(double value)
{
    std::string digits = printed("%.0f", std::fabs(value));
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ' ');
    return (value < -0.5 ? "-" : "") + digits;
}

std::optional<double> parsePercent(std::string_view text)
{
    if (text.empty() || text.back() != '%')
        return std::nullopt;
    text.remove_suffix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size())
        return std::nullopt;
    return value / 100;
}

std::string percentText(double share)
{
    const std::string usual = printed("%.15g%%", share * 100);
    return parsePercent(usual) == share ? usual : printed("%.17g%%", share * 100);
}

std::string yamlScalar(const std::string &text)
{
    bool plain = !text.empty() && text.front() != '-' && text.front() != '.' && text != "null" && text != "Null" &&
                 text != "NULL";
    for (char c : text)
        plain = plain && isPlain(c);
    if (plain)
        return text;
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else
            quoted += c;
    }
    return quoted + "\"";
}

std::string yamlList(const std::vector<std::string> &elements) { return "[" + joined(elements) + "]"; }

std::string yamlListOrScalar(const std::vector<std::string> &elements)
{
    return elements.size() == 1 ? elements.front() : yamlList(elements);
}

std::string withoutBlock(std::string_view yaml, std::string_view key)
{
    std::string kept;
    std::string blank; // lines whose place shows with the next one
    bool inside = false;
    for (std::size_t at = 0; at < yaml.size();) {
        const std::size_t end = std::min(yaml.find('\n', at), yaml.size() - 1) + 1;
        const std::string_view line = yaml.substr(at, end - at);
        at = end;
        const auto first = line.find_first_not_of(" \t\r\n");
        if (inside && (first == std::string_view::npos || line.front() == '#')) { // a comment ends no block
            blank += line;
            continue;
        }
        if (line.starts_with(key) && line.substr(key.size()).starts_with(':'))
            inside = true;
        else if (inside && std::string_view(" \t}]").find(line.front()) == std::string_view::npos)
            inside = false;
        if (!inside) {
            kept += blank;
            kept += line;
        }
        blank.clear();
    }
    return kept + blank;
}

Error placedAt(Error error, const Place &place)
{
    if (error.place.line > 0)
        return error;
    if (!error.place.file.empty() && error.place.file != place.file)
        error.message = error.place.file + ": " + error.message;
    error.place = place;
    return error;
}

} // namespace dnas
