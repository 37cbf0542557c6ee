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

/// The first so many training records of the permutation at most; of the test records some that are drawn without the
/// seed. Errors: a share outside 0 ≤ share < 1, a negative limit, or nothing left to train on.
Result<SplitRecords> splitRecords(std::int64_t trainRecords, std::int64_t testRecords, std::uint64_t seed,
                                  double validation, const SplitLimits &limits = {});

/// Keeps so many of the numbers in their order, drawn by `key`; 0: all.
void keepSome(std::vector<std::int64_t> &numbers, std::int64_t most, std::uint64_t key);
/// The key of the test samples that a limit keeps: the same for every search, so that their results can be compared.
std::uint64_t testLimitKey();

} // namespace dnas
