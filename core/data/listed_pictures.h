// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set of picture files: decoded and brought to the network's size once, then read from the cache.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

/// One picture at the network's size: `out` [row, column, channel], as many bytes as the benchmark's input has elements
/// (1 or 3 channels). Errors: those of readPicture.
Result<void> decodePictureFile(const std::filesystem::path &file, const Benchmark &benchmark, std::span<std::byte> out);

/// What to say of a benchmark whose pictures have neither 1 nor 3 channels.
Error wrongChannels(const Benchmark &benchmark);

/// Formats pictures and tiny_imagenet. Errors: those of the layout, too many unreadable files, no room for the cache,
/// stopped.
Result<std::shared_ptr<const DataSet>> openListedPictures(const Benchmark &benchmark, const DataOptions &options);

} // namespace dnas
