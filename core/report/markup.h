// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text for XML and HTML. Labels come from files of strangers, so nothing is written without this.
#pragma once

#include <string>
#include <string_view>

namespace dnas {

/// Text for content and for attributes in double quotes. Bytes that XML does not allow (control characters, broken
/// UTF-8) become U+FFFD.
std::string escaped(std::string_view text);

/// Number of code points; broken UTF-8 counts as it would be shown.
std::size_t textLength(std::string_view text);
/// At most `length` code points, the last an ellipsis where something was cut.
std::string shortened(std::string_view text, std::size_t length);

} // namespace dnas
