// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_printer.h"

#include "app/cli/output.h"
#include "app/cli/verdict_output.h"
#include "app/shared/search_time.h"

#include <fmt/format.h>

#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

double totalOf(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options)
{
    return totalSeconds(plan.spec.phases, plan.runs.size(), probe, options);
}

void printPlanJson(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options)
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
        runs.push_back({{"key", run.key}, {"label", run.label}, {"terms", terms}});
    }
    Json object{{"runs", runs},
                {"images_per_second", probe.imagesPerSecond},
                {"warm_up_seconds", probe.warmUpSeconds},
                {"run_seconds", probe.runSeconds},
                {"seed_run_seconds", options.includeSeed ? Json(seedRunSeconds(plan.spec.phases, probe)) : Json()},
                {"total_seconds", totalOf(plan, probe, options)}};
    putVerdicts(object, plan);
    printJson(object);
}

} // namespace

void printPlan(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options, bool json)
{
    if (json) {
        printPlanJson(plan, probe, options);
        return;
    }
    std::cout << fmt::format("{} on {}, seed network {}\n", plan.benchmark.title, plan.setup.board.title,
                             plan.space.seed().name);
    // Numbers as the study will have them.
    const int first = options.includeSeed ? 2 : 1;
    if (options.includeSeed)
        std::cout << "  run   1: seed network\n";
    for (const RunPlan &run : plan.runs)
        std::cout << fmt::format("  run {:>3}: {}\n", run.index + first, run.label);
    std::cout << verdictTable(plan);
    const double total = totalOf(plan, probe, options);
    std::cout << fmt::format("  {:.0f} samples/s while searching; warm-up {:.0f} s, a run {:.0f} s, {}; all about {}\n",
                             probe.imagesPerSecond, probe.warmUpSeconds, probe.runSeconds,
                             options.includeSeed
                                 ? fmt::format("the seed network {:.0f} s", seedRunSeconds(plan.spec.phases, probe))
                                 : std::string("without the seed network"),
                             total < 90 ? fmt::format("{:.0f} s", total) : fmt::format("{:.0f} min", total / 60));
}

} // namespace paretoscope
