// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost models of a runtime in YAML: docs/board_format.md.
#include "core/hardware/board.h"
#include "core/hardware/board_reading.h"

namespace dnas {

namespace {

/// Convolutions of the network's input are priced as other convolutions where the file says nothing.
ByKind coefficients(const YamlReader &parent, const char *key)
{
    const YamlReader reader = parent.child(key);
    reader.allowOnly({"convolution", "input_convolution", "single_channel_input", "pointwise", "depthwise", "dense"});
    ByKind values;
    for (const WorkKind kind : {WorkKind::Convolution, WorkKind::Pointwise, WorkKind::Depthwise, WorkKind::Dense})
        values[kind] = positive(reader, workKindName(kind));
    for (const WorkKind kind : {WorkKind::InputConvolution, WorkKind::SingleChannelInput})
        values[kind] = positive(reader, workKindName(kind), values[WorkKind::Convolution]);
    return values;
}

KernelModel readKernels(const YamlReader &runtime)
{
    KernelModel model;
    const YamlReader reader = runtime.child("cycles");
    reader.allowOnly({"work", "per_mac", "per_element", "per_gathered", "per_layer", "per_call",
                      "microseconds_per_call", "input_block", "output_block", "fetch_bytes"});
    const std::string work = reader.text("work", "mac");
    if (work == "ne16")
        model.unit = WorkUnit::Ne16Cycle;
    else if (work != "mac")
        reader.fail("unknown unit of work '" + work + "'; known: mac, ne16", "work");
    model.cyclesPerWork = coefficients(reader, "per_mac");
    model.cyclesPerElement = notNegative(reader, "per_element");
    model.cyclesPerGathered = notNegative(reader, "per_gathered");
    model.cyclesPerLayer = notNegative(reader, "per_layer");
    model.cyclesPerCall = notNegative(reader, "per_call");
    model.microsecondsPerCall = notNegative(reader, "microseconds_per_call");
    model.inputBlock = countOf(reader, "input_block", 1, 64);
    model.outputBlock = countOf(reader, "output_block", 1, 64);
    model.fetchBytes = notNegative(reader, "fetch_bytes");
    if (!runtime.has("energy"))
        return model;
    const YamlReader energy = runtime.child("energy");
    energy.allowOnly({"reference_point", "nanojoule_per_mac", "nanojoule_per_element", "nanojoule_per_gathered",
                      "nanojoule_per_layer", "nanojoule_per_call"});
    model.modelsEnergy = true;
    model.nanojoulePerWork = coefficients(energy, "nanojoule_per_mac");
    model.nanojoulePerElement = notNegative(energy, "nanojoule_per_element");
    model.nanojoulePerGathered = notNegative(energy, "nanojoule_per_gathered");
    model.nanojoulePerLayer = notNegative(energy, "nanojoule_per_layer");
    model.nanojoulePerCall = notNegative(energy, "nanojoule_per_call");
    return model;
}

/// GAP8 and MPIC: a charge for each cycle, whatever it does.
double readCharge(const YamlReader &reader)
{
    if (!reader.has("energy"))
        return 0;
    const YamlReader energy = reader.child("energy");
    energy.allowOnly({"reference_point", "nanojoule_per_cycle"});
    return positive(energy, "nanojoule_per_cycle");
}

Gap8Model readGap8(const YamlReader &runtime)
{
    const YamlReader reader = runtime.child("gap8");
    reader.allowOnly({"per_call", "microseconds_per_call"});
    return {.nanojoulePerCycle = readCharge(runtime),
            .cyclesPerCall = notNegative(reader, "per_call"),
            .microsecondsPerCall = notNegative(reader, "microseconds_per_call")};
}

MpicModel readMpic(const YamlReader &runtimeReader, const Runtime &runtime)
{
    const YamlReader reader = runtimeReader.child("mpic");
    reader.allowOnly({"per_call", "microseconds_per_call"});
    return {.weightBits = runtime.weightBits,
            .activationBits = runtime.activationBits,
            .nanojoulePerCycle = readCharge(runtimeReader),
            .cyclesPerCall = notNegative(reader, "per_call"),
            .microsecondsPerCall = notNegative(reader, "microseconds_per_call")};
}

VoltageRange readVoltages(const YamlReader &parent, const char *key)
{
    const YamlReader reader = parent.child(key);
    reader.allowOnly({"min_mhz", "max_mhz", "min_volts", "max_volts"});
    const VoltageRange range{.minMhz = positive(reader, "min_mhz"),
                             .maxMhz = positive(reader, "max_mhz"),
                             .minVolts = positive(reader, "min_volts"),
                             .maxVolts = positive(reader, "max_volts")};
    if (range.maxMhz < range.minMhz || range.maxVolts < range.minVolts)
        reader.fail("the maximum is below the minimum");
    return range;
}

RooflineModel readRoofline(const YamlReader &runtime, const Board &board)
{
    const YamlReader reader = runtime.child("roofline");
    reader.allowOnly({"flop_per_cycle", "efficiency", "depthwise_efficiency", "bytes_per_element",
                      "gigabytes_per_second", "memory_max_mhz", "launch_microseconds", "cpu_max_mhz",
                      "picojoule_per_flop", "picojoule_per_byte", "launch_microjoule", "gpu_volts", "cpu_volts"});
    RooflineModel model{.flopPerCycle = positive(reader, "flop_per_cycle"),
                        .efficiency = positive(reader, "efficiency", 1),
                        .bytesPerElement = positive(reader, "bytes_per_element", 4),
                        .gigabytesPerSecond = positive(reader, "gigabytes_per_second"),
                        .memoryMaxMhz = positive(reader, "memory_max_mhz"),
                        .launchMicroseconds = notNegative(reader, "launch_microseconds"),
                        .cpuMaxMhz = positive(reader, "cpu_max_mhz"),
                        .picojoulePerFlop = notNegative(reader, "picojoule_per_flop"),
                        .picojoulePerByte = notNegative(reader, "picojoule_per_byte"),
                        .launchMicrojoule = notNegative(reader, "launch_microjoule"),
                        .gpu = {},
                        .cpu = {}};
    model.depthwiseEfficiency = positive(reader, "depthwise_efficiency", model.efficiency);
    if (model.picojoulePerFlop > 0 || reader.has("gpu_volts")) {
        model.gpu = readVoltages(reader, "gpu_volts");
        model.cpu = readVoltages(reader, "cpu_volts");
    }
    for (const OperatingPoint &point : board.points) {
        if (!(point.gpuMhz > 0) || !(point.memoryMhz > 0))
            reader.fail("operating point " + point.name + " needs gpu_mhz and memory_mhz");
    }
    return model;
}

EthosU55Model readEthosU55(const YamlReader &runtime)
{
    const YamlReader reader = runtime.child("ethos_u55");
    reader.allowOnly({"macs_per_cycle", "sram_bytes_per_cycle", "flash_bytes_per_cycle", "sram_burst", "sram_latency",
                      "flash_latency"});
    EthosU55Model model;
    model.macsPerCycle = static_cast<int>(reader.integer("macs_per_cycle"));
    if (findEthosU55(model.macsPerCycle) == nullptr)
        reader.fail("must be 32, 64, 128 or 256", "macs_per_cycle");
    model.sramBytesPerCycle = positive(reader, "sram_bytes_per_cycle", model.sramBytesPerCycle);
    model.flashBytesPerCycle = positive(reader, "flash_bytes_per_cycle", model.flashBytesPerCycle);
    model.sramBurst = positive(reader, "sram_burst", model.sramBurst);
    model.sramLatency = positive(reader, "sram_latency", model.sramLatency);
    model.flashLatency = positive(reader, "flash_latency", model.flashLatency);
    return model;
}

} // namespace

const std::vector<std::string_view> &costModelKeys()
{
    static const std::vector<std::string_view> keys{"cycles", "gap8", "mpic", "ethos_u55", "roofline"};
    return keys;
}

CostModel readCostModel(const YamlReader &reader, const Board &board, const Runtime &runtime)
{
    std::string_view chosen;
    for (const std::string_view key : costModelKeys()) {
        if (!reader.has(key.data()))
            continue;
        if (!chosen.empty())
            reader.fail("contradicts '" + std::string(chosen) + "'; a runtime has one cost model", key.data());
        chosen = key;
    }
    if (chosen.empty()) {
        if (reader.has("energy"))
            reader.fail("energy needs a model of the time beside it; add cycles", "energy");
        return {};
    }
    if (board.points.empty())
        reader.fail("needs a clock; add operating_points to the board", chosen.data());
    if (chosen == "cycles")
        return readKernels(reader);
    if (chosen == "gap8")
        return readGap8(reader);
    if (chosen == "mpic")
        return readMpic(reader, runtime);
    if (chosen == "ethos_u55")
        return readEthosU55(reader);
    return readRoofline(reader, board);
}

} // namespace dnas
