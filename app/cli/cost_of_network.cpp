// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cost_output.h: one network on one board, layer by layer.
#include "app/cli/cli.h"
#include "app/cli/cost_output.h"
#include "app/cli/output.h"
#include "core/base/joined.h"
#include "core/hardware/cost.h"

#include <fmt/format.h>

#include <chrono>

namespace paretoscope {

using namespace dnas;

namespace {

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
        if (const double memory = roomFor(setup.board, metric); memory > 0)
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
        printText("  RAM of a layer: all activations alive while it runs; the peak holds the outputs of " +
                  printable(joined(cost.ramPeakLayers)) + "\n");
    }
    if (cost.total.contains("flash"))
        printText(fmt::format("  Flash in all: weights {}, biases {}, tables {}, code {}\n",
                              formatMetric("flash", cost.flash.weights), formatMetric("flash", cost.flash.biases),
                              formatMetric("flash", cost.flash.tables),
                              cost.flash.code > 0 ? formatMetric("flash", cost.flash.code) : "not known"));
}

Json partsJson(const FlashParts &parts)
{
    return {{"weights", parts.weights},
            {"biases", parts.biases},
            {"tables", parts.tables},
            {"code", parts.code > 0 ? Json(parts.code) : Json()}};
}

void printCostJson(const Network &network, const NetworkCost &cost, const BoardSetup &setup, double engineMs)
{
    Json object{{"network", network.name}};
    putSetup(object, setup);
    putCosts(object, cost.total);
    const std::optional<bool> room = fits(cost.total, setup.board);
    object["fits"] = room ? Json(*room) : Json();
    for (const char *metric : {"flash", "ram"}) {
        const double bytes = roomFor(setup.board, metric);
        object[std::string(metric) + "_room_bytes"] = bytes > 0 ? metricJson(metric, bytes) : Json();
    }
    object["flash_parts"] = partsJson(cost.flash);
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
}

} // namespace

double roomFor(const Board &board, const std::string &metric)
{
    if (metric == "flash")
        return static_cast<double>(board.flashBytes);
    return metric == "ram" ? static_cast<double>(board.arenaRoom()) : 0;
}

std::optional<bool> fits(const CostSet &costs, const Board &board)
{
    std::optional<bool> all;
    for (const char *metric : {"flash", "ram"}) {
        const double room = roomFor(board, metric);
        const auto found = costs.find(metric);
        if (room > 0 && found != costs.end())
            all = all.value_or(true) && found->second.value <= room;
    }
    return all;
}

int costOfNetwork(const Network &network, const BoardSetup &setup, bool json)
{
    const auto start = std::chrono::steady_clock::now();
    const NetworkCost cost = costOf(network, setup);
    const std::chrono::duration<double, std::milli> engine = std::chrono::steady_clock::now() - start;
    if (json) {
        printCostJson(network, cost, setup, engine.count());
        return kExitDone;
    }
    printText(printable(network.name) + " on " + setupText(setup) + "\n\n");
    printTotals(cost, setup);
    printText("\n");
    printLayers(cost, setup);
    printNotes(cost);
    printText(fmt::format("  computed in {:.3f} ms\n", engine.count()));
    return kExitDone;
}

} // namespace paretoscope
