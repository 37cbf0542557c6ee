// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a benchmark to the list of its files, and what unreadable ones among them mean. For every format that is made of
// files.
#pragma once

#include "core/data/record_cache.h"
#include "core/data/sample_list.h"
#include "core/data/split.h"

namespace dnas {

/// Where the benchmark's files are: its folder below the data folder, or that folder itself when it is what was named.
std::filesystem::path folderOf(const Benchmark &benchmark, const std::filesystem::path &dataFolder);

/// Formats pictures, sounds, tiny_imagenet, speech_commands and machine_sounds. Errors: those of the layouts, stopped
/// (ErrorCode::Cancelled).
Result<SampleList> listSamples(const Benchmark &benchmark, const std::filesystem::path &folder,
                               const StopToken *stop = nullptr);

/// Files whose records could not be made leave the splits. More than the benchmark's share of them is an error that
/// names the first; so is a class that has none left to train on.
Result<void> leaveOutFailures(const Benchmark &benchmark, const SampleList &list, const Records &records,
                              SplitRecords &splits, std::vector<DataFinding> &notes);

/// How its samples were shared out, in words.
std::string splitBasis(const SampleList &list);

/// Names of the files, for their digest.
std::vector<std::string> filesOf(const SampleList &list);

} // namespace dnas
