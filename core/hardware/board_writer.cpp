// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a board file: what is at its default is left out.
#include "core/hardware/board_writer.h"

#include "core/base/numbers.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace dnas {

namespace {

constexpr int kCoefficientDigits = 5;

/// A fitted coefficient is known to a few digits only.
std::string rounded(double value)
{
    char text[32];
    const auto [end, failure] =
        std::to_chars(text, text + sizeof text, value, std::chars_format::general, kCoefficientDigits);
    return failure == std::errc() ? std::string(text, end) : std::string("0");
}

std::string sizeText(std::int64_t bytes)
{
    constexpr std::int64_t kKibi = 1024;
    if (bytes % (kKibi * kKibi) == 0)
        return std::to_string(bytes / (kKibi * kKibi)) + " MiB";
    if (bytes % kKibi == 0)
        return std::to_string(bytes / kKibi) + " KiB";
    return std::to_string(bytes) + " B";
}

void put(YAML::Emitter &out, const char *key, const std::string &value)
{
    out << YAML::Key << key << YAML::Value << value;
}

void putText(YAML::Emitter &out, const char *key, const std::string &value)
{
    if (!value.empty())
        put(out, key, value);
}

void putNumber(YAML::Emitter &out, const char *key, double value, double leftOut = 0)
{
    if (value != leftOut)
        put(out, key, exactNumber(value));
}

void putCoefficient(YAML::Emitter &out, const char *key, double value)
{
    if (value != 0)
        put(out, key, rounded(value));
}

void putSize(YAML::Emitter &out, const char *key, std::int64_t bytes)
{
    if (bytes > 0)
        put(out, key, sizeText(bytes));
}

void putKinds(YAML::Emitter &out, const char *key, const ByKind &values)
{
    out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginMap;
    for (const WorkKind kind : kMacKinds)
        put(out, workKindName(kind), rounded(values[kind]));
    out << YAML::EndMap;
}

void putModel(YAML::Emitter &, const Runtime &, std::monostate) {}

void putModel(YAML::Emitter &out, const Runtime &runtime, const KernelModel &m)
{
    out << YAML::Key << "cycles" << YAML::Value << YAML::BeginMap;
    if (m.unit == WorkUnit::Ne16Cycle)
        put(out, "work", "ne16");
    putKinds(out, "per_mac", m.cyclesPerWork);
    putCoefficient(out, "per_element", m.cyclesPerElement);
    putCoefficient(out, "per_gathered", m.cyclesPerGathered);
    putCoefficient(out, "per_layer", m.cyclesPerLayer);
    putCoefficient(out, "per_call", m.cyclesPerCall);
    putCoefficient(out, "microseconds_per_call", m.microsecondsPerCall);
    putNumber(out, "input_block", m.inputBlock, 1);
    putNumber(out, "output_block", m.outputBlock, 1);
    putNumber(out, "fetch_bytes", m.fetchBytes);
    out << YAML::EndMap;
    if (!m.modelsEnergy)
        return;
    out << YAML::Key << "energy" << YAML::Value << YAML::BeginMap;
    put(out, "reference_point", runtime.referencePoint);
    putKinds(out, "nanojoule_per_mac", m.nanojoulePerWork);
    putCoefficient(out, "nanojoule_per_element", m.nanojoulePerElement);
    putCoefficient(out, "nanojoule_per_gathered", m.nanojoulePerGathered);
    putCoefficient(out, "nanojoule_per_layer", m.nanojoulePerLayer);
    putCoefficient(out, "nanojoule_per_call", m.nanojoulePerCall);
    out << YAML::EndMap;
}

template <typename Model>
void putCycleModel(YAML::Emitter &out, const char *key, const Runtime &runtime, const Model &m)
{
    out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginMap;
    putNumber(out, "per_call", m.cyclesPerCall);
    putNumber(out, "microseconds_per_call", m.microsecondsPerCall);
    out << YAML::EndMap;
    if (!(m.nanojoulePerCycle > 0))
        return;
    out << YAML::Key << "energy" << YAML::Value << YAML::BeginMap;
    put(out, "reference_point", runtime.referencePoint);
    put(out, "nanojoule_per_cycle", exactNumber(m.nanojoulePerCycle));
    out << YAML::EndMap;
}

void putModel(YAML::Emitter &out, const Runtime &runtime, const Gap8Model &m)
{
    putCycleModel(out, "gap8", runtime, m);
}
void putModel(YAML::Emitter &out, const Runtime &runtime, const MpicModel &m)
{
    putCycleModel(out, "mpic", runtime, m);
}

void putModel(YAML::Emitter &out, const Runtime &, const EthosU55Model &m)
{
    out << YAML::Key << "ethos_u55" << YAML::Value << YAML::BeginMap;
    put(out, "macs_per_cycle", std::to_string(m.macsPerCycle));
    put(out, "sram_bytes_per_cycle", exactNumber(m.sramBytesPerCycle));
    put(out, "flash_bytes_per_cycle", exactNumber(m.flashBytesPerCycle));
    put(out, "sram_burst", exactNumber(m.sramBurst));
    put(out, "sram_latency", exactNumber(m.sramLatency));
    put(out, "flash_latency", exactNumber(m.flashLatency));
    out << YAML::EndMap;
}

void putVoltages(YAML::Emitter &out, const char *key, const VoltageRange &range)
{
    if (!(range.maxMhz > 0))
        return;
    out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginMap;
    put(out, "min_mhz", exactNumber(range.minMhz));
    put(out, "max_mhz", exactNumber(range.maxMhz));
    put(out, "min_volts", exactNumber(range.minVolts));
    put(out, "max_volts", exactNumber(range.maxVolts));
    out << YAML::EndMap;
}

void putModel(YAML::Emitter &out, const Runtime &, const RooflineModel &m)
{
    out << YAML::Key << "roofline" << YAML::Value << YAML::BeginMap;
    put(out, "flop_per_cycle", exactNumber(m.flopPerCycle));
    put(out, "efficiency", exactNumber(m.efficiency));
    put(out, "depthwise_efficiency", exactNumber(m.depthwiseEfficiency));
    put(out, "bytes_per_element", exactNumber(m.bytesPerElement));
    put(out, "gigabytes_per_second", exactNumber(m.gigabytesPerSecond));
    put(out, "memory_max_mhz", exactNumber(m.memoryMaxMhz));
    putNumber(out, "launch_microseconds", m.launchMicroseconds);
    put(out, "cpu_max_mhz", exactNumber(m.cpuMaxMhz));
    putNumber(out, "picojoule_per_flop", m.picojoulePerFlop);
    putNumber(out, "picojoule_per_byte", m.picojoulePerByte);
    putNumber(out, "launch_microjoule", m.launchMicrojoule);
    putVoltages(out, "gpu_volts", m.gpu);
    putVoltages(out, "cpu_volts", m.cpu);
    out << YAML::EndMap;
}

void putArena(YAML::Emitter &out, const ArenaRules &rules)
{
    const ArenaRules usual;
    if (rules == usual)
        return;
    out << YAML::Key << "arena" << YAML::Value << YAML::Flow << YAML::BeginMap;
    if (rules.inputCounted != usual.inputCounted)
        put(out, "input_counted", "false");
    if (rules.outputCounted != usual.outputCounted)
        put(out, "output_counted", "false");
    if (rules.inputKept != usual.inputKept)
        put(out, "input_kept", "true");
    if (rules.additionInPlace != usual.additionInPlace)
        put(out, "addition_in_place", "true");
    putNumber(out, "alignment", rules.alignment, usual.alignment);
    out << YAML::EndMap;
}

void putRuntime(YAML::Emitter &out, const Runtime &runtime)
{
    out << YAML::BeginMap;
    put(out, "name", runtime.name);
    if (runtime.title != runtime.name)
        put(out, "title", runtime.title);
    putNumber(out, "weight_bits", runtime.weightBits, 8);
    putNumber(out, "activation_bits", runtime.activationBits, 8);
    putNumber(out, "bytes_per_channel", runtime.bytesPerChannel);
    putSize(out, "code", runtime.codeBytes);
    if (runtime.compressesWeights)
        put(out, "compresses_weights", "true");
    if (!runtime.operators.empty())
        out << YAML::Key << "operators" << YAML::Value << YAML::Flow << runtime.operators;
    putArena(out, runtime.arena);
    std::visit([&](const auto &model) { putModel(out, runtime, model); }, runtime.model);
    put(out, "origin", originName(runtime.origin));
    putNumber(out, "error_percent", runtime.latencyErrorPercent);
    putNumber(out, "energy_error_percent", runtime.energyErrorPercent);
    putText(out, "source", runtime.source);
    out << YAML::EndMap;
}

void putPoint(YAML::Emitter &out, const OperatingPoint &point)
{
    out << YAML::Flow << YAML::BeginMap;
    put(out, "name", point.name);
    put(out, "clock_mhz", exactNumber(point.clockMhz));
    putNumber(out, "voltage", point.voltage);
    putNumber(out, "gpu_mhz", point.gpuMhz);
    putNumber(out, "gpu_share", point.gpuShare, 1);
    putNumber(out, "memory_mhz", point.memoryMhz);
    putNumber(out, "wait_states", point.waitStates);
    putNumber(out, "flash_bytes_per_cycle", point.flashBytesPerCycle);
    putNumber(out, "static_mw", point.staticMw);
    out << YAML::EndMap;
}

void putClocks(YAML::Emitter &out, const ClockTable &clocks)
{
    const auto list = [&](const char *key, const std::vector<double> &values) {
        out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const double value : values)
            out << exactNumber(value);
        out << YAML::EndSeq;
    };
    out << YAML::Key << "clocks" << YAML::Value << YAML::BeginMap;
    list("cpu_mhz", clocks.cpuMhz);
    list("gpu_mhz", clocks.gpuMhz);
    list("memory_mhz", clocks.memoryMhz);
    putNumber(out, "static_mw", clocks.staticMw);
    out << YAML::EndMap;
}

