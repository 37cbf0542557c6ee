// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/run_tree.h"

#include <algorithm>
#include <set>

namespace dnas {

namespace {

const StudyRun *parentOf(const std::vector<StudyRun> &runs, const StudyRun &run)
{
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const StudyRun &other) { return run.fork && other.id == run.fork->parent; });
    return found == runs.end() ? nullptr : &*found;
}

void append(const std::vector<StudyRun> &runs, const StudyRun &run, int depth, std::set<RunId> &seen,
            std::vector<RunTreeRow> &rows)
{
    if (!seen.insert(run.id).second)
        return;
    rows.push_back({&run, depth});
    for (const StudyRun &other : runs) {
        if (other.fork && other.fork->parent == run.id)
            append(runs, other, depth + 1, seen, rows);
    }
}

} // namespace

const StudyRun *rootOf(const std::vector<StudyRun> &runs, const StudyRun &run)
{
    const StudyRun *root = &run;
    for (std::size_t step = 0; root && root->fork; ++step) {
        if (step > runs.size())
            return nullptr; // in a circle
        root = parentOf(runs, *root);
    }
    return root;
}

std::vector<RunTreeRow> runTree(const std::vector<StudyRun> &runs)
{
    std::vector<RunTreeRow> rows;
    std::set<RunId> seen;
    for (const StudyRun &run : runs) {
        if (!run.fork || !parentOf(runs, run))
            append(runs, run, 0, seen, rows);
    }
    for (const StudyRun &run : runs) // of a circle
        append(runs, run, 0, seen, rows);
    return rows;
}

} // namespace dnas
