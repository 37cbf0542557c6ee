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

Json kindsJson(const ByKind &values)
{
    Json object = Json::object();
    for (const WorkKind kind : kMacKinds)
        object[workKindName(kind)] = values[kind];
    return object;
}

Json modelJson(std::monostate) { return nullptr; }
Json modelJson(const KernelModel &m)
{
    Json json{{"model", "kernels"},
              {"work", m.unit == WorkUnit::Ne16Cycle ? "ne16" : "mac"},
              {"cycles_per_mac", kindsJson(m.cyclesPerWork)},
              {"cycles_per_element", m.cyclesPerElement},
              {"cycles_per_layer", m.cyclesPerLayer},
              {"cycles_per_call", m.cyclesPerCall},
              {"microseconds_per_call", m.microsecondsPerCall}};
    if (m.modelsEnergy) {
        json["nanojoule_per_mac"] = kindsJson(m.nanojoulePerWork);
        json["nanojoule_per_element"] = m.nanojoulePerElement;
        json["nanojoule_per_layer"] = m.nanojoulePerLayer;
    }
    return json;
}
Json modelJson(const Gap8Model &m) { return {{"model", "gap8"}, {"nanojoule_per_cycle", m.nanojoulePerCycle}}; }
Json modelJson(const MpicModel &m) { return {{"model", "mpic"}, {"nanojoule_per_cycle", m.nanojoulePerCycle}}; }
Json modelJson(const EthosU55Model &m)
{
    return {{"model", "ethos_u55"},
            {"macs_per_cycle", m.macsPerCycle},
            {"sram_bytes_per_cycle", m.sramBytesPerCycle},
            {"flash_bytes_per_cycle", m.flashBytesPerCycle}};
}
Json modelJson(const RooflineModel &m)
{
    return {{"model", "roofline"},
            {"flop_per_cycle", m.flopPerCycle},
            {"efficiency", m.efficiency},
            {"gigabytes_per_second", m.gigabytesPerSecond},
            {"launch_microseconds", m.launchMicroseconds}};
}

Json percentJson(double percent) { return percent > 0 ? Json(percent) : Json(); }

Json runtimeJson(const Runtime &runtime)
{
    Json json{{"name", runtime.name},
              {"title", runtime.title},
              {"weight_bits", runtime.weightBits},
              {"activation_bits", runtime.activationBits},
              {"code_bytes", runtime.codeBytes},
              {"bytes_per_channel", runtime.bytesPerChannel},
              {"reference_point", runtime.referencePoint},
              {"origin", originName(runtime.origin)},
              {"error_percent", percentJson(runtime.latencyErrorPercent)},
              {"energy_error_percent", percentJson(runtime.energyErrorPercent)},
              {"source", runtime.source}};
    json["cost_model"] = std::visit([](const auto &model) { return modelJson(model); }, runtime.model);
    return json;
}

Json pointJson(const OperatingPoint &point)
{
    Json json{{"name", point.name}, {"clock_mhz", point.clockMhz}, {"voltage", point.voltage}};
    if (point.gpuMhz > 0) {
        json["gpu_mhz"] = point.gpuMhz;
        json["memory_mhz"] = point.memoryMhz;
    }
    return json;
}

Json boardJson(const Board &board)
{
    Json points = Json::array();
    for (const OperatingPoint &point : board.points)
        points.push_back(pointJson(point));
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
            {"further_points", board.clocks.points()},
            {"runtimes", runtimes}};
}

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
    if (runtime.energyErrorPercent > 0)
        origin += fmt::format(", energy ± {:g} %", runtime.energyErrorPercent);
    facts.add({"figures", origin});
    if (!runtime.source.empty())
        facts.add({"source", runtime.source});
    printText(facts.text());
    std::visit([&](const auto &model) { printModel(runtime, model); }, runtime.model);
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
    if (!board->points.empty()) {
        TextTable points({{"operating point"}, {"clock", Align::Right}, {"core voltage", Align::Right}, {""}});
        for (const OperatingPoint &point : board->points)
            points.add({point.name, fmt::format("{:g} MHz", point.clockMhz),
                        point.voltage > 0 ? fmt::format("{:g} V", point.voltage) : "–",
                        &point == &board->points.front() ? "default" : ""});
        printText("\n" + points.text());
    }
    if (board->clocks.points() > 0)
        printText(fmt::format("  and {} more by their clocks: {}\n", board->clocks.points(),
                              clockPoint(board->clocks, 0, 0, 0).name));
    if (board->runtimes.empty())
        printText("\nno runtime: weights, parameters and MACs are counted, nothing else is claimed\n");
    for (const Runtime &runtime : board->runtimes)
        printRuntime(*board, runtime);
    return kExitDone;
}

} // namespace paretoscope
