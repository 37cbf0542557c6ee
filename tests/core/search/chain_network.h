// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Three layers in a row, small enough for sums by hand: a with four channels and b with six are searched, the input
// and c are frozen.
#pragma once

namespace dnas::test {

// Weights: 2a + ab + 3b with a = 4 and b = 6 channels: 8 + 24 + 18 = 50. An a saves 2 + b, a b saves a + 3.
inline const char *const kChain = R"(name: chain
input: {channels: 2, height: 1, width: 1}
layers:
  - {name: a, op: conv, channels: 4, kernel: 1}
  - {name: b, op: conv, channels: 6, kernel: 1}
  - {name: c, op: conv, channels: 3, kernel: 1}
)";

} // namespace dnas::test
