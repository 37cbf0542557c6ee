// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cost_output.h: one network on many boards and kernel libraries.
#include "app/cli/cli.h"
#include "app/cli/cost_output.h"
#include "app/cli/output.h"
#include "core/hardware/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr std::array kCompared{"flash", "ram", "latency", "energy"};

/// Flash is weights, tables and the code of the library; many boards do not say how large that is.
bool isCodeUnknown(const BoardSetup &setup) { return setup.runtime.codeBytes == 0; }

/// "4.63 ms ± 4.2 %", "> 75.0 KiB"
std::string figureText(const CostSet &costs, const char *metric, const BoardSetup &setup)
{
    std::string text = costText(costs, metric);
    if (metric == std::string_view("flash") && costs.contains(metric) && isCodeUnknown(setup))
        text = "> " + text;
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

/// A setup with what the network costs there; nothing but the error where it cannot run.
struct Priced {
    const BoardSetup &setup;
    CostSet costs;
    std::optional<Error> error;
};

std::vector<Priced> priced(const Network &network, const std::vector<BoardSetup> &setups)
{
    const NetworkGeometry geometry(network);
    std::vector<Priced> rows;
    for (const BoardSetup &setup : setups) {
        const Result<void> runs = checkRuns(network, setup);
        rows.push_back({.setup = setup, .costs = {}, .error = {}});
        if (runs.ok())
            rows.back().costs = totalCostOf(network, geometry, setup);
        else
            rows.back().error = runs.error();
    }
    return rows;
}

Json rowJson(const Priced &row)
{
    Json entry = Json::object();
    putSetup(entry, row.setup);
    putCosts(entry, row.costs);
    entry["code_bytes"] = isCodeUnknown(row.setup) ? Json() : Json(row.setup.runtime.codeBytes);
    const std::optional<bool> room = fits(row.costs, row.setup.board);
    entry["fits"] = room ? Json(*room) : Json();
    entry["error"] = row.error ? Json(row.error->text()) : Json();
    return entry;
}

std::vector<std::string> rowCells(const Priced &row)
{
    std::vector<std::string> cells{row.setup.board.name, row.setup.runtime.name, row.setup.point.name};
    for (const char *metric : kCompared)
        cells.push_back(figureText(row.costs, metric, row.setup));
    cells.push_back(row.error ? "cannot run it" : verdictText(row.costs, row.setup.board));
    for (std::string &cell : cells)
        cell = printable(cell.empty() ? "–" : cell);
    return cells;
}

} // namespace

int compareSetups(const Network &network, const std::vector<BoardSetup> &setups, bool json)
{
    const std::vector<Priced> rows = priced(network, setups);
    if (json) {
        Json list = Json::array();
        for (const Priced &row : rows)
            list.push_back(rowJson(row));
        printJson({{"network", network.name}, {"costs", list}});
        return kExitDone;
    }
    std::vector<Column> columns{{"board"}, {"runtime"}, {"point"}};
    for (const char *metric : kCompared)
        columns.push_back({findMetric(metric)->title, Align::Right});
    columns.push_back({"fits"});
    TextTable table(std::move(columns));
    for (const Priced &row : rows)
        table.add(rowCells(row));
    printText(printable(network.name) + "\n\n" + table.text());
    const bool more = std::any_of(rows.begin(), rows.end(), [](const Priced &row) {
        return row.costs.contains("flash") && isCodeUnknown(row.setup);
    });
    if (more)
        printText("\n  >: and the code of the kernel library, whose size the board file does not say\n");
    return kExitDone;
}

} // namespace paretoscope
