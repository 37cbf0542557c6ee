// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cost_output.h: what a spec's search space could reach.
#include "app/cli/cli.h"
#include "app/cli/cost_output.h"
#include "app/cli/output.h"
#include "app/cli/verdict_output.h"
#include "core/space/reach.h"
#include "core/spec/search_spec.h"

#include <fmt/format.h>

#include <chrono>

namespace paretoscope {

using namespace dnas;

namespace {

void printReach(const SearchPlan &plan, const std::map<std::string, SpaceCost::Bounds> &bounds)
{
    TextTable table({{"metric"}, {"smallest", Align::Right}, {"seed network", Align::Right}, {"origin"}});
    for (const MetricInfo &metric : allMetrics()) {
        const auto found = bounds.find(metric.name);
        const auto seed = plan.seedCost.total.find(metric.name);
        if (found == bounds.end() || seed == plan.seedCost.total.end())
            continue;
        table.add({metric.title, formatMetric(metric.name, found->second.least),
                   formatMetric(metric.name, found->second.most), originText(seed->second)});
    }
    printText(table.text());
    if (const std::string verdicts = verdictTable(plan); !verdicts.empty())
        printText("\n" + verdicts);
}

Json reachJson(const SearchPlan &plan, const std::map<std::string, SpaceCost::Bounds> &bounds)
{
    Json reach = Json::object();
    for (const MetricInfo &metric : allMetrics()) {
        const auto found = bounds.find(metric.name);
        reach[metric.jsonKey] = found == bounds.end() ? Json()
                                                      : Json{{"least", metricJson(metric.name, found->second.least)},
                                                             {"most", metricJson(metric.name, found->second.most)}};
    }
    Json seed = Json::object();
    putCosts(seed, plan.seedCost.total);
    Json object{{"bounds", reach}, {"seed", seed}, {"runs", plan.runs.size()}};
    putVerdicts(object, plan);
    return object;
}

} // namespace

int costOfSpace(const std::string &file, bool json)
{
    const auto spec = loadSpec(file);
    if (!spec.ok())
        return fail(namedByUser(spec.error()), json);
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return fail(namedByUser(plan.error()), json);
    const auto start = std::chrono::steady_clock::now();
    const auto bounds = reachOf(plan->space, plan->setup);
    const std::chrono::duration<double, std::milli> engine = std::chrono::steady_clock::now() - start;
    if (json) {
        Json object{{"spec", file}, {"network", plan->space.seed().name}};
        putSetup(object, plan->setup);
        object.update(reachJson(*plan, bounds));
        object["engine_ms"] = engine.count();
        printJson(object);
    } else {
        printText(printable(plan->space.seed().name) + " on " + setupText(plan->setup) + "\n\n");
        printReach(*plan, bounds);
        printText(fmt::format("  computed in {:.3f} ms\n", engine.count()));
    }
    const auto reachable = requireReachable(*plan);
    return reachable.ok() ? kExitDone : fail(reachable.error(), json);
}

} // namespace paretoscope
