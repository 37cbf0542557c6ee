// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_printer.h"

#include "app/shared/search_time.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

double totalOf(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options)
{
    return totalSeconds(plan.spec.phases, plan.runs.size(), probe, options);
}

void printJson(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options)
{
    nlohmann::json runs = nlohmann::json::array();
    for (const RunPlan &run : plan.runs) {
        nlohmann::json terms = nlohmann::json::array();
        for (const RunTerm &term : run.terms)
            terms.push_back({{"metric", term.metric},
                             {"shape", termShapeName(term.shape)},
                             {"target", term.target},
                             {"strength", term.strength},
                             {"strength_auto", term.strengthKind == StrengthKind::Auto},
                             {"seed_cost", term.seedCost}});
        runs.push_back({{"key", run.key}, {"label", run.label}, {"terms", terms}});
    }
    nlohmann::json verdicts = nlohmann::json::array();
    for (const LimitVerdict &verdict : plan.verdicts)
        verdicts.push_back({{"metric", verdict.metric},
                            {"target", verdict.target},
                            {"least", verdict.bounds.least},
                            {"most", verdict.bounds.most},
                            {"verdict", verdictName(verdict.verdict)},
                            {"because", verdict.because}});
    std::cout << nlohmann::json{{"runs", runs},
                                {"verdicts", verdicts},
                                {"images_per_second", probe.imagesPerSecond},
                                {"warm_up_seconds", probe.warmUpSeconds},
                                {"run_seconds", probe.runSeconds},
                                {"seed_run_seconds", options.includeSeed
                                                         ? nlohmann::json(seedRunSeconds(plan.spec.phases, probe))
                                                         : nlohmann::json()},
                                {"total_seconds", totalOf(plan, probe, options)}}
                     .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
}

} // namespace

void printPlan(const SearchPlan &plan, const ProbeResult &probe, const SearchOptions &options, bool json)
{
    if (json) {
        printJson(plan, probe, options);
        return;
    }
    std::cout << fmt::format("{} on {}, seed network {}\n", plan.benchmark.title, plan.setup.board.title,
                             plan.space.seed().name);
    for (const RunPlan &run : plan.runs)
        std::cout << fmt::format("  run {:>3}: {}\n", run.index + 1, run.label);
    for (const LimitVerdict &verdict : plan.verdicts)
        std::cout << fmt::format("  {} {}: {}; {}\n", verdict.metric, formatMetric(verdict.metric, verdict.target),
                                 verdictName(verdict.verdict), verdict.because);
    const double total = totalOf(plan, probe, options);
    std::cout << fmt::format("  {:.0f} images/s while searching; warm-up {:.0f} s, a run {:.0f} s, {}; all about {}\n",
                             probe.imagesPerSecond, probe.warmUpSeconds, probe.runSeconds,
                             options.includeSeed
                                 ? fmt::format("the seed network {:.0f} s", seedRunSeconds(plan.spec.phases, probe))
                                 : std::string("without the seed network"),
                             total < 90 ? fmt::format("{:.0f} s", total) : fmt::format("{:.0f} min", total / 60));
}

} // namespace paretoscope
