// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which records belong to which split. Validation is taken from the training records by a permutation that
// depends only on the seed; test records are never mixed in.
#pragma once

#include "core/base/result.h"
#include "core/data/data_set.h"
#include "core/data/image_set.h"

#include <array>
#include <cstdint>
#include <vector>

namespace dnas {

/// Record numbers of an ImageSet by split, indexed by Split.
using SplitRecords = std::array<std::vector<std::int64_t>, 3>;

/// The seed of the split in a search with the seed `searchSeed`.
std::uint64_t splitSeed(std::uint64_t searchSeed);

/// So many of `trainRecords` go to validation: the share, rounded to the nearest whole number.
std::int64_t validationRecords(std::int64_t trainRecords, double share);

/// Errors: a share outside 0 ≤ share < 1, or nothing left to train on. `limitTrain` > 0 keeps the first so many
/// training records of the permutation; validation and test stay as they are.
Result<SplitRecords> splitRecords(std::int64_t trainRecords, std::int64_t testRecords, std::uint64_t seed,
                                  double validation, std::int64_t limitTrain);

} // namespace dnas
