// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a sweep repeats of another study. See sweep.h.
#include "core/search/sweep.h"

#include "core/spec/spec_difference.h"

#include <algorithm>
#include <set>

namespace dnas {

Result<void> Sweep::chooseReplay(const std::vector<SweepTask> &tasks)
{
    if (tasks.empty() || !m_options.only.empty())
        return {};
    const auto begun = m_study->replayed();
    if (!begun.ok())
        return begun.error();
    std::error_code unknown;
    const auto wanted =
        m_options.replay.empty() ? *begun : std::filesystem::weakly_canonical(m_options.replay, unknown);
    if (wanted.empty())
        return {};
    const Place here{m_options.output.string(), 0, {}};
    if (!begun->empty() && wanted != *begun)
        return invalidInput("was begun as a replay of " + begun->string() + "; choose another output file", here);
    if (!begun->empty()) {
        if (m_options.replay.empty())
            m_observer.onNotice({m_options.output.string() + ": goes on as the replay of " + begun->string()});
        return readReplay(wanted, tasks, /*mustApply=*/false);
    }
    const auto runs = m_study->runs();
    if (!runs.ok())
        return runs.error();
    for (const StudyRun &run : *runs) {
        const bool isOpen =
            std::any_of(tasks.begin(), tasks.end(), [&](const auto &task) { return task.id == run.id; });
        if (isOpen)
            return invalidInput(
                "run " + std::to_string(run.id.value) + " was begun as no replay; choose another output file", here);
    }
    if (const auto read = readReplay(wanted, tasks, /*mustApply=*/true); !read.ok())
        return read;
    return m_study->setReplayed(wanted);
}

Result<void> Sweep::readReplay(const std::filesystem::path &path, const std::vector<SweepTask> &tasks, bool mustApply)
{
    const auto study = Study::open(path, StudyAccess::Read);
    if (!study.ok())
        return study.error();
    const auto runs = (*study)->runs();
    if (!runs.ok())
        return runs.error();
    std::set<std::string> mine{m_plan.warmUpKey};
    for (const SweepTask &task : tasks)
        mine.insert(task.key);
    bool any = false;
    for (const StudyRun &run : *runs) {
        auto steered = (*study)->steering(run.id);
        if (!steered.ok())
            return steered.error();
        any = any || !steered->empty();
        if (!steered->empty() && mine.contains(run.key))
            m_replay[run.key] = std::move(*steered);
    }
    if (!m_replay.empty() || !mustApply)
        return {};
    const auto spec = (*study)->spec();
    const std::string difference = spec.ok() ? specDifference(spec->spec, m_plan.specText) : std::string();
    return invalidInput(!any                  ? "nothing was steered in its runs; there is nothing to replay"
                        : !difference.empty() ? "was steered in runs of another spec (" + difference + ")"
                                              : "was steered in none of the runs that are left to be done",
                        {path.string(), 0, {}});
}

} // namespace dnas
