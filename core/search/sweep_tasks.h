// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a sweep has to do: runs of the plan that the study does not have yet, runs that it has begun, and forks of both.
// Torch-free.
#pragma once

#include "core/search/search_run.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dnas {

/// One line of work: a run of the plan, a fork of one, or the seed network.
struct SweepTask {
    RunId id;
    std::string key;
    std::string label;
    std::optional<RunPlan> plan; ///< nothing: the seed network
};

struct SweepTasks {
    std::vector<SweepTask> tasks;
    int skipped = 0;                  ///< already done
    std::vector<std::string> notices; ///< one line each
    /// Of runs that the study has without, since it is older than they are.
    std::vector<std::pair<RunId, RunOutline>> outlines;
};

/// Fails when the study is of another board, seed network or recipe, and, with SearchOptions::resume, when a run of it
/// was begun with another spec. The difference is named.
Result<SweepTasks> openTasks(const SearchPlan &plan, const SearchOptions &options, const Study &study);

} // namespace dnas
