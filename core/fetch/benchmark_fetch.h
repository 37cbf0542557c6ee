// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fetching a benchmark's data means: from which address, into which folder. For `dnas data fetch` and the data
// page, which call fetchFolder() with it.
#pragma once

#include "core/fetch/fetch_folder.h"
#include "core/spec/benchmark.h"

namespace dnas {

/// `data`: the data folder as chosen, or empty for the default one. Errors, each with what to do instead: generated
/// data, no address, the folder is there already.
Result<FolderRequest> fetchRequest(const Benchmark &benchmark, const std::filesystem::path &data);

/// Bytes that an earlier, interrupted fetch has left; it goes on behind them.
std::int64_t fetchedBefore(const FolderRequest &request);

/// Whether the digest was as published, and who says so.
std::string digestText(const FolderOutcome &outcome, const Benchmark &benchmark);

} // namespace dnas
