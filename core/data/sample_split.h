// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which samples train, validate and test. What a layout leaves open is drawn here: by file or group name, so that a
// file more or less moves no other.
#pragma once

#include "core/data/sample_list.h"
#include "core/data/split.h"

namespace dnas {

/// Moves a share of the training samples to the test split: of every class, or of all groups where the list is split by
/// group. The same for every seed of a search, so that its candidates stay comparable.
void takeTest(SampleList &list, double share);

/// Sample numbers by split. Where the layout has no validation split of its own it takes a share of the training
/// samples by `seed`, whole groups where the list says so. `limitTrain` > 0: only so many training samples. Errors: a
/// share outside 0 ≤ share < 1, nothing left to train on.
Result<SplitRecords> splitSamples(const SampleList &list, std::uint64_t seed, double validation,
                                  std::int64_t limitTrain);

} // namespace dnas
