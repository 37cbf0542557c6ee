// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which samples train, validate and test. What a layout leaves open is drawn here: by file or group name, so that a
// file more or less moves no other.
#pragma once

#include "core/data/sample_list.h"
#include "core/data/split.h"

namespace dnas {

/// Moves a share of the training samples to the test split: of every class, and at least one of those that have two, or
/// of all groups where the list is split by group. The same for every seed of a search, so that its candidates stay
/// comparable.
void takeTest(SampleList &list, double share);

/// Sample numbers by split. Where the layout has no validation split of its own it takes a share of the training
/// samples by `seed`, class by class in the same way, or whole groups where the list says so. Errors: a share outside
/// 0 ≤ share < 1, nothing left to train on.
Result<SplitRecords> splitSamples(const SampleList &list, std::uint64_t seed, double validation);

/// Keeps some of the training samples, drawn by `seed`, and of the test samples (see limitTest). Errors: a negative
/// limit; of machine sounds a test that lacks a machine, or its anomalies.
Result<void> limitSamples(SplitRecords &records, const SampleList &list, std::uint64_t seed, const SplitLimits &limits);

} // namespace dnas
