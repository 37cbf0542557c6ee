// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Labelled pictures as bytes, the form in which a resident data set keeps them. Filled once when a data set is
// opened (from files or a generator), read-only from then on.
#pragma once

#include "core/data/record_cache.h"
#include "core/network/network.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dnas {

/// Pixels are in memory or in a mapped cache file.
struct ImageSet {
    Shape shape;
    int classes = 0;
    std::int64_t train = 0; ///< of generated pictures and CIFAR: records 0 … train-1, the `test` ones behind them
    std::int64_t test = 0;
    std::vector<std::uint8_t> pixels = {};           ///< [record, row, column, channel]
    std::shared_ptr<const Records> mapped = nullptr; ///< instead of `pixels`: a picture each
    std::vector<std::int32_t> labels = {};           ///< by record
    std::string splitBasis = {};                     ///< see DataSet::splitBasis
    std::string contents = {};                       ///< a digest of the files, of `mapped`

    const std::uint8_t *picture(std::int64_t record) const
    {
        if (mapped)
            return reinterpret_cast<const std::uint8_t *>(mapped->record(record).data());
        return pixels.data() + record * shape.elements();
    }
};

} // namespace dnas
