// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A search engine that trains nothing: instant, scripted, able to wait, to fail and to be deaf. It writes a real
// study through core/study and obeys controls and stop like the real one.
#pragma once

#include "app/window/search_engine.h"
#include "core/study/study_recorder.h"
#include "tests/support/fake_results.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace fakes {

struct FakeScript {
    int epochs = 6;                   ///< of every phase
    bool hold = false;                ///< wait in the search phase of the first run until release()
    bool deaf = false;                ///< while holding, hear neither stop nor abort
    std::optional<dnas::Error> error; ///< end with this at once
    std::string failedRun;            ///< label part of a run that fails
    std::optional<dnas::Error> probeError = std::nullopt;
    bool holdProbe = false;                                     ///< a probe waits until releaseProbe()
    std::optional<dnas::WorkProgress> preparing = std::nullopt; ///< told first of all; then waits until release()
};

class FakeSearchEngine : public paretoscope::SearchEngine {
public:
    FakeScript script;

    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        m_probesReleased += 100;
        m_changed.notify_all();
    }
    void holdAgain()
    {
        const std::lock_guard lock(m_mutex);
        m_released = false;
    }
    /// 10 s of warm-up, 60 s a run, 870 images/s.
    dnas::Result<dnas::ProbeResult> probe(const dnas::SearchPlan &, const dnas::SearchOptions &) override
    {
        ++m_probes;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !script.holdProbe || m_probesReleased > 0; });
        m_probesReleased -= script.holdProbe ? 1 : 0;
        if (script.probeError)
            return *script.probeError;
        return dnas::ProbeResult{.warmUpSeconds = 10, .runSeconds = 60, .imagesPerSecond = 870};
    }
    void releaseProbe()
    {
        const std::lock_guard lock(m_mutex);
        ++m_probesReleased;
        m_changed.notify_all();
    }
    /// While it prepares.
    void tellPreparing(const dnas::WorkProgress &progress)
    {
        const std::lock_guard lock(m_mutex);
        m_preparing = progress;
        m_changed.notify_all();
    }
    int probes() const { return m_probes; }
    bool holding() const { return m_holding; }
    bool waitingInPause() const { return m_inPause; }
    int sessions() const { return m_sessions; }
    /// Of the session that began last.
    dnas::SearchOptions options()
    {
        const std::lock_guard lock(m_mutex);
        return m_options;
    }
    int ended() const { return m_ended; }

    dnas::Result<dnas::SearchSummary> run(const dnas::SearchPlan &plan, const dnas::SearchOptions &options,
                                          dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                          dnas::StopToken &stop) override
    {
        ++m_sessions;
        auto result = work(plan, options, observer, controls, stop);
        ++m_ended;
        return result;
    }

