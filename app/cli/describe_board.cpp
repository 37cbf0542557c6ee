// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See describe_board.h.
#include "app/cli/describe_board.h"

#include "app/cli/board_json.h"
#include "app/cli/cli.h"
#include "app/cli/output.h"

#include <fmt/format.h>

#include <algorithm>

namespace paretoscope {

using namespace dnas;

namespace {

void printModel(const Runtime &, std::monostate) {}

void printModel(const Runtime &runtime, const KernelModel &m)
{
    const std::string at = runtime.referencePoint.empty() ? "" : " at " + printable(runtime.referencePoint);
    const std::string unit = m.unit == WorkUnit::Ne16Cycle ? "NE16 cycle" : "MAC";
    TextTable costs({{"work"}, {"cycles per " + unit, Align::Right}, {"nJ per " + unit + at, Align::Right}});
    const auto energy = [&](double value) {
        return m.modelsEnergy ? fmt::format("{:.3f}", value) : "–";
    };
    for (const WorkKind kind : kMacKinds)
        costs.add({workKindName(kind), fmt::format("{:.3f}", m.cyclesPerWork[kind]), energy(m.nanojoulePerWork[kind])});
    costs.add({"an element", fmt::format("{:.3f}", m.cyclesPerElement), energy(m.nanojoulePerElement)});
    if (m.cyclesPerGathered > 0 || m.nanojoulePerGathered > 0)
        costs.add({"an element gathered", fmt::format("{:.3f}", m.cyclesPerGathered), energy(m.nanojoulePerGathered)});
    costs.add({"a layer", fmt::format("{:.0f}", m.cyclesPerLayer), energy(m.nanojoulePerLayer)});
    if (m.cyclesPerCall > 0)
        costs.add({"a call", fmt::format("{:.0f}", m.cyclesPerCall), energy(m.nanojoulePerCall)});
    printText("\n" + costs.text());
}

void printModel(const Runtime &, const Gap8Model &) { printText("  costs: the published formula of GAP8\n"); }
void printModel(const Runtime &, const MpicModel &) { printText("  costs: the published table of MPIC\n"); }
void printModel(const Runtime &, const EthosU55Model &m)
{
    printText(fmt::format("  costs: blocks of an Ethos-U55 with {} multiply-adds a cycle\n", m.macsPerCycle));
}
void printModel(const Runtime &, const RooflineModel &m)
{
    printText(fmt::format("  costs: {:g} FLOP a GPU cycle at {:g} % efficiency or {:g} GB/s, and {:g} µs a layer\n",
                          m.flopPerCycle, 100 * m.efficiency, m.gigabytesPerSecond, m.launchMicroseconds));
}

void printRuntime(const Board &board, const Runtime &runtime)
{
    const bool isDefault = &runtime == &board.runtimes.front();
    printText(fmt::format("\nruntime {}{}: {}\n", printable(runtime.name), isDefault ? " (default)" : "",
                          printable(runtime.title)));
    TextTable facts({{""}, {""}});
    facts.add({"arithmetic",
               fmt::format("weights {} bits, activations {} bits", runtime.weightBits, runtime.activationBits)});
    if (runtime.codeBytes > 0)
        facts.add({"code", formatMetric("flash", static_cast<double>(runtime.codeBytes))});
    facts.add({"tables", fmt::format("{:g} B per output channel", runtime.bytesPerChannel)});
    std::string origin = originName(runtime.origin);
    if (runtime.latencyErrorPercent > 0)
        origin += fmt::format(", latency ± {:g} %", runtime.latencyErrorPercent);
    else if (runtime.modelsTime())
        origin += ", latency: error not known";
    if (runtime.energyErrorPercent > 0)
        origin += fmt::format(", energy ± {:g} %", runtime.energyErrorPercent);
    else if (runtime.modelsEnergy())
        origin += ", energy: error not known";
    facts.add({"figures", origin});
    if (!runtime.source.empty())
        facts.add({"source", runtime.source});
    printText(facts.text());
    std::visit([&](const auto &model) { printModel(runtime, model); }, runtime.model);
}

/// Boards with a GPU have two more columns.
void printPoints(const std::vector<OperatingPoint> &points)
{
    const bool hasGpu =
        std::any_of(points.begin(), points.end(), [](const OperatingPoint &point) { return point.gpuMhz > 0; });
    std::vector<Column> columns{{"operating point"}, {hasGpu ? "CPU clock" : "clock", Align::Right}};
    if (hasGpu)
        columns.insert(columns.end(), {{"GPU clock", Align::Right}, {"memory clock", Align::Right}});
    columns.insert(columns.end(), {{"core voltage", Align::Right}, {""}});
    TextTable table(std::move(columns));
    const auto known = [](double value, const char *unit) {
        return value > 0 ? fmt::format("{:g} {}", value, unit) : "–";
    };
    for (const OperatingPoint &point : points) {
        std::vector<std::string> cells{point.name, known(point.clockMhz, "MHz")};
        if (hasGpu)
            cells.insert(cells.end(), {known(point.gpuMhz, "MHz"), known(point.memoryMhz, "MHz")});
        cells.insert(cells.end(), {known(point.voltage, "V"), &point == &points.front() ? "default" : ""});
        table.add(std::move(cells));
    }
    printText("\n" + table.text());
}

void printClocks(const ClockTable &clocks)
{
    TextTable table({{"clock"}, {"steps", Align::Right}, {"from", Align::Right}, {"to", Align::Right}});
    const auto add = [&](const char *name, const std::vector<double> &steps) {
        const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
        table.add(
            {name, std::to_string(steps.size()), fmt::format("{:g} MHz", *least), fmt::format("{:g} MHz", *most)});
    };
    add("CPU", clocks.cpuMhz);
    add("GPU", clocks.gpuMhz);
    add("memory", clocks.memoryMhz);
    printText("\n" + table.text() +
              fmt::format("  every combination is a point too, {} in all, named by its clocks: {}\n",
                          countText(static_cast<std::int64_t>(clocks.points())), clockPoint(clocks, 0, 0, 0).name));
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
    for (const Memory &memory : board->memories)
        facts.add({memory.volatileMemory ? "  of the RAM" : "  of the flash",
                   memory.name + " " + formatMetric("ram", static_cast<double>(memory.bytes))});
    if (!facts.empty())
        printText("\n" + facts.text());
    if (!board->points.empty())
        printPoints(board->points);
    if (board->clocks.points() > 0)
        printClocks(board->clocks);
    if (board->runtimes.empty())
        printText("\nno runtime: weights, parameters and MACs are counted, nothing else is claimed\n");
    for (const Runtime &runtime : board->runtimes)
        printRuntime(*board, runtime);
    return kExitDone;
}

} // namespace paretoscope
