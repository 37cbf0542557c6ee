// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Digests of a data set's files. Sizes, times and digests are remembered in the cache folder, so only files that
// changed are read again.
#pragma once

#include "core/data/record_cache.h"

namespace dnas {

/// SHA-256 over names and contents. Files that cannot be read count as empty: opening them says why. Errors: stopped.
Result<std::string> digestFiles(const std::filesystem::path &folder, const std::vector<std::string> &files,
                                const WorkProgressFunction &progress, const StopToken *stop);

} // namespace dnas
