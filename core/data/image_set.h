// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Labelled pictures as bytes, the form in which a resident data set keeps them. Filled once when a data set is
// opened (from files or a generator), read-only from then on.
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace dnas {

/// Records 0 … train-1 are training pictures, the `test` behind them are test pictures.
struct ImageSet {
    Shape shape;
    int classes = 0;
    std::int64_t train = 0;
    std::int64_t test = 0;
    std::vector<std::uint8_t> pixels = {}; ///< [record, row, column, channel]
    std::vector<std::uint8_t> labels = {}; ///< by record
};

} // namespace dnas
