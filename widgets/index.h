// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Qt counts in int, the values of the engine in std::size_t.
#pragma once

#include <cstddef>

namespace paretoscope {

/// `index` >= 0 as an index of a standard container.
constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

} // namespace paretoscope
