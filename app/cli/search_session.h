// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `dnas search` and `dnas demo` share: plan, train, watch signals, print the summary.
#pragma once

#include "core/search/search_run.h"

#include <filesystem>
#include <optional>

namespace paretoscope {

struct SearchArguments {
    std::string spec; ///< file or name
    std::filesystem::path data;
    std::filesystem::path output;
    std::filesystem::path replay; ///< a study whose steering is repeated; empty: none
    bool resume = false;          ///< the study must be there
    std::optional<std::uint64_t> seed;
    int jobs = 1;
    bool dryRun = false;
    bool json = false;
    bool withoutSeed = false; ///< leave out the seed network's own candidate
};

/// Returns the exit code.
int runSearchSession(const SearchArguments &arguments);

/// Trains what the plan and the options say, with progress on stderr and a summary on stdout. Returns the exit code.
int runPlannedSearch(const dnas::SearchPlan &plan, const dnas::SearchOptions &options, bool json);

} // namespace paretoscope
