// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_session.h"

#include "app/cli/cli.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/plan_printer.h"
#include "app/cli/progress.h"
#include "core/engine/engine.h"
#include "core/study/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <thread>

namespace paretoscope {

using namespace dnas;

namespace {

void warnAboutThreads(const SearchPlan &plan, int jobs, ProgressPrinter &printer)
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    if (cores > 0 && plan.spec.threads * jobs > cores)
        printer.onNotice({fmt::format("{} of {} on {}: this is slow", counted(jobs, "job"),
                                      counted(plan.spec.threads, "thread"), counted(cores, "core"))});
}

/// The study is written, all else is read: what is not there was named wrongly.
int failSearch(const Error &error, const std::filesystem::path &study, bool json)
{
    return fail(error.place.file == study.string() ? error : namedByUser(error), json);
}
int failSearch(const Error &error, const SearchArguments &arguments)
{
    return failSearch(error, arguments.output, arguments.json);
}

int finish(const SearchSummary &summary, bool json, ProgressPrinter &printer)
{
    if (json) {
        printJson({{"study", summary.study.string()},
                   {"reason", finishReasonName(summary.reason)},
                   {"runs_done", summary.runsDone},
                   {"runs_failed", summary.runsFailed},
                   {"runs_skipped", summary.runsSkipped},
                   {"candidates", summary.candidates},
                   {"over_limits", summary.infeasible}});
    } else {
        std::cout << fmt::format("{}: {} done, {} failed, {} already there; {}\n", summary.study.string(),
                                 counted(summary.runsDone, "run"), summary.runsFailed, summary.runsSkipped,
                                 counted(summary.candidates, "candidate"));
        if (summary.candidates > 0)
            std::cout << fmt::format("see them: dnas front {0}, or paretoscope {0}\n", summary.study.string());
    }
    if (SignalStop::received()) {
        printer.onNotice({"interrupted; the same command goes on from the last epoch"});
        return kExitInterrupted;
    }
    if (summary.infeasible > 0)
        printer.onNotice({fmt::format("{} over a limit of its run; `dnas show {} CANDIDATE` says by how much",
                                      counted(summary.infeasible, "candidate"), summary.study.string())});
    return summary.reason == FinishReason::Done && summary.infeasible == 0 ? kExitDone : kExitFailed;
}

/// Keys of the runs that a study holds finished; none where there is no such study.
Result<std::set<std::string>> doneIn(const std::filesystem::path &path, const SearchPlan &plan)
{
    std::set<std::string> done;
    if (path.empty() || !std::filesystem::exists(path))
        return done;
    const auto study = Study::open(path, StudyAccess::Read);
    if (!study.ok())
        return study.error();
    const auto runs = (*study)->runs();
    if (!runs.ok())
        return runs.error();
    for (const StudyRun &run : *runs) {
        if (run.id == kSharedRun && run.key != plan.warmUpKey)
            return invalidInput("this study was made from another seed network, benchmark, recipe or seed; choose "
                                "another output file",
                                {path.string(), 0, {}});
        if (run.state == RunState::Done)
            done.insert(run.key);
    }
    return done;
}

} // namespace

int runSearchSession(const SearchArguments &arguments)
{
    auto spec = loadSpec(arguments.spec);
    if (!spec.ok())
        return failSearch(spec.error(), arguments);
    if (arguments.seed)
        spec->seed = *arguments.seed;
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return failSearch(plan.error(), arguments);

    const SearchOptions options{.data = arguments.data,
                                .output = arguments.output,
                                .jobs = arguments.jobs,
                                .includeSeed = !arguments.withoutSeed,
                                .replay = arguments.replay,
                                .resume = arguments.resume};
    if (arguments.dryRun) {
        const auto done = doneIn(arguments.output, *plan);
        if (!done.ok())
            return failSearch(done.error(), arguments);
        const auto trainer = engine();
        if (!trainer.ok())
            return failSearch(trainer.error(), arguments);
        const auto probe = (*trainer)->probeSearch(*plan, options);
        if (!probe.ok())
            return failSearch(probe.error(), arguments);
        printPlan(*plan, *probe, options, *done, arguments.json);
        const auto reachable = requireReachable(*plan);
        return reachable.ok() ? kExitDone : fail(reachable.error(), arguments.json);
    }
    if (arguments.resume && !std::filesystem::exists(arguments.output))
        return fail(invalidInput("there is no such study to resume; leave out --resume to begin it",
                                 {arguments.output.string(), 0, {}}),
                    arguments.json);
    return runPlannedSearch(*plan, options, arguments.json);
}

int runPlannedSearch(const SearchPlan &plan, const SearchOptions &options, bool json)
{
    SearchPlan shown = plan; // what is left to be trained is reckoned by it
    if (!options.only.empty())
        shown.runs.clear(); // forks, which count from when they start
    ProgressPrinter printer(progressStyle(json), shown, options.includeSeed, options.jobs);
    warnAboutThreads(plan, options.jobs, printer);
    SearchControls controls;
    StopToken stop;
    const SignalStop signals(stop);
    const auto trainer = engine();
    if (!trainer.ok())
        return failSearch(trainer.error(), options.output, json);
    const auto summary = (*trainer)->runSearch(plan, options, printer, controls, stop);
    if (!summary.ok())
        return failSearch(summary.error(), options.output, json);
    return finish(*summary, json, printer);
}

} // namespace paretoscope
