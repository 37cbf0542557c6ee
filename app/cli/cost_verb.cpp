// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas cost: what one network costs on a board, or what a spec's search space could reach there.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/hardware/cost.h"
#include "core/spec/search_spec.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct Arguments {
    std::string network;
    std::string space;
    std::string board = "generic";
    std::string runtime;
    std::string point;
    bool json = false;
};

using Clock = std::chrono::steady_clock;
double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Memory of the board that a metric must fit into; 0: none.
double memoryFor(const Board &board, const std::string &metric)
{
    if (metric == "flash")
        return static_cast<double>(board.flashBytes);
    return metric == "ram" ? static_cast<double>(board.ramBytes) : 0;
}

void printTotals(const NetworkCost &cost, const BoardSetup &setup)
{
    TextTable table({{"metric"}, {"value", Align::Right}, {"exactly", Align::Right}, {"origin"}, {""}});
    for (const std::string &metric : modelledMetrics(setup)) {
        const MetricInfo *info = findMetric(metric);
        const auto found = cost.total.find(metric);
        if (!info || found == cost.total.end())
            continue;
        const double value = found->second.value;
        std::string exactly;
        if (info->unit.empty() || info->unit == "B")
            exactly = countText(static_cast<std::int64_t>(value + 0.5));
        std::string note;
        if (const double memory = memoryFor(setup.board, metric); memory > 0)
            note = fmt::format("{:.0f} % of {}{}", 100 * value / memory, formatMetric(metric, memory),
                               value > memory ? ": does not fit" : "");
        table.add({info->title, formatMetric(metric, value), exactly, originText(found->second), note});
    }
    printText(table.text());
}

void printLayers(const NetworkCost &cost, const BoardSetup &setup)
{
    std::vector<std::string> metrics;
    std::vector<Column> columns{{"layer"}, {"operator"}};
    for (const std::string &metric : modelledMetrics(setup)) {
        if (metric == "parameters" || metric == "cycles")
            continue; // their shares are those of flash and latency; --json has them
        metrics.push_back(metric);
        columns.push_back({findMetric(metric)->title, Align::Right});
    }
    TextTable table(std::move(columns));
    for (const LayerCost &layer : cost.layers) {
        std::vector<std::string> cells{layer.name, layer.op};
        for (const std::string &metric : metrics)
            cells.push_back(costText(layer.costs, metric));
        table.add(std::move(cells));
    }
    printText(table.text());
}

void printNotes(const NetworkCost &cost)
{
    if (!cost.ramPeakLayers.empty()) {
        std::string layers;
        for (const std::string &name : cost.ramPeakLayers)
            layers += (layers.empty() ? "" : ", ") + printable(name);
        printText("  RAM of a layer: all activations alive while it runs; the peak holds the outputs of " + layers +
                  "\n");
    }
    if (cost.total.contains("flash"))
        printText(fmt::format("  Flash in all: weights {}, biases {}, tables {}, code {}\n",
                              formatMetric("flash", cost.flash.weights), formatMetric("flash", cost.flash.biases),
                              formatMetric("flash", cost.flash.tables),
                              cost.flash.code > 0 ? formatMetric("flash", cost.flash.code) : "not known"));
}

