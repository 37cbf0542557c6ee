// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists in messages: "a, b, c".
#pragma once

#include <concepts>
#include <functional>
#include <ranges>
#include <string>
#include <string_view>

namespace dnas {

/// What `projection` (a function, or a pointer to a member) makes of the elements, with `separator` between them.
template <std::ranges::input_range Range, typename Projection>
requires std::invocable<Projection &, std::ranges::range_reference_t<Range>> std::string
joined(Range &&range, Projection projection, std::string_view separator = ", ")
{
    std::string text;
    bool first = true;
    for (auto &&element : range) {
        if (!first)
            text += separator;
        first = false;
        text += std::invoke(projection, element);
    }
    return text;
}

/// The same of a range of texts.
template <std::ranges::input_range Range>
requires std::convertible_to<std::ranges::range_reference_t<Range>, std::string_view> std::string
joined(Range &&range, std::string_view separator = ", ")
{
    return joined(range, std::identity(), separator);
}

} // namespace dnas
