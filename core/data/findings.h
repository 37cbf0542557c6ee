// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of data, kept short.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

/// Adds what is said of single files: all of it, or the first ten and `rest` about the folder.
void addFileNotes(std::vector<DataFinding> &notes, std::vector<DataFinding> files, DataFinding rest);

/// Adds a finding for each split in which classes have no sample, in place of those that were there: such a class is
/// not learned, or not judged. Nothing of benchmarks that learn one class only, or where the data cannot be used
/// anyway.
void noteEmptyClasses(const Benchmark &benchmark, DataReport &report);

} // namespace dnas