int costOfNetwork(const Arguments &arguments)
{
    const auto network = loadAnyNetwork(arguments.network);
    if (!network.ok())
        return fail(network.error(), arguments.json);
    auto board = loadBoard(arguments.board);
    if (!board.ok())
        return fail(namedByUser(board.error()), arguments.json);
    const auto setup = selectSetup(std::move(*board), arguments.runtime, arguments.point);
    if (!setup.ok())
        return fail(setup.error(), arguments.json);
    if (const auto runs = checkOperators(*network, *setup); !runs.ok())
        return fail(runs.error(), arguments.json);
    const auto start = Clock::now();
    const NetworkCost cost = costOf(*network, *setup);
    const double engineMs = millisecondsSince(start);
    if (arguments.json) {
        Json object{{"network", network->name}};
        putSetup(object, *setup);
        putCosts(object, cost.total);
        object["flash_parts"] = {{"weights", cost.flash.weights},
                                 {"biases", cost.flash.biases},
                                 {"tables", cost.flash.tables},
                                 {"code", cost.flash.code}};
        object["ram_peak_layers"] = cost.ramPeakLayers;
        Json layers = Json::array();
        for (const LayerCost &layer : cost.layers) {
            Json entry{{"name", layer.name}, {"op", layer.op}};
            putCosts(entry, layer.costs);
            layers.push_back(std::move(entry));
        }
        object["layers"] = std::move(layers);
        object["engine_ms"] = engineMs;
        printJson(object);
        return kExitDone;
    }
    printText(printable(network->name) + " on " + setupText(*setup) + "\n\n");
    printTotals(cost, *setup);
    printText("\n");
    printLayers(cost, *setup);
    printNotes(cost);
    printText(fmt::format("  computed in {:.3f} ms\n", engineMs));
    return kExitDone;
}

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
    if (plan.verdicts.empty())
        return;
    TextTable verdicts({{"target"}, {"", Align::Right}, {"verdict"}, {"because"}});
    for (const LimitVerdict &verdict : plan.verdicts)
        verdicts.add({verdict.metric, formatMetric(verdict.metric, verdict.target), verdictName(verdict.verdict),
                      verdict.because});
    printText("\n" + verdicts.text());
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
    Json verdicts = Json::array();
    for (const LimitVerdict &verdict : plan.verdicts)
        verdicts.push_back({{"metric", verdict.metric},
                            {"target", metricJson(verdict.metric, verdict.target)},
                            {"least", metricJson(verdict.metric, verdict.bounds.least)},
                            {"most", metricJson(verdict.metric, verdict.bounds.most)},
                            {"verdict", verdictName(verdict.verdict)},
                            {"because", verdict.because},
                            {"line", verdict.line}});
    Json seed = Json::object();
    putCosts(seed, plan.seedCost.total);
    return {{"bounds", reach}, {"verdicts", verdicts}, {"seed", seed}, {"runs", plan.runs.size()}};
}

int costOfSpace(const Arguments &arguments)
{
    const auto spec = loadSpec(arguments.space);
    if (!spec.ok())
        return fail(namedByUser(spec.error()), arguments.json);
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return fail(namedByUser(plan.error()), arguments.json);
    const auto start = Clock::now();
    const auto bounds = SpaceCost(plan->space, plan->setup).bounds();
    const double engineMs = millisecondsSince(start);
    if (arguments.json) {
        Json object{{"spec", arguments.space}, {"network", plan->space.seed().name}};
        putSetup(object, plan->setup);
        object.update(reachJson(*plan, bounds));
        object["engine_ms"] = engineMs;
        printJson(object);
    } else {
        printText(printable(plan->space.seed().name) + " on " + setupText(plan->setup) + "\n\n");
        printReach(*plan, bounds);
        printText(fmt::format("  computed in {:.3f} ms\n", engineMs));
    }
    const auto reachable = requireReachable(*plan);
    return reachable.ok() ? kExitDone : fail(reachable.error(), arguments.json);
}

} // namespace

void addCostVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("cost", "What a network costs on a board, or what a search space can reach");
    auto *network = verb->add_option("--network", arguments->network, "Name, file or FILE.pscope#CANDIDATE");
    auto *board = verb->add_option("--board", arguments->board, "Name or file (default: generic, counts only)");
    auto *runtime = verb->add_option("--runtime", arguments->runtime, "Kernel library (default: the board's first)");
    auto *point = verb->add_option("--point", arguments->point, "Operating point (default: the board's first)");
    auto *space =
        verb->add_option("--space", arguments->space, "Spec: bounds of every metric, verdict on every target");
    for (CLI::Option *option : {network, board, runtime, point})
        space->excludes(option);
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] {
        if (arguments->network.empty() && arguments->space.empty())
            state.exitCode = fail(invalidInput("name what to cost: --network NAME --board NAME, or --space SPEC.yaml"),
                                  arguments->json);
        else
            state.exitCode = arguments->space.empty() ? costOfNetwork(*arguments) : costOfSpace(*arguments);
    });
}

} // namespace paretoscope
