// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a board's YAML strictly: docs/board_format.md. Every mistake is an error with file, line and key.
#include "core/base/file_kind.h"
#include "core/hardware/board.h"
#include "core/hardware/board_reading.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dnas {

namespace {

std::int64_t limitBytes(const YamlReader &reader, const char *key)
{
    const std::int64_t value = wholeBytes(reader, key);
    if (reader.has(key) && value == 0)
        reader.fail("must be greater than 0; leave it out when there is no limit", key);
    return value;
}

OperatingPoint readPoint(const YamlReader &reader)
{
    reader.allowOnly({"name", "clock_mhz", "voltage", "gpu_mhz", "gpu_share", "memory_mhz", "wait_states",
                      "flash_bytes_per_cycle", "static_mw"});
    OperatingPoint point{.name = nonEmpty(reader, "name"), .clockMhz = positive(reader, "clock_mhz")};
    if (point.clockMhz > 20'000)
        reader.fail("must be 20000 at most: megahertz", "clock_mhz");
    if (reader.has("voltage"))
        point.voltage = positive(reader, "voltage");
    if (point.voltage > 5)
        reader.fail("must be 5 at most: volts of the core", "voltage");
    point.gpuMhz = positive(reader, "gpu_mhz", 0);
    point.memoryMhz = positive(reader, "memory_mhz", 0);
    point.gpuShare = positive(reader, "gpu_share", 1);
    if (point.gpuShare > 1)
        reader.fail("must be at most 1", "gpu_share");
    point.flashBytesPerCycle = positive(reader, "flash_bytes_per_cycle", 0);
    point.staticMw = notNegative(reader, "static_mw");
    const double waits = notNegative(reader, "wait_states");
    if (waits > 1000)
        reader.fail("must be 1000 at most", "wait_states");
    else
        point.waitStates = static_cast<int>(waits);
    return point;
}

std::vector<double> readClocks(const YamlReader &parent, const char *key)
{
    std::vector<double> clocks;
    for (const YamlReader &element : parent.child(key).elements()) {
        const double value = element.asNumber();
        if (!(value > 0))
            element.fail("must be greater than 0");
        clocks.push_back(value);
    }
    if (clocks.empty())
        parent.fail("must not be empty", key);
    return clocks;
}

void readSupply(const YamlReader &reader, Board &board)
{
    reader.allowOnly({"regulator", "volts"});
    const std::string regulator = nonEmpty(reader, "regulator");
    board.linearSupply = regulator == "linear";
    if (!board.linearSupply && regulator != "switching")
        reader.fail("unknown regulator '" + regulator + "'; known: linear, switching", "regulator");
    if (reader.has("volts"))
        board.supplyVolts = positive(reader, "volts");
}

Memory readMemory(const YamlReader &reader)
{
    reader.allowOnly({"name", "kind", "size"});
    Memory memory{.name = nonEmpty(reader, "name")};
    const std::string kind = nonEmpty(reader, "kind");
    memory.volatileMemory = kind == "ram";
    if (!memory.volatileMemory && kind != "flash")
        reader.fail("unknown kind '" + kind + "'; known: ram, flash", "kind");
    memory.bytes = limitBytes(reader, "size");
    return memory;
}

/// The parts cannot be more than the whole.
void checkMemories(const YamlReader &reader, const Board &board)
{
    std::int64_t flash = 0;
    std::int64_t ram = 0;
    for (const Memory &memory : board.memories)
        (memory.volatileMemory ? ram : flash) += memory.bytes;
    for (const auto &[name, parts, whole] :
         {std::tuple{"ram", ram, board.ramBytes}, std::tuple{"flash", flash, board.flashBytes}}) {
        if (parts > whole)
            reader.fail("the parts of " + std::string(name) + " come to " + std::to_string(parts) + " bytes, but " +
                            name + " is " + std::to_string(whole) + "; correct one of them",
                        "memories");
    }
}

template <typename Item>
void addUnique(std::vector<Item> &items, Item item, const YamlReader &reader)
{
    for (const Item &other : items) {
        if (other.name == item.name && !item.name.empty())
            reader.fail("'" + item.name + "' stands here twice; names must differ", "name");
    }
    items.push_back(std::move(item));
}

void readPoints(const YamlReader &reader, Board &board)
{
    if (reader.has("operating_points")) {
        for (const YamlReader &element : reader.child("operating_points").elements())
            addUnique(board.points, readPoint(element), element);
    }
    if (!reader.has("clocks"))
        return;
    const YamlReader clocks = reader.child("clocks");
    clocks.allowOnly({"cpu_mhz", "gpu_mhz", "gpu_share", "memory_mhz", "static_mw"});
    board.clocks = {.cpuMhz = readClocks(clocks, "cpu_mhz"),
                    .gpuMhz = readClocks(clocks, "gpu_mhz"),
                    .memoryMhz = readClocks(clocks, "memory_mhz"),
                    .staticMw = notNegative(clocks, "static_mw")};
    if (board.points.empty())
        clocks.fail("needs operating_points beside it, the first of which is the default");
}

} // namespace

Result<Board> parseBoard(std::string_view yaml, const std::string &file)
{
    const Result<YamlReader> root = YamlReader::parse(yaml, file);
    if (!root.ok())
        return root.error();
    const YamlReader &reader = *root;
    refuseOtherKinds(reader, FileKind::Board);
    reader.allowOnly({"name", "title", "core", "source", "flash", "ram", "memories", "supply", "operating_points",
                      "clocks", "runtimes"});
    Board board;
    board.name = nonEmpty(reader, "name");
    board.title = reader.text("title", board.name);
    board.core = reader.text("core", "");
    board.source = reader.text("source", "");
    board.flashBytes = limitBytes(reader, "flash");
    board.ramBytes = limitBytes(reader, "ram");
    if (reader.has("memories")) {
        for (const YamlReader &element : reader.child("memories").elements())
            addUnique(board.memories, readMemory(element), element);
        checkMemories(reader, board);
    }
    if (reader.has("supply"))
        readSupply(reader.child("supply"), board);
    readPoints(reader, board);
    if (reader.has("runtimes")) {
        for (const YamlReader &element : reader.child("runtimes").elements())
            addUnique(board.runtimes, readRuntime(element, board), element);
    }
    if (const Result<void> done = reader.finish(); !done.ok())
        return done.error();
    return board;
}

} // namespace dnas
