// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See unfinished_study.h.
#include "app/window/unfinished_study.h"

#include "core/study/study_spec.h"

#include <algorithm>
#include <set>

namespace paretoscope {
namespace {

using dnas::RunState;
using dnas::StudyRun;

/// Keys of all runs that belong to the study: those of the plan, the seed network's, and forks.
std::set<std::string> keysOf(const dnas::SearchPlan &plan, const std::vector<StudyRun> &runs, bool withSeed)
{
    std::set<std::string> keys;
    for (const dnas::RunPlan &run : plan.runs)
        keys.insert(run.key);
    if (withSeed)
        keys.insert(plan.seedRunKey);
    for (const StudyRun &run : runs) {
        if (run.fork)
            keys.insert(run.key);
    }
    return keys;
}

/// Whether the plan is the study's own: the files that its spec names may have changed since.
bool isOf(const StudySnapshot &study, const dnas::SearchPlan &plan)
{
    const dnas::StudySpec now = dnas::studySpecOf(plan);
    const dnas::StudySpec &then = study.spec;
    return now.benchmark == then.benchmark && now.network == then.network && now.board == then.board &&
           now.runtime == then.runtime && now.point == then.point &&
           std::all_of(study.runs.begin(), study.runs.end(),
                       [&](const StudyRun &run) { return run.id != dnas::kSharedRun || run.key == plan.warmUpKey; });
}

} // namespace

std::optional<UnfinishedStudy> unfinishedStudy(const StudySnapshot &study)
{
    if (!study.search || !study.study || dnas::Study::isWritten(study.study->path()))
        return {};
    auto plan = dnas::planSearch(*study.search);
    if (!plan.ok() || !isOf(study, *plan))
        return {};
    UnfinishedStudy found;
    // The seed network comes first: a study that has other runs without it was asked to leave it out.
    const auto isOwn = [](const StudyRun &run) {
        return run.id != dnas::kSharedRun;
    };
    found.withSeed = std::none_of(study.runs.begin(), study.runs.end(), isOwn) ||
                     std::any_of(study.runs.begin(), study.runs.end(),
                                 [&](const StudyRun &run) { return run.key == plan->seedRunKey; });
    found.wasCutOff = std::any_of(study.runs.begin(), study.runs.end(),
                                  [](const StudyRun &run) { return run.state == RunState::CutOff; });
    std::set<std::string> left = keysOf(*plan, study.runs, found.withSeed);
    for (const StudyRun &run : study.runs) {
        const bool isOver = run.state == RunState::Done || run.state == RunState::Failed;
        if (isOver && left.erase(run.key) > 0)
            found.done += run.state == RunState::Done;
    }
    if (left.empty())
        return {};
    found.left = static_cast<int>(left.size());
    found.plan = std::make_shared<const dnas::SearchPlan>(std::move(plan).value());
    return found;
}

} // namespace paretoscope
