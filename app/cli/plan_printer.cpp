// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_printer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

double totalSeconds(const SearchPlan &plan, const ProbeResult &probe, int jobs)
{
    // The seed network takes one more run.
    const double runs = static_cast<double>(plan.runs.size()) + 1;
    return probe.warmUpSeconds + std::ceil(runs / std::max(jobs, 1)) * probe.runSeconds;
}

void printJson(const SearchPlan &plan, const ProbeResult &probe, int jobs)
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
                                {"total_seconds", totalSeconds(plan, probe, jobs)}}
                     .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
}

} // namespace

void printPlan(const SearchPlan &plan, const ProbeResult &probe, int jobs, bool json)
{
    if (json) {
        printJson(plan, probe, jobs);
        return;
    }
    std::cout << fmt::format("{} on {}, seed network {}\n", plan.benchmark.title, plan.setup.board.title,
                             plan.space.seed().name);
    for (const RunPlan &run : plan.runs)
        std::cout << fmt::format("  run {:>3}: {}\n", run.index + 1, run.label);
    for (const LimitVerdict &verdict : plan.verdicts)
        std::cout << fmt::format("  {} {}: {}; {}\n", verdict.metric, formatMetric(verdict.metric, verdict.target),
                                 verdictName(verdict.verdict), verdict.because);
    std::cout << fmt::format(
        "  {:.0f} images/s while searching; warm-up {:.0f} s, a run {:.0f} s, all about {:.0f} min\n",
        probe.imagesPerSecond, probe.warmUpSeconds, probe.runSeconds, totalSeconds(plan, probe, jobs) / 60);
}

} // namespace paretoscope
