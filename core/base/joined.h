// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists in messages: "a, b, c". Without <ranges> and <concepts>, which Qt's moc cannot read.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dnas {

/// What `projection` (a function, or a pointer to a member) makes of the elements, with `separator` between them.
template <typename Range, typename Projection,
          std::enable_if_t<!std::is_convertible_v<Projection, std::string_view>, int> = 0>
std::string joined(const Range &range, Projection projection, std::string_view separator = ", ")
{
    std::string text;
    bool first = true;
    for (const auto &element : range) {
        if (!first)
            text += separator;
        first = false;
        text += std::invoke(projection, element);
    }
    return text;
}

/// The same of a range of texts.
template <typename Range>
std::string joined(const Range &range, std::string_view separator = ", ")
{
    return joined(range, std::identity(), separator);
}

/// The first `most` of them, and how many more there are: "a, b and 7 more".
inline std::string joinedFirst(const std::vector<std::string> &texts, std::size_t most)
{
    if (texts.size() <= most)
        return joined(texts);
    const std::vector<std::string> first(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(most));
    return joined(first) + " and " + std::to_string(texts.size() - most) + " more";
}

} // namespace dnas
