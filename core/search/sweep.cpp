// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sweep.h"

#include "core/base/guarded.h"
#include "core/search/serial_observer.h"
#include "core/search/steering_box.h"
#include "core/study/study_recorder.h"
#include "core/study/study_spec.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace dnas {

namespace {

FinishReason stopReason(const StopToken &stop)
{
    return stop.aborted() ? FinishReason::Aborted : FinishReason::Stopped;
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

Result<RunContext> Sweep::contextOf(RunId id, const std::string &key, SerialObserver &observer)
{
    RunContext context{
        .run = id, .observer = observer, .controls = m_controls, .stop = m_stop, .cost = m_worker.cost()};
    context.checkpoints = &observer;
    // What was steered behind the checkpoint that the run goes on from happens again where it did.
    auto steered = m_study->steering(id);
    if (!steered.ok())
        return steered.error();
    if (!steered->empty()) // it has heard what was said to every run
        context.controlPosition = m_behindShared;
    const auto other = m_replay.find(key);
    context.replay = other != m_replay.end() ? other->second : std::move(*steered);
    return context;
}

Result<void> Sweep::requireSameSamples() const
{
    const StudySamples now = m_factory.samples();
    const auto digest = m_study->samplesDigest(m_plan.warmUpKey);
    const auto before = m_study->samples();
    if (!digest.ok() || !before.ok())
        return !digest.ok() ? digest.error() : before.error();
    if (digest->empty() && !now.digest.empty()) {
        const auto begun = m_study->warmUp(m_plan.warmUpKey);
        if (begun.ok() && begun->has_value())
            m_observer.onNotice({"the study does not say which data it was begun with; these are taken for the same"});
    }
    if (digest->empty() || now.digest.empty() || *digest == now.digest)
        return {};
    const std::string was =
        *before && (*before)->digest == *digest ? "; it was begun with " + samplesText(**before) : "";
    return invalidInput("the data are not those that these runs were begun with: " + samplesText(now) + " are there" +
                            was + "; name the data folder of then, or another study",
                        {.file = m_options.output.string()});
}

Result<std::optional<WarmStart>> Sweep::warmStart(SerialObserver &observer, StudyRecorder &recorder)
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
    observer.onRunStarted({kSharedRun, m_plan.warmUpKey, "warm-up", {}, {}});
    auto start = guarded([&]() -> Result<std::optional<WarmStart>> {
        auto context = contextOf(kSharedRun, m_plan.warmUpKey, observer);
        if (!context.ok())
            return context.error();
        return m_worker.warmUp(*context, given ? &*given : nullptr);
    });
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

FinishReason Sweep::perform(const SweepTask &task, const WarmStart &start, SerialObserver &observer)
{
    RunStarted started{task.id, task.key, task.label, {}, {}};
    if (task.plan) {
        for (const RunTerm &term : task.plan->terms)
            started.termNames.push_back(term.metric);
        started.outline = outlineOf(m_plan, *task.plan);
    }
    observer.onRunStarted(started);
    const auto result = guarded([&]() -> Result<WorkerResult> {
        auto context = contextOf(task.id, task.key, observer);
        if (!context.ok())
            return context.error();
        return task.plan ? m_worker.run(*context, *task.plan, start) : m_worker.seed(*context, task.key, start);
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

Result<void> Sweep::performAll(const std::vector<SweepTask> &tasks, const WarmStart &start, SerialObserver &observer,
                               const StudyRecorder &recorder, SearchSummary &summary)
{
    std::atomic<std::size_t> next{0};
    std::atomic<int> done{0};
    std::atomic<int> failed{0};
    std::mutex errorMutex;
    std::optional<Error> firstError; // of the machinery around the runs; a run's own failure is its state
    const auto work = [&]() -> Result<void> {
        m_factory.prepareThread(m_plan.spec.threads);
        while (!m_stop.requested() && recorder.status().ok()) {
            const std::size_t index = next++;
            if (index >= tasks.size())
                break;
            const FinishReason reason = perform(tasks[index], start, observer);
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
            std::clamp<std::size_t>(static_cast<std::size_t>(std::max(m_options.jobs, 1)), 1, tasks.size());
        std::vector<std::jthread> workers; // joined at the end of this block
        for (std::size_t i = 0; i < jobs; ++i)
            workers.emplace_back(guardedWork);
    }
    summary.runsDone = done;
    summary.runsFailed = failed;
    return firstError ? Result<void>(*firstError) : recorder.status();
}

Result<SearchSummary> Sweep::run()
{
    SearchSummary summary;
    summary.study = m_options.output;
    const auto opened = openTasks(m_plan, m_options, *m_study);
    if (!opened.ok())
        return opened.error();
    const std::vector<SweepTask> &tasks = opened->tasks;
    if (const auto replayed = chooseReplay(tasks); !replayed.ok())
        return replayed.error();
    for (const std::string &notice : opened->notices)
        m_observer.onNotice({notice});
    for (const auto &[run, outline] : opened->outlines) {
        if (const auto set = m_study->setOutline(run, outline); !set.ok())
            return set.error();
    }
    summary.runsSkipped = opened->skipped;
    if (tasks.empty()) {
        countCandidates(summary);
        return summary;
    }
    if (const auto same = requireSameSamples(); !same.ok())
        return same.error();
    if (const auto set = m_study->setSpec(studySpecOf(m_plan)); !set.ok())
        return set.error();
    if (const auto set = m_study->setSamples(m_factory.samples(), m_plan.warmUpKey); !set.ok())
        return set.error();
    if (const auto trained = train(tasks, summary); !trained.ok())
        return trained.error();
    countCandidates(summary);
    return summary;
}

Result<void> Sweep::train(const std::vector<SweepTask> &tasks, SearchSummary &summary)
{
    const auto costs = [this](const Candidate &candidate) {
        return std::pair(costOf(candidate.network, m_plan.setup).total, candidate.feasible);
    };
    StudyRecorder recorder(m_study, costs, m_observer, m_stop);
    if (m_plan.spec.keepAllCheckpoints)
        recorder.setRetention(CheckpointRetention::All);
    SerialObserver observer(recorder, recorder);
    SteeringBox box(m_study, m_controls);
    m_behindShared = box.behindShared();
    m_factory.prepareThread(m_plan.spec.threads);
    const auto start = warmStart(observer, recorder);
    if (!start.ok())
        return start.error();
    if (const auto status = recorder.status(); !status.ok())
        return status;
    if (start->has_value()) {
        if (const auto performed = performAll(tasks, **start, observer, recorder, summary); !performed.ok())
            return performed;
    }
    if (m_stop.requested())
        summary.reason = stopReason(m_stop);
    else if (summary.runsFailed > 0)
        summary.reason = FinishReason::Failed;
    else if (m_options.only.empty()) {
        box.clear();
        return m_study->setReplayed({});
    }
    return {};
}

} // namespace dnas
