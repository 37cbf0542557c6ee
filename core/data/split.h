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
#include <functional>
#include <string>
#include <utility>
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
                                  double validation, std::int64_t limitTrain = 0);

/// Keeps `most` of the test records (0: all), in their order: of every kind in turns, drawn without a seed, so that all
/// candidates of a benchmark are tested on the same. `kindOf`: class, or machine and class, of a record. Errors: a
/// negative limit; with `everyKind` one that has no place for all kinds.
Result<void> limitTest(SplitRecords &records, std::int64_t most,
                       const std::function<std::pair<int, int>(std::int64_t record)> &kindOf, bool everyKind = false);

/// What was split and how, in 64 digits. `contents`: a digest of the records.
std::string splitDigest(const std::string &contents, const SplitRecords &records);

} // namespace dnas
