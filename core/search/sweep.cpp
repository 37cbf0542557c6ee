// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sweep.h"

#include "core/base/files.h"
#include "core/base/guarded.h"
#include "core/search/serial_observer.h"
#include "core/study/study_recorder.h"
#include "core/study/study_spec.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace dnas {

namespace {

FinishReason stopReason(const StopToken &stop)
{
    return stop.state() == StopRequest::Abort ? FinishReason::Aborted : FinishReason::Stopped;
}

std::string seedRunKey(const SearchPlan &plan)
{
    const PhaseLengths &phases = plan.spec.phases;
    return sha256("seed network\n" + plan.warmUpKey + "\n" + writeRecipe(plan.recipe) + "\n" +
                  std::to_string(phases.search + phases.fineTune));
}

} // namespace

Sweep::Sweep(const SearchPlan &plan, const SearchOptions &options, TrainerFactory &factory,
             std::shared_ptr<Study> study, SearchObserver &observer, SearchControls &controls, StopToken &stop)
    : m_plan(plan)
    , m_options(options)
    , m_factory(factory)
    , m_study(std::move(study))
    , m_observer(observer)
    , m_controls(controls)
    , m_stop(stop)
    , m_worker(plan, factory)
{
}

RunContext Sweep::contextOf(RunId id, SearchObserver &observer)
{
    return {.run = id, .observer = observer, .controls = m_controls, .stop = m_stop, .cost = m_worker.cost()};
}

Result<std::vector<Sweep::Task>> Sweep::openTasks(SearchSummary &summary)
{
    const auto spec = m_study->spec();
    if (!spec.ok())
        return spec.error();
    const StudySpec wanted = studySpecOf(m_plan);
    if (spec->board != wanted.board || spec->runtime != wanted.runtime || spec->point != wanted.point)
        return invalidInput(
            "this study was made for another board, runtime or operating point; choose another output file",
            {m_options.output.string(), 0, ""});
    const auto runs = m_study->runs();
    if (!runs.ok())
        return runs.error();
    int last = kSharedRun.value;
    std::vector<std::string> done;
    std::map<std::string, RunId> unfinished; // replaced when the same run starts again, kept until then
    for (const StudyRun &run : *runs) {
        last = std::max(last, run.id.value);
        if (run.id == kSharedRun && run.key != m_plan.warmUpKey)
            return invalidInput("this study was made from another seed network, benchmark, recipe or seed; choose "
                                "another output file",
                                {m_options.output.string(), 0, ""});
        if (run.state == RunState::Done)
            done.push_back(run.key);
        else
            unfinished[run.key] = run.id;
    }
    std::vector<Task> tasks;
    const auto add = [&](const std::string &key, const std::string &label, const RunPlan *plan) {
        if (std::find(done.begin(), done.end(), key) != done.end()) {
            ++summary.runsSkipped;
            return;
        }
        const auto again = unfinished.find(key);
        tasks.push_back({again != unfinished.end() ? again->second : RunId{++last}, key, label, plan});
    };
    if (m_options.includeSeed)
        add(seedRunKey(m_plan), "seed network", nullptr);
    for (const RunPlan &run : m_plan.runs)
        add(run.key, run.label, &run);
    return tasks;
}

Result<std::optional<WarmStart>> Sweep::warmStart(SearchObserver &observer, StudyRecorder &recorder)
{
    const auto known = m_study->warmUp(m_plan.warmUpKey);
    if (!known.ok())
        return known.error();
    if (known->has_value())
        return std::optional<WarmStart>(WarmStart{(*known)->weights, (*known)->loss});

    std::optional<WeightStore> given;
    if (!m_plan.spec.weights.empty()) {
        auto loaded = loadSafetensors(m_plan.spec.weights);
        if (!loaded.ok())
            return loaded.error();
        given = std::move(*loaded);
    }
    observer.onRunStarted({kSharedRun, m_plan.warmUpKey, "warm-up", {}});
    RunContext context = contextOf(kSharedRun, observer);
    auto start = guarded([&] { return m_worker.warmUp(context, given ? &*given : nullptr); });
    SearchFinished finished{kSharedRun, FinishReason::Done, {}};
    if (!start.ok()) {
        finished.reason = FinishReason::Failed;
        finished.error = start.error();
    } else if (!start->has_value()) {
        finished.reason = stopReason(m_stop);
    }
    observer.onFinished(finished);
    // After the run is marked done: a kill in between repeats the warm-up, which gives the same bits again.
    if (start.ok() && start->has_value())
        recorder.keepWarmUp(m_plan.warmUpKey, (*start)->weights, (*start)->loss);
    return start;
}

