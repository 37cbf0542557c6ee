// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole searches on the demo's pictures: what compaction saves, and what a second worker brings. Ratios of runs of one
// process that take turns, so that a machine which is slow today is slow for both.
#include "app/cli/bench_subjects.h"
#include "app/cli/scratch_folder.h"

#include "core/base/statistics.h"
#include "core/engine/engine.h"
#include "core/spec/search_spec.h"
#include "core/study/study.h"

#include <fmt/format.h>

#include <chrono>
#include <mutex>

namespace paretoscope {

using namespace dnas;

namespace {

using Clock = std::chrono::steady_clock;

/// Seconds of training by phase, and of everything behind the shared warm-up.
class Stopwatch : public SearchObserver {
public:
    void onRunStarted(const RunStarted &event) override
    {
        const std::lock_guard lock(m_mutex);
        if (event.run.value != kSharedRun.value && m_begun == Clock::time_point())
            m_begun = Clock::now();
    }
    void onEpoch(const EpochReport &epoch) override
    {
        const std::lock_guard lock(m_mutex);
        (epoch.phase == Phase::WarmUp ? plain : search) += epoch.phase == Phase::FineTune ? 0 : epoch.seconds;
        if (epoch.phase == Phase::Search)
            macs = epoch.costs.at("macs");
    }
    void onFinished(const SearchFinished &event) override
    {
        const std::lock_guard lock(m_mutex);
        if (event.run.value != kSharedRun.value)
            runs = std::chrono::duration<double>(Clock::now() - m_begun).count();
    }
    double plain = 0;
    double search = 0;
    double macs = 0; ///< at the end of the search
    double seedMacs = 0;
    double runs = 0; ///< wall-clock seconds from the first run to the end of the last

private:
    std::mutex m_mutex;
    Clock::time_point m_begun;
};

/// Mean test quality of the candidates.
Result<double> searchDemo(const std::string &rest, int seed, int jobs, const std::filesystem::path &output,
                          Stopwatch &watch)
{
    const auto trainer = engine();
    if (!trainer.ok())
        return trainer.error();
    const auto spec = parseSpec("benchmark: demo\nseed: " + std::to_string(seed) + "\n" + rest, "bench");
    if (!spec.ok())
        return spec.error();
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return plan.error();
    SearchControls controls;
    StopToken stop;
    const auto summary =
        (*trainer)->runSearch(*plan, {.output = output, .jobs = jobs, .includeSeed = false}, watch, controls, stop);
    if (!summary.ok())
        return summary.error();
    if (summary->runsFailed > 0 || summary->candidates == 0)
        return Error{ErrorCode::Internal, "a run of the bench failed; see what dnas search says of the demo", {}};
    watch.seedMacs = plan->seedCost.total.at("macs").value;
    const auto study = Study::open(output, StudyAccess::Read);
    if (!study.ok())
        return study.error();
    const auto candidates = (*study)->candidates();
    if (!candidates.ok())
        return candidates.error();
    double quality = 0;
    for (const CandidateSummary &candidate : *candidates)
        quality += candidate.testQuality / static_cast<double>(candidates->size());
    return quality;
}

BenchResults benchCompaction(BenchLength length, const BenchProgress &progress, const ScratchFolder &folder)
{
    const int seeds = length == BenchLength::Full ? 3 : 1;
    const int epochs = length == BenchLength::Full ? 12 : 2;
    std::vector<double> ratios, againstPlain, macs, with, without;
    for (int seed = 1; seed <= seeds; ++seed) {
        double seconds[2] = {};
        for (const int compact : {0, 1}) {
            progress(fmt::format("a search to 25 % of the weights {} compaction, seed {}", compact ? "with" : "without",
                                 seed));
            Stopwatch watch;
            const auto quality = searchDemo(
                fmt::format(
                    "objective: [{{metric: weights, target: 25%}}]\n"
                    "phases: {{warm_up: {0}, search: {0}, fine_tune: 4}}\nrecipe: {{search: {{compact: {1}}}}}\n",
                    epochs, compact),
                seed, 1, folder.file(fmt::format("compact-{}-{}.pscope", seed, compact)), watch);
            if (!quality.ok())
                return quality.error();
            seconds[compact] = watch.search;
            (compact ? with : without).push_back(100 * *quality);
            if (compact) {
                againstPlain.push_back(watch.search / watch.plain);
                macs.push_back(watch.macs / watch.seedMacs);
            }
        }
        ratios.push_back(seconds[1] / seconds[0]);
    }
    const std::string of = fmt::format("demo, 25 % of the weights, {} epochs, median of {} seeds", epochs, seeds);
    return std::vector<BenchResult>{
        {"search.compaction.time", median(ratios), "ratio", "lower", "search phase with over without; " + of},
        {"search.compaction.against_plain", median(againstPlain), "ratio", "lower",
         "search phase with compaction over plain training of the seed network; " + of},
        {"search.compaction.macs_left", median(macs), "ratio", "lower", "of the seed's MACs, at the end; " + of},
        {"search.compaction.quality", median(with), "%", "higher", "test accuracy with; " + of},
        {"search.no_compaction.quality", median(without), "%", "higher", "test accuracy without; " + of}};
}

BenchResults benchSweep(BenchLength length, const BenchProgress &progress, const ScratchFolder &folder)
{
    const int epochs = length == BenchLength::Full ? 4 : 1;
    double seconds[3] = {};
    for (const int jobs : {1, 2}) {
        progress(fmt::format("a sweep of eight runs, {} at a time", jobs));
        Stopwatch watch;
        const auto quality = searchDemo(
            fmt::format("objective: [{{metric: weights, target: [80%, 70%, 60%, 50%, 40%, 35%, 30%, 25%]}}]\n"
                        "phases: {{warm_up: 1, search: {0}, fine_tune: {0}}}\n",
                        epochs),
            1, jobs, folder.file(fmt::format("sweep-{}.pscope", jobs)), watch);
        if (!quality.ok())
            return quality.error();
        seconds[jobs] = watch.runs;
    }
    return std::vector<BenchResult>{{"search.sweep.throughput", seconds[1] / seconds[2], "ratio", "higher",
                                     "eight runs on two workers against one after the other, one thread each"}};
}

} // namespace

BenchResults benchSearch(BenchLength length, const BenchProgress &progress)
{
    const ScratchFolder folder;
    auto results = benchCompaction(length, progress, folder);
    if (!results.ok())
        return results.error();
    const auto sweep = benchSweep(length, progress, folder);
    if (!sweep.ok())
        return sweep.error();
    std::vector<BenchResult> all = *results;
    all.insert(all.end(), sweep->begin(), sweep->end());
    return all;
}

} // namespace paretoscope
