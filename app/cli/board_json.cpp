// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See board_json.h.
#include "app/cli/board_json.h"

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

/// null where 0 stands for what is not known.
Json knownJson(double value) { return value > 0 ? Json(value) : Json(); }
Json knownJson(std::int64_t value) { return value > 0 ? Json(value) : Json(); }
Json knownJson(const std::string &text) { return text.empty() ? Json() : Json(text); }

Json modelJson(std::monostate) { return nullptr; }
Json modelJson(const KernelModel &m)
{
    Json json{{"model", "kernels"},
              {"work", m.unit == WorkUnit::Ne16Cycle ? "ne16" : "mac"},
              {"cycles_per_mac", kindsJson(m.cyclesPerWork)},
              {"cycles_per_element", m.cyclesPerElement},
              {"cycles_per_gathered", m.cyclesPerGathered},
              {"cycles_per_layer", m.cyclesPerLayer},
              {"cycles_per_call", m.cyclesPerCall},
              {"microseconds_per_call", m.microsecondsPerCall}};
    if (m.modelsEnergy) {
        json["nanojoule_per_mac"] = kindsJson(m.nanojoulePerWork);
        json["nanojoule_per_element"] = m.nanojoulePerElement;
        json["nanojoule_per_gathered"] = m.nanojoulePerGathered;
        json["nanojoule_per_layer"] = m.nanojoulePerLayer;
    }
    return json;
}
Json modelJson(const Gap8Model &m)
{
    return {{"model", "gap8"}, {"nanojoule_per_cycle", knownJson(m.nanojoulePerCycle)}};
}
Json modelJson(const MpicModel &m)
{
    return {{"model", "mpic"}, {"nanojoule_per_cycle", knownJson(m.nanojoulePerCycle)}};
}
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

Json runtimeJson(const Runtime &runtime)
{
    Json json{{"name", runtime.name},
              {"title", runtime.title},
              {"weight_bits", runtime.weightBits},
              {"activation_bits", runtime.activationBits},
              {"code_bytes", knownJson(runtime.codeBytes)},
              {"bytes_per_channel", runtime.bytesPerChannel},
              {"reference_point", knownJson(runtime.referencePoint)},
              {"origin", originName(runtime.origin)},
              {"error_percent", knownJson(runtime.latencyErrorPercent)},
              {"energy_error_percent", knownJson(runtime.energyErrorPercent)},
              {"source", runtime.source}};
    json["cost_model"] = std::visit([](const auto &model) { return modelJson(model); }, runtime.model);
    return json;
}

Json pointJson(const OperatingPoint &point)
{
    Json json{{"name", point.name},
              {"clock_mhz", point.clockMhz},
              {"voltage", knownJson(point.voltage)},
              {"static_mw", knownJson(point.staticMw)}};
    if (point.gpuMhz > 0) {
        json["gpu_mhz"] = point.gpuMhz;
        json["memory_mhz"] = knownJson(point.memoryMhz);
    }
    return json;
}

Json clocksJson(const ClockTable &clocks)
{
    if (clocks.points() == 0)
        return nullptr;
    return {{"cpu_mhz", clocks.cpuMhz}, {"gpu_mhz", clocks.gpuMhz}, {"memory_mhz", clocks.memoryMhz}};
}

} // namespace

Json boardJson(const Board &board)
{
    Json points = Json::array();
    for (const OperatingPoint &point : board.points)
        points.push_back(pointJson(point));
    Json memories = Json::array();
    for (const Memory &memory : board.memories)
        memories.push_back(
            {{"name", memory.name}, {"kind", memory.volatileMemory ? "ram" : "flash"}, {"bytes", memory.bytes}});
    Json runtimes = Json::array();
    for (const Runtime &runtime : board.runtimes)
        runtimes.push_back(runtimeJson(runtime));
    return {{"name", board.name},
            {"title", board.title},
            {"core", board.core},
            {"source", board.source},
            {"flash_bytes", knownJson(board.flashBytes)},
            {"ram_bytes", knownJson(board.ramBytes)},
            {"arena_bytes", knownJson(board.arenaRoom())},
            {"memories", memories},
            {"supply_volts", knownJson(board.supplyVolts)},
            {"regulator", board.supplyVolts > 0 ? Json(board.linearSupply ? "linear" : "switching") : Json()},
            {"operating_points", points},
            {"further_points", board.clocks.points()},
            {"clocks", clocksJson(board.clocks)},
            {"runtimes", runtimes}};
}

} // namespace paretoscope
