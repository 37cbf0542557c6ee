// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board with round coefficients for sums by hand, and the setups of boards that tests need.
#pragma once

#include "core/hardware/board.h"

#include <string>

namespace dnas {

/// Line numbers matter: tst_board.cpp breaks single lines of it.
inline const std::string kSmallBoard = R"(name: small
flash: 64 KiB
ram: 32 KiB
supply: {regulator: linear, volts: 3}
operating_points:
  - {name: fast, clock_mhz: 100, voltage: 1.2}
  - {name: slow, clock_mhz: 50, voltage: 0.9}
runtimes:
  - name: kernels
    weight_bits: 8
    bytes_per_channel: 8
    code: 100
    cycles:
      per_mac: {convolution: 2, pointwise: 3, depthwise: 5, dense: 4}
      per_element: 1
      per_layer: 10
      per_call: 1000
    energy:
      reference_point: fast
      nanojoule_per_mac: {convolution: 0.5, pointwise: 0.6, depthwise: 1, dense: 0.7}
      nanojoule_per_element: 0.25
    origin: modelled
    error_percent: 20
)";

inline std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

inline BoardSetup smallSetup(const std::string &point = {}, const std::string &yaml = kSmallBoard)
{
    return selectSetup(parseBoard(yaml, "small.yaml").value(), {}, point).value();
}

inline BoardSetup resourceSetup(const std::string &board, const std::string &runtime = {},
                                const std::string &point = {})
{
    return selectSetup(loadBoard(board).value(), runtime, point).value();
}

} // namespace dnas
