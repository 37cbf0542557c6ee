// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_printer.h"

#include "app/cli/output.h"
#include "app/cli/verdict_output.h"
#include "app/shared/search_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

using Keys = std::set<std::string>;

/// Of what is left to be done.
double totalOf(const SearchPlan &plan, const ProbeResult &probe, SearchOptions options, const Keys &done)
{
    const auto left =
        std::count_if(plan.runs.begin(), plan.runs.end(), [&](const RunPlan &run) { return !done.contains(run.key); });
    options.includeSeed = options.includeSeed && !done.contains(plan.seedRunKey);
    const double warmUp = done.contains(plan.warmUpKey) ? probe.warmUpSeconds : 0;
    return totalSeconds(plan.spec.phases, static_cast<std::size_t>(left), probe, options) - warmUp;
}

void printPlanJson(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options, const Keys &done)
{
    Json runs = Json::array();
    for (const RunPlan &run : plan.runs) {
        Json terms = Json::array();
        for (const RunTerm &term : run.terms)
            terms.push_back({{"metric", term.metric},
                             {"shape", termShapeName(term.shape)},
                             {"target", term.target},
                             {"strength", term.strength},
                             {"strength_auto", term.strengthKind == StrengthKind::Auto},
                             {"seed_cost", term.seedCost}});
        runs.push_back({{"key", run.key}, {"label", run.label}, {"done", done.contains(run.key)}, {"terms", terms}});
    }
    Json object{{"runs", runs},
                {"warm_up_done", done.contains(plan.warmUpKey)},
                {"seed_run_done", done.contains(plan.seedRunKey)},
                {"images_per_second", probe.imagesPerSecond},
                {"warm_up_seconds", probe.warmUpSeconds},
                {"run_seconds", probe.runSeconds},
                {"seed_run_seconds", options.includeSeed ? Json(seedRunSeconds(plan.spec.phases, probe)) : Json()},
                {"total_seconds", totalOf(plan, probe, options, done)}};
    putVerdicts(object, plan);
    printJson(object);
}

} // namespace

void printPlan(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options, const Keys &done,
               bool json)
{
    if (json) {
        printPlanJson(plan, probe, options, done);
        return;
    }
    std::cout << fmt::format("{} on {}, seed network {}\n", plan.benchmark.title, plan.setup.board.title,
                             plan.space.seed().name);
    // Numbers as a new study will have them.
    int number = 0;
    const auto line = [&](const std::string &key, const std::string &label) {
        std::cout << fmt::format("  run {:>3}: {}{}\n", ++number, label, done.contains(key) ? " (already there)" : "");
    };
    if (options.includeSeed)
        line(plan.seedRunKey, "seed network");
    for (const RunPlan &run : plan.runs)
        line(run.key, run.label);
    std::cout << verdictTable(plan);
    const double total = totalOf(plan, probe, options, done);
    std::cout << fmt::format("  {:.0f} samples/s while searching; warm-up {:.0f} s, a run {:.0f} s, {}; {} about {}\n",
                             probe.imagesPerSecond, probe.warmUpSeconds, probe.runSeconds,
                             options.includeSeed
                                 ? fmt::format("the seed network {:.0f} s", seedRunSeconds(plan.spec.phases, probe))
                                 : std::string("without the seed network"),
                             done.empty() ? "all" : "what is left",
                             total < 90 ? fmt::format("{:.0f} s", total) : fmt::format("{:.0f} min", total / 60));
}

} // namespace paretoscope
