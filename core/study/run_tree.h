// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs and their forks as a tree. A stranger's study may say anything: loops and missing parents end a line.
#pragma once

#include "core/study/study.h"

#include <vector>

namespace dnas {

/// The run that a line of forks began with, the run itself when it is none; null when a parent is missing.
const StudyRun *rootOf(const std::vector<StudyRun> &runs, const StudyRun &run);

/// Forks of forks beyond this stand beside each other: no view could show more.
inline constexpr int kDeepestFork = 20;

struct RunTreeRow {
    const StudyRun *run = nullptr;
    int depth = 0; ///< 0: no fork
};
/// Every run once, forks behind the run that they came from. Points into `runs`.
std::vector<RunTreeRow> runTree(const std::vector<StudyRun> &runs);

} // namespace dnas