FinishReason Sweep::perform(const Task &task, const WarmStart &start, SearchObserver &observer)
{
    std::vector<std::string> terms;
    if (task.plan) {
        for (const RunTerm &term : task.plan->terms)
            terms.push_back(term.metric);
    }
    observer.onRunStarted({task.id, task.key, task.label, terms});
    RunContext context = contextOf(task.id, observer);
    const auto result = guarded([&] {
        return task.plan ? m_worker.search(context, *task.plan, start) : m_worker.seed(context, task.key, start);
    });
    SearchFinished finished{task.id, FinishReason::Done, {}};
    if (!result.ok()) {
        finished.reason = FinishReason::Failed;
        finished.error = result.error();
    } else {
        if (result->candidate)
            observer.onCandidate({result->candidate});
        if (result->interrupted)
            finished.reason = stopReason(m_stop);
    }
    observer.onFinished(finished);
    return finished.reason;
}

void Sweep::countCandidates(SearchSummary &summary) const
{
    const auto candidates = m_study->candidates();
    if (!candidates.ok())
        return;
    summary.candidates = static_cast<int>(candidates->size());
    summary.infeasible = static_cast<int>(
        std::count_if(candidates->begin(), candidates->end(), [](const auto &c) { return !c.feasible; }));
}

Result<SearchSummary> Sweep::run()
{
    SearchSummary summary;
    summary.study = m_options.output;
    const auto tasks = openTasks(summary);
    if (!tasks.ok())
        return tasks.error();
    if (tasks->empty()) {
        countCandidates(summary);
        return summary;
    }
    if (const auto set = m_study->setSpec(studySpecOf(m_plan)); !set.ok())
        return set.error();

    const auto costs = [this](const Candidate &candidate) {
        return std::pair(costOf(candidate.network, m_plan.setup).total, candidate.feasible);
    };
    StudyRecorder recorder(m_study, costs, m_observer, m_stop);
    SerialObserver observer(recorder);
    m_factory.prepareThread(m_plan.spec.threads);
    const auto start = warmStart(observer, recorder);
    if (!start.ok())
        return start.error();
    if (const auto status = recorder.status(); !status.ok())
        return status.error();
    if (!start->has_value()) {
        summary.reason = stopReason(m_stop);
        countCandidates(summary);
        return summary;
    }

    std::atomic<std::size_t> next{0};
    std::atomic<int> done{0};
    std::atomic<int> failed{0};
    std::mutex errorMutex;
    std::optional<Error> firstError; // of the machinery around the runs; a run's own failure is its state
    const auto work = [&]() -> Result<void> {
        m_factory.prepareThread(m_plan.spec.threads);
        while (!m_stop.requested() && recorder.status().ok()) {
            const std::size_t index = next++;
            if (index >= tasks->size())
                break;
            const FinishReason reason = perform((*tasks)[index], **start, observer);
            done += reason == FinishReason::Done ? 1 : 0;
            failed += reason == FinishReason::Failed ? 1 : 0;
        }
        return {};
    };
    const auto guardedWork = [&] {
        const auto result = guarded(work);
        const std::lock_guard lock(errorMutex);
        if (!result.ok() && !firstError)
            firstError = result.error();
    };
    {
        const auto jobs =
            std::clamp<std::size_t>(static_cast<std::size_t>(std::max(m_options.jobs, 1)), 1, tasks->size());
        std::vector<std::jthread> workers; // joined at the end of this block
        for (std::size_t i = 0; i < jobs; ++i)
            workers.emplace_back(guardedWork);
    }
    if (firstError)
        return *firstError;
    if (const auto status = recorder.status(); !status.ok())
        return status.error();
    summary.runsDone = done;
    summary.runsFailed = failed;
    if (m_stop.requested())
        summary.reason = stopReason(m_stop);
    else if (failed > 0)
        summary.reason = FinishReason::Failed;
    countCandidates(summary);
    return summary;
}

} // namespace dnas
