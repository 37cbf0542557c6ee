// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/run_tree.h"

#include <algorithm>
#include <map>
#include <set>

namespace dnas {

namespace {

using Children = std::map<RunId, std::vector<const StudyRun *>>;

/// Runs by their number; a stranger's study may have chains as long as it has runs.
std::map<RunId, const StudyRun *> byId(const std::vector<StudyRun> &runs)
{
    std::map<RunId, const StudyRun *> found;
    for (const StudyRun &run : runs)
        found.emplace(run.id, &run);
    return found;
}

void append(const Children &children, const StudyRun &root, std::set<RunId> &seen, std::vector<RunTreeRow> &rows)
{
    std::vector<RunTreeRow> open{{&root, 0}};
    while (!open.empty()) {
        const RunTreeRow row = open.back();
        open.pop_back();
        if (!seen.insert(row.run->id).second)
            continue;
        rows.push_back(row);
        const auto forks = children.find(row.run->id);
        if (forks == children.end())
            continue;
        for (auto fork = forks->second.rbegin(); fork != forks->second.rend(); ++fork)
            open.push_back({*fork, std::min(row.depth + 1, kDeepestFork)});
    }
}

} // namespace

const StudyRun *rootOf(const std::vector<StudyRun> &runs, const StudyRun &run)
{
    if (!run.fork)
        return &run;
    const auto known = byId(runs);
    const StudyRun *root = &run;
    for (std::size_t step = 0; root->fork; ++step) {
        const auto parent = known.find(root->fork->parent);
        if (parent == known.end() || step > runs.size()) // or in a circle
            return nullptr;
        root = parent->second;
    }
    return root;
}

std::vector<RunTreeRow> runTree(const std::vector<StudyRun> &runs)
{
    const auto known = byId(runs);
    Children children;
    for (const StudyRun &run : runs) {
        if (run.fork)
            children[run.fork->parent].push_back(&run);
    }
    std::vector<RunTreeRow> rows;
    std::set<RunId> seen;
    for (const StudyRun &run : runs) {
        if (!run.fork || !known.contains(run.fork->parent))
            append(children, run, seen, rows);
    }
    for (const StudyRun &run : runs) // of a circle
        append(children, run, seen, rows);
    return rows;
}

} // namespace dnas
