// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See describe_board.h.
#include "app/cli/describe_board.h"

#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "core/hardware/board.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

namespace {

Json kindsJson(const std::map<WorkKind, double> &values)
{
    Json object = Json::object();
    for (const auto &[kind, value] : values)
        object[workKindName(kind)] = value;
    return object;
}

Json runtimeJson(const Runtime &runtime)
{
    return {{"name", runtime.name},
            {"title", runtime.title},
            {"weight_bits", runtime.weightBits},
            {"activation_bits", runtime.activationBits},
            {"code_bytes", runtime.codeBytes},
            {"bytes_per_channel", runtime.bytesPerChannel},
            {"cycles_per_mac", kindsJson(runtime.cyclesPerMac)},
            {"cycles_per_element", runtime.cyclesPerOutput},
            {"cycles_per_layer", runtime.cyclesPerLayer},
            {"cycles_per_call", runtime.cyclesPerCall},
            {"nanojoule_per_mac", kindsJson(runtime.nanojoulePerMac)},
            {"reference_point", runtime.referencePoint},
            {"origin", originName(runtime.origin)},
            {"error_percent", runtime.errorPercent > 0 ? Json(runtime.errorPercent) : Json()},
            {"source", runtime.source}};
}

Json boardJson(const Board &board)
{
    Json points = Json::array();
    for (const OperatingPoint &point : board.points)
        points.push_back({{"name", point.name}, {"clock_mhz", point.clockMhz}, {"voltage", point.voltage}});
    Json runtimes = Json::array();
    for (const Runtime &runtime : board.runtimes)
        runtimes.push_back(runtimeJson(runtime));
    return {{"name", board.name},
            {"title", board.title},
            {"core", board.core},
            {"source", board.source},
            {"flash_bytes", board.flashBytes > 0 ? Json(board.flashBytes) : Json()},
            {"ram_bytes", board.ramBytes > 0 ? Json(board.ramBytes) : Json()},
            {"supply_volts", board.supplyVolts > 0 ? Json(board.supplyVolts) : Json()},
            {"regulator", board.supplyVolts > 0 ? Json(board.linearSupply ? "linear" : "switching") : Json()},
            {"operating_points", points},
            {"runtimes", runtimes}};
}

std::string valueText(const std::map<WorkKind, double> &values, WorkKind kind)
{
    const auto found = values.find(kind);
    return found == values.end() ? "–" : fmt::format("{:.3f}", found->second);
}

void printRuntime(const Board &board, const Runtime &runtime)
{
    const bool isDefault = &runtime == &board.runtimes.front();
    printText(fmt::format("\nruntime {}{}: {}\n", printable(runtime.name), isDefault ? " (default)" : "",
                          printable(runtime.title)));
    TextTable facts({{""}, {""}});
    facts.add({"arithmetic",
               fmt::format("weights {} bits, activations {} bits", runtime.weightBits, runtime.activationBits)});
    facts.add({"code", formatMetric("flash", static_cast<double>(runtime.codeBytes))});
    facts.add({"tables", fmt::format("{:g} B per output channel", runtime.bytesPerChannel)});
    std::string origin = originName(runtime.origin);
    if (runtime.errorPercent > 0)
        origin += fmt::format(", latency ± {:g} %", runtime.errorPercent);
    facts.add({"figures", origin});
    if (!runtime.source.empty())
        facts.add({"source", runtime.source});
    printText(facts.text());
    if (runtime.cyclesPerMac.empty() && runtime.nanojoulePerMac.empty())
        return;
    const std::string at = runtime.referencePoint.empty() ? "" : " at " + printable(runtime.referencePoint);
    TextTable costs({{"work"}, {"cycles per MAC", Align::Right}, {"nJ per MAC" + at, Align::Right}});
    for (const WorkKind kind : {WorkKind::Convolution, WorkKind::Pointwise, WorkKind::Depthwise, WorkKind::Dense})
        costs.add(
            {workKindName(kind), valueText(runtime.cyclesPerMac, kind), valueText(runtime.nanojoulePerMac, kind)});
    // Operators without MACs cost by element; their energy is kept under the kind `other`.
    costs.add({"other, per element", fmt::format("{:.3f}", runtime.cyclesPerOutput),
               valueText(runtime.nanojoulePerMac, WorkKind::Other)});
    printText("\n" + costs.text());
}

} // namespace

int describeBoard(const std::string &nameOrPath, Form form)
{
    const auto board = loadBoard(nameOrPath);
    if (!board.ok())
        return fail(namedByUser(board.error()), form == Form::Json);
    if (form == Form::Json) {
        printJson(boardJson(*board));
        return kExitDone;
    }
    printText(fmt::format("{}: {}\n", printable(board->name), printable(board->title)));
    if (!board->source.empty())
        printText("source: " + printable(board->source) + "\n");
    TextTable facts({{""}, {""}});
    if (!board->core.empty())
        facts.add({"core", board->core});
    if (board->flashBytes > 0)
        facts.add({"flash", formatMetric("flash", static_cast<double>(board->flashBytes))});
    if (board->ramBytes > 0)
        facts.add({"RAM", formatMetric("ram", static_cast<double>(board->ramBytes))});
    if (board->supplyVolts > 0)
        facts.add({"supply", fmt::format("{:g} V, {} regulator", board->supplyVolts,
                                         board->linearSupply ? "linear" : "switching")});
    if (!facts.empty())
        printText("\n" + facts.text());
    if (!board->points.empty()) {
        TextTable points({{"operating point"}, {"clock", Align::Right}, {"core voltage", Align::Right}, {""}});
        for (const OperatingPoint &point : board->points)
            points.add({point.name, fmt::format("{:g} MHz", point.clockMhz),
                        point.voltage > 0 ? fmt::format("{:g} V", point.voltage) : "–",
                        &point == &board->points.front() ? "default" : ""});
        printText("\n" + points.text());
    }
    if (board->runtimes.empty())
        printText("\nno runtime: weights, parameters and MACs are counted, nothing else is claimed\n");
    for (const Runtime &runtime : board->runtimes)
        printRuntime(*board, runtime);
    return kExitDone;
}

} // namespace paretoscope
