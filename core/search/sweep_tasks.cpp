// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sweep_tasks.h"

#include "core/spec/spec_difference.h"
#include "core/study/run_tree.h"
#include "core/study/study_spec.h"

#include <algorithm>
#include <limits>

namespace dnas {

namespace {

class TaskList {
public:
    TaskList(const SearchPlan &plan, const SearchOptions &options, std::vector<StudyRun> runs, std::string difference)
        : m_plan(plan)
        , m_options(options)
        , m_runs(std::move(runs))
        , m_difference(difference.empty() ? std::string() : " (" + difference + ")")
    {
    }

    Result<SweepTasks> open()
    {
        const std::string &seed = m_plan.seedRunKey;
        if (m_options.includeSeed)
            add(seed, "seed network", std::nullopt);
        for (const RunPlan &run : m_plan.runs)
            add(run.key, run.label, run);
        for (const StudyRun &run : m_runs) {
            if (const RunPlan *root = run.outline ? nullptr : planOf(run))
                m_tasks.outlines.emplace_back(run.id, outlineOf(m_plan, *root));
            if (run.id == kSharedRun) {
                if (run.key != m_plan.warmUpKey)
                    return invalidInput("this study was made from another seed network, benchmark, recipe or seed" +
                                            m_difference + "; choose another output file",
                                        {m_options.output.string(), 0, ""});
            } else if (const RunPlan *root = planOf(run); root && run.fork) {
                RunPlan fork = *root;
                fork.key = run.key;
                fork.label = run.label;
                add(run.key, run.label, fork);
            } else if (!root && run.key != seed && isBegun(run)) {
                if (auto left = leaveAlone(run); !left.ok())
                    return left.error();
            }
        }
        return std::move(m_tasks);
    }

private:
    static bool isBegun(const StudyRun &run) { return run.state != RunState::Done && run.state != RunState::Failed; }

    /// The run of the plan that a run of the study is, or that it was forked from; null: of another spec.
    const RunPlan *planOf(const StudyRun &run) const
    {
        const StudyRun *root = dnas::rootOf(m_runs, run);
        for (const RunPlan &planned : m_plan.runs) {
            if (root && planned.key == root->key)
                return &planned;
        }
        return nullptr;
    }

    Result<void> leaveAlone(const StudyRun &run)
    {
        const std::string text = "run " + std::to_string(run.id.value) + " (" + run.label +
                                 ") is unfinished and of another spec" + m_difference;
        if (m_options.resume)
            return invalidInput(text + "; go on with that spec, or leave out --resume to add the runs of this one",
                                {m_options.output.string(), 0, ""});
        m_tasks.notices.push_back(m_options.output.string() + ": " + text + "; it is left as it is");
        return {};
    }

    void add(const std::string &key, const std::string &label, std::optional<RunPlan> plan)
    {
        const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto &run) { return run.key == key; });
        const std::vector<RunId> &only = m_options.only;
        if (!only.empty() && (known == m_runs.end() || std::find(only.begin(), only.end(), known->id) == only.end()))
            return;
        if (known != m_runs.end() && known->state == RunState::Done) {
            ++m_tasks.skipped;
            return;
        }
        m_tasks.tasks.push_back({known == m_runs.end() ? nextId() : known->id, key, label, std::move(plan)});
    }

    RunId nextId()
    {
        for (const StudyRun &run : m_runs)
            m_last = std::max(m_last, run.id.value);
        return RunId{m_last == std::numeric_limits<int>::max() ? m_last : ++m_last}; // there already, so it is refused
    }

    const SearchPlan &m_plan;
    const SearchOptions &m_options;
    std::vector<StudyRun> m_runs;
    std::string m_difference;
    int m_last = kSharedRun.value;
    SweepTasks m_tasks;
};

} // namespace

Result<SweepTasks> openTasks(const SearchPlan &plan, const SearchOptions &options, const Study &study)
{
    const auto spec = study.spec();
    if (!spec.ok())
        return spec.error();
    const StudySpec wanted = studySpecOf(plan);
    if (spec->board != wanted.board || spec->runtime != wanted.runtime || spec->point != wanted.point)
        return invalidInput(
            "this study was made for another board, runtime or operating point; choose another output file",
            {options.output.string(), 0, ""});
    auto runs = study.runs();
    if (!runs.ok())
        return runs.error();
    return TaskList(plan, options, std::move(*runs), specDifference(spec->spec, wanted.spec)).open();
}

} // namespace dnas
