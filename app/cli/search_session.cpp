// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_session.h"

#include "app/cli/cli.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/plan_printer.h"
#include "app/cli/progress.h"
#include "core/search/search_run.h"

#include <fmt/format.h>

#include <iostream>
#include <thread>

namespace paretoscope {

using namespace dnas;

namespace {

void warnAboutThreads(const SearchPlan &plan, int jobs)
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    if (cores > 0 && plan.spec.threads * jobs > cores)
        std::cerr << fmt::format(
            "dnas: warning: {} jobs of {} threads want more than the {} cores here; this is slow\n", jobs,
            plan.spec.threads, cores);
}

int finish(const SearchSummary &summary, bool json)
{
    if (json) {
        printJson({{"study", summary.study.string()},
                   {"reason", finishReasonName(summary.reason)},
                   {"runs_done", summary.runsDone},
                   {"runs_failed", summary.runsFailed},
                   {"runs_skipped", summary.runsSkipped},
                   {"candidates", summary.candidates}});
    } else {
        std::cout << fmt::format("{}: {} runs {}, {} failed, {} already there; {} candidates\n", summary.study.string(),
                                 summary.runsDone, "done", summary.runsFailed, summary.runsSkipped, summary.candidates);
        if (summary.candidates > 0)
            std::cout << fmt::format("see them: dnas front {0}, or paretoscope {0}\n", summary.study.string());
    }
    if (SignalStop::received()) {
        std::cerr << "dnas: interrupted; the same command goes on from the finished runs\n";
        return kExitInterrupted;
    }
    return summary.reason == FinishReason::Done && summary.infeasible == 0 ? kExitDone : kExitFailed;
}

} // namespace

int runSearchSession(const SearchArguments &arguments)
{
    auto spec = loadSpec(arguments.spec);
    if (!spec.ok())
        return fail(spec.error(), arguments.json);
    if (arguments.seed)
        spec->seed = *arguments.seed;
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return fail(plan.error(), arguments.json);

    const SearchOptions options{.data = arguments.data,
                                .output = arguments.output,
                                .jobs = arguments.jobs,
                                .includeSeed = !arguments.withoutSeed};
    if (arguments.dryRun) {
        const auto probe = probeSearch(*plan, options);
        if (!probe.ok())
            return fail(probe.error(), arguments.json);
        printPlan(*plan, *probe, options, arguments.json);
        const auto reachable = requireReachable(*plan);
        return reachable.ok() ? kExitDone : fail(reachable.error(), arguments.json);
    }
    if (arguments.resume && !std::filesystem::exists(arguments.output))
        return fail(invalidInput("there is no such study to resume; leave out --resume to begin it",
                                 {arguments.output.string(), 0, {}}),
                    arguments.json);
    warnAboutThreads(*plan, arguments.jobs);
    ProgressPrinter printer(progressStyle(arguments.json), *plan, options.includeSeed);
    SearchControls controls;
    StopToken stop;
    const SignalStop signals(stop);
    const auto summary = runSearch(*plan, options, printer, controls, stop);
    if (!summary.ok())
        return fail(summary.error(), arguments.json);
    return finish(*summary, arguments.json);
}

} // namespace paretoscope
