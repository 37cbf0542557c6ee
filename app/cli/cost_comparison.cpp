// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cost_output.h: one network on many boards and kernel libraries.
#include "app/cli/cli.h"
#include "app/cli/cost_output.h"
#include "app/cli/output.h"
#include "core/hardware/cost.h"

#include <fmt/format.h>

#include <array>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr std::array kCompared{"flash", "ram", "latency", "energy"};

/// "4.63 ms ± 4.2 %"
std::string figureText(const CostSet &costs, const char *metric)
{
    std::string text = costText(costs, metric);
    if (const auto found = costs.find(metric); found != costs.end() && found->second.errorPercent)
        text += fmt::format(" ± {:.3g} %", *found->second.errorPercent);
    return text;
}

std::string verdictText(const CostSet &costs, const Board &board)
{
    const std::optional<bool> room = fits(costs, board);
    if (!room)
        return "–";
    if (*room)
        return "yes";
    std::string tooSmall;
    for (const char *metric : {"flash", "ram"}) {
        const auto found = costs.find(metric);
        if (roomFor(board, metric) > 0 && found != costs.end() && found->second.value > roomFor(board, metric))
            tooSmall += std::string(tooSmall.empty() ? "no, " : " and ") + findMetric(metric)->title + " has " +
                        formatMetric(metric, roomFor(board, metric));
    }
    return tooSmall;
}

Json comparisonJson(const Network &network, const std::vector<BoardSetup> &setups)
{
    const NetworkGeometry geometry(network);
    Json list = Json::array();
    for (const BoardSetup &setup : setups) {
        Json entry = Json::object();
        putSetup(entry, setup);
        const Result<void> runs = checkRuns(network, setup);
        const CostSet costs = runs.ok() ? totalCostOf(network, geometry, setup) : CostSet();
        putCosts(entry, costs);
        const std::optional<bool> room = fits(costs, setup.board);
        entry["fits"] = room ? Json(*room) : Json();
        entry["error"] = runs.ok() ? Json() : Json(runs.error().text());
        list.push_back(std::move(entry));
    }
    return {{"network", network.name}, {"costs", list}};
}

} // namespace

int compareSetups(const Network &network, const std::vector<BoardSetup> &setups, bool json)
{
    if (json) {
        printJson(comparisonJson(network, setups));
        return kExitDone;
    }
    const NetworkGeometry geometry(network);
    std::vector<Column> columns{{"board"}, {"runtime"}, {"point"}};
    for (const char *metric : kCompared)
        columns.push_back({findMetric(metric)->title, Align::Right});
    columns.push_back({"fits"});
    TextTable table(std::move(columns));
    for (const BoardSetup &setup : setups) {
        std::vector<std::string> cells{setup.board.name, setup.runtime.name, setup.point.name};
        const Result<void> runs = checkRuns(network, setup);
        const CostSet costs = runs.ok() ? totalCostOf(network, geometry, setup) : CostSet();
        for (const char *metric : kCompared)
            cells.push_back(figureText(costs, metric));
        cells.push_back(runs.ok() ? verdictText(costs, setup.board) : "cannot run it");
        for (std::string &cell : cells)
            cell = printable(cell.empty() ? "–" : cell);
        table.add(std::move(cells));
    }
    printText(printable(network.name) + "\n\n" + table.text());
    return kExitDone;
}

} // namespace paretoscope
