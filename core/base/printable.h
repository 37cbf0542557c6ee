// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text of strangers on a line of a terminal or a table.
#pragma once

#include <string>
#include <string_view>

namespace dnas {

/// Control characters, those beyond ASCII too, become spaces, as do bytes that are no UTF-8.
std::string printable(std::string_view text);

} // namespace dnas