private:
    struct Work {
        const dnas::SearchPlan &plan;
        dnas::SearchObserver &observer;
        dnas::SearchControls &controls;
        dnas::StopToken &stop;
        dnas::SpaceCost cost;
    };

    dnas::Result<dnas::SearchSummary> work(const dnas::SearchPlan &plan, const dnas::SearchOptions &options,
                                           dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                           dnas::StopToken &stop)
    {
        const FakeScript script = this->script; // the test may change it for the next session
        {
            const std::lock_guard lock(m_mutex);
            m_options = options;
        }
        if (script.preparing)
            prepare(*script.preparing, observer);
        if (script.error)
            return *script.error;
        dnas::StudySpec spec{plan.specText,
                             plan.benchmark.text,
                             plan.networkText,
                             plan.boardText,
                             plan.setup.runtime.name,
                             plan.setup.point.name,
                             {}};
        for (const auto &[metric, value] : plan.seedCost.total)
            spec.seedCosts[metric] = value.value;
        const bool goesOn = options.resume && std::filesystem::exists(options.output);
        auto study = goesOn ? dnas::Study::open(options.output, dnas::StudyAccess::Write)
                            : dnas::Study::create(options.output, spec, {"fake", "none", "test", 1});
        if (!study.ok())
            return study.error();
        const std::vector<dnas::StudyRun> known = (*study)->runs().value();
        const auto isDone = [&](const std::string &key) {
            return std::any_of(known.begin(), known.end(), [&](const dnas::StudyRun &run) {
                return run.key == key && run.state == dnas::RunState::Done;
            });
        };
        dnas::StudyRecorder recorder(
            study.value(),
            [&plan](const dnas::Candidate &candidate) {
                return std::pair{dnas::costOf(candidate.network, plan.setup).total, true};
            },
            observer, stop);
        Work w{plan, recorder, controls, stop, dnas::SpaceCost(plan.space, plan.setup)};
        dnas::SearchSummary summary;
        summary.study = options.output;
        if (!isDone(plan.warmUpKey)) {
            recorder.onRunStarted({dnas::kSharedRun, plan.warmUpKey, "shared warm-up", {}, {}});
            phase(w, script, dnas::kSharedRun, dnas::Phase::WarmUp, nullptr, 0);
            recorder.onFinished({dnas::kSharedRun, dnas::FinishReason::Done, {}});
        }
        int id = 0;
        for (int i = options.includeSeed ? -1 : 0; i < static_cast<int>(plan.runs.size()); ++i) {
            const dnas::RunPlan *planned = i < 0 ? nullptr : &plan.runs[static_cast<std::size_t>(i)];
            if (isDone(planned ? planned->key : plan.seedRunKey)) {
                ++summary.runsSkipped;
                ++id;
                continue;
            }
            const dnas::FinishReason reason = oneRun(w, script, dnas::RunId{++id}, planned);
            summary.runsDone += reason == dnas::FinishReason::Done;
            summary.runsFailed += reason == dnas::FinishReason::Failed;
            summary.candidates += reason == dnas::FinishReason::Done || reason == dnas::FinishReason::Stopped;
            if (reason == dnas::FinishReason::Stopped || reason == dnas::FinishReason::Aborted) {
                summary.reason = reason;
                break;
            }
        }
        return summary;
    }

    void prepare(const dnas::WorkProgress &first, dnas::SearchObserver &observer)
    {
        observer.onDataProgress(first);
        std::unique_lock lock(m_mutex);
        while (!m_released) {
            m_changed.wait(lock, [this] { return m_released || m_preparing; });
            if (const auto progress = std::exchange(m_preparing, std::nullopt))
                observer.onDataProgress(*progress);
        }
    }

    /// `planned` null: the seed network.
    dnas::FinishReason oneRun(Work &w, const FakeScript &script, dnas::RunId id, const dnas::RunPlan *planned)
    {
        dnas::RunStarted started{
            id, planned ? planned->key : w.plan.seedRunKey, planned ? planned->label : "seed network", {}, {}};
        if (planned)
            for (const dnas::RunTerm &term : planned->terms)
                started.termNames.push_back(term.metric);
        if (planned)
            started.outline = dnas::outlineOf(w.plan, *planned);
        w.observer.onRunStarted(started);
        const double share = planned && !planned->terms.empty() && planned->terms[0].target > 0
                                 ? planned->terms[0].target / planned->terms[0].seedCost
                                 : 1;
        if (!script.failedRun.empty() && started.label.find(script.failedRun) != std::string::npos) {
            w.observer.onFinished(
                {id, dnas::FinishReason::Failed, dnas::Error{dnas::ErrorCode::Internal, "scripted to fail", {}}});
            return dnas::FinishReason::Failed;
        }
        if (planned)
            phase(w, script, id, dnas::Phase::Search, planned, share);
        const bool aborted = w.stop.state() == dnas::StopRequest::Abort;
        const bool stopped = w.stop.requested();
        if (!stopped)
            phase(w, script, id, dnas::Phase::FineTune, nullptr, share);
        if (!aborted)
            w.observer.onCandidate({fakeCandidate(w.plan, id, started.label, share, !planned)});
        const auto reason = aborted   ? dnas::FinishReason::Aborted
                            : stopped ? dnas::FinishReason::Stopped
                                      : dnas::FinishReason::Done;
        w.observer.onFinished({id, reason, {}});
        return reason;
    }

    void phase(Work &w, const FakeScript &script, dnas::RunId id, dnas::Phase which, const dnas::RunPlan *planned,
               double share)
    {
        w.observer.onPhaseStarted({id, which, script.epochs, 100});
        std::vector<double> strengths, targets;
        if (planned)
            for (const dnas::RunTerm &term : planned->terms) {
                strengths.push_back(term.strengthKind == dnas::StrengthKind::Auto ? 0.5 : term.strength);
                targets.push_back(term.target);
            }
        std::size_t position = 0;
        for (int epoch = 0; epoch < script.epochs && !stopsAt(w, script); ++epoch) {
            const double progress = (epoch + 1.0) / script.epochs;
            dnas::StepReport step{id, which, epoch, 99, 100, 2 - progress, 2.2 - progress, 1234, {}};
            w.observer.onStep(step);
            if (planned && script.hold && epoch == 2 && !wasReleased())
                hold(w, script, id, epoch, *planned, strengths, targets, position);
            w.observer.onEpoch(
                fakeReport(w.plan, w.cost, id, which, epoch, script.epochs, planned, share, strengths, targets));
        }
    }

    static bool stopsAt(const Work &w, const FakeScript &script) { return w.stop.requested() && !script.deaf; }
    bool wasReleased()
    {
        const std::lock_guard lock(m_mutex);
        return m_released;
    }

    /// Stands at a step border as the real one does: hears controls, waits while paused, ends on a stop.
    void hold(Work &w, const FakeScript &script, dnas::RunId id, int epoch, const dnas::RunPlan &planned,
              std::vector<double> &strengths, std::vector<double> &targets, std::size_t &position)
    {
        m_holding = true;
        while (!wasReleased() && !stopsAt(w, script)) {
            if (!script.deaf) {
                m_inPause = w.controls.paused();
                w.controls.waitWhilePaused();
                m_inPause = false;
            }
            for (const dnas::SteeringRequest &request : w.controls.since(position, id)) {
                if (request.key == "learning_rate")
                    w.observer.onSteering({id, dnas::Phase::Search, epoch, 50, request.key, 0.001, request.value});
                for (std::size_t i = 0; i < planned.terms.size(); ++i) {
                    const bool strength = request.key == "strength." + planned.terms[i].metric;
                    if (!strength && request.key != "target." + planned.terms[i].metric)
                        continue;
                    double &value = strength ? strengths[i] : targets[i];
                    w.observer.onSteering({id, dnas::Phase::Search, epoch, 50, request.key, value, request.value});
                    value = request.value;
                }
            }
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, std::chrono::milliseconds(2), [this] { return m_released; });
        }
        m_holding = false;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_released = false;
    std::optional<dnas::WorkProgress> m_preparing;
    dnas::SearchOptions m_options;
    int m_probesReleased = 0;
    std::atomic<int> m_probes{0};
    std::atomic<bool> m_holding{false};
    std::atomic<bool> m_inPause{false};
    std::atomic<int> m_sessions{0};
    std::atomic<int> m_ended{0};
};

} // namespace fakes
