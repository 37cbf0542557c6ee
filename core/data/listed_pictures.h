// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set of picture files: decoded and brought to the network's size once, then read from the cache.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

/// Formats pictures and tiny_imagenet. Errors: those of the layout, too many unreadable files, no room for the cache,
/// stopped.
Result<std::shared_ptr<const DataSet>> openListedPictures(const Benchmark &benchmark, const DataOptions &options);

} // namespace dnas