template <typename Items, typename Put>
void putList(YAML::Emitter &out, const char *key, const Items &items, Put putItem)
{
    if (items.empty())
        return;
    out << YAML::Key << key << YAML::Value << YAML::BeginSeq;
    for (const auto &item : items)
        putItem(out, item);
    out << YAML::EndSeq;
}

void putMemory(YAML::Emitter &out, const Memory &memory)
{
    out << YAML::Flow << YAML::BeginMap;
    put(out, "name", memory.name);
    put(out, "kind", memory.volatileMemory ? "ram" : "flash");
    put(out, "size", sizeText(memory.bytes));
    out << YAML::EndMap;
}

void putSupply(YAML::Emitter &out, const Board &board)
{
    if (!board.linearSupply && !(board.supplyVolts > 0))
        return;
    out << YAML::Key << "supply" << YAML::Value << YAML::Flow << YAML::BeginMap;
    put(out, "regulator", board.linearSupply ? "linear" : "switching");
    putNumber(out, "volts", board.supplyVolts);
    out << YAML::EndMap;
}

std::string commented(const std::string &remark)
{
    std::string printable = remark; // of names and paths: nothing that ends a comment
    std::replace_if(
        printable.begin(), printable.end(), [](unsigned char c) { return c < 0x20 && c != '\n'; }, ' ');
    std::istringstream lines(printable);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += line.empty() ? "#\n" : "# " + line + "\n";
    return text;
}

} // namespace

std::string boardYaml(const Board &board, const std::string &remark)
{
    YAML::Emitter out;
    out << YAML::BeginMap;
    put(out, "name", board.name);
    if (board.title != board.name)
        put(out, "title", board.title);
    putText(out, "core", board.core);
    putText(out, "source", board.source);
    putSize(out, "flash", board.flashBytes);
    putSize(out, "ram", board.ramBytes);
    putList(out, "memories", board.memories, putMemory);
    putSupply(out, board);
    putList(out, "operating_points", board.points, putPoint);
    if (board.clocks.points() > 0)
        putClocks(out, board.clocks);
    putList(out, "runtimes", board.runtimes, putRuntime);
    out << YAML::EndMap;
    return commented(remark) + out.c_str() + "\n";
}

} // namespace dnas
