// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The random mask of dropout: element i depends on (key, i) alone, so it is the same for any number of threads, and
// the loop has no chain that would hold it up.
#pragma once

#include <cstdint>

namespace dnas {

/// Each of the `n` values is 1/keep with probability `keep`, else 0; 0 < keep ≤ 1.
void fillDropoutMask(float *mask, std::int64_t n, double keep, std::uint64_t key);

} // namespace dnas
