// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a board's YAML strictly: docs/board_format.md. Every mistake is an error with file, line and key.
#include "core/base/yaml_reader.h"
#include "core/hardware/board.h"
#include "core/hardware/metric.h"

#include <array>
#include <utility>

namespace dnas {

namespace {

constexpr double kMaxBytes = 1e15;
constexpr std::array kMacKinds{WorkKind::Convolution, WorkKind::Pointwise, WorkKind::Depthwise, WorkKind::Dense};

std::string nonEmpty(const YamlReader &reader, const char *key)
{
    std::string text = reader.text(key);
    if (text.empty())
        reader.fail("must not be empty", key);
    return text;
}

double positive(const YamlReader &reader, const char *key)
{
    const double value = reader.number(key);
    if (!(value > 0))
        reader.fail("must be greater than 0", key);
    return value;
}

double notNegative(const YamlReader &reader, const char *key)
{
    const double value = reader.number(key, 0);
    if (!(value >= 0))
        reader.fail("must be 0 or more", key);
    return value;
}

int bits(const YamlReader &reader, const char *key)
{
    const std::int64_t value = reader.integer(key, 8);
    if (value < 1 || value > 32) {
        reader.fail("must be 1 to 32", key);
        return 8;
    }
    return static_cast<int>(value);
}

/// "2 MiB"; absent: 0.
std::int64_t bytes(const YamlReader &reader, const char *key)
{
    if (!reader.has(key))
        return 0;
    const Result<double> value = parseQuantity(reader.text(key), "flash");
    if (!value.ok()) {
        reader.fail(value.error().message, key);
        return 0;
    }
    if (*value > kMaxBytes || *value != static_cast<double>(static_cast<std::int64_t>(*value))) {
        reader.fail("must be a whole number of bytes that a board can have", key);
        return 0;
    }
    return static_cast<std::int64_t>(*value);
}

std::int64_t limitBytes(const YamlReader &reader, const char *key)
{
    const std::int64_t value = bytes(reader, key);
    if (reader.has(key) && value == 0)
        reader.fail("must be greater than 0; leave it out when there is no limit", key);
    return value;
}

std::map<WorkKind, double> coefficients(const YamlReader &parent, const char *key)
{
    const YamlReader reader = parent.child(key);
    reader.allowOnly({"convolution", "pointwise", "depthwise", "dense"});
    std::map<WorkKind, double> values;
    for (const WorkKind kind : kMacKinds)
        values[kind] = positive(reader, workKindName(kind));
    return values;
}

OperatingPoint readPoint(const YamlReader &reader)
{
    reader.allowOnly({"name", "clock_mhz", "voltage"});
    OperatingPoint point{.name = nonEmpty(reader, "name"), .clockMhz = positive(reader, "clock_mhz")};
    if (reader.has("voltage"))
        point.voltage = positive(reader, "voltage");
    return point;
}

void readCycles(const YamlReader &reader, const Board &board, Runtime &runtime)
{
    reader.allowOnly({"per_mac", "per_element", "per_layer", "per_call"});
    runtime.cyclesPerMac = coefficients(reader, "per_mac");
    runtime.cyclesPerOutput = notNegative(reader, "per_element");
    runtime.cyclesPerLayer = notNegative(reader, "per_layer");
    runtime.cyclesPerCall = notNegative(reader, "per_call");
    if (board.points.empty())
        reader.fail("cycles need a clock; add operating_points to the board");
}

void readEnergy(const YamlReader &reader, const Board &board, Runtime &runtime)
{
    reader.allowOnly({"reference_point", "nanojoule_per_mac", "nanojoule_per_element"});
    runtime.referencePoint = nonEmpty(reader, "reference_point");
    if (board.findPoint(runtime.referencePoint) == nullptr) {
        std::string names;
        for (const OperatingPoint &point : board.points)
            names += (names.empty() ? "" : ", ") + point.name;
        reader.fail("no such operating point; the board has " + (names.empty() ? "none" : names), "reference_point");
    }
    for (const OperatingPoint &point : board.points) {
        if (!(point.voltage > 0))
            reader.fail("energy at operating point " + point.name + " needs its voltage");
    }
    runtime.nanojoulePerMac = coefficients(reader, "nanojoule_per_mac");
    runtime.nanojoulePerMac[WorkKind::Other] = notNegative(reader, "nanojoule_per_element");
}

/// A runtime's figures cannot be counted, and `calibrated` promises an error.
void readOrigin(const YamlReader &reader, Runtime &runtime)
{
    runtime.errorPercent = notNegative(reader, "error_percent");
    const std::string name = reader.text("origin", originName(Origin::Modelled));
    for (const Origin origin : {Origin::Modelled, Origin::Calibrated, Origin::Measured}) {
        if (name != originName(origin))
            continue;
        runtime.origin = origin;
        if (origin == Origin::Calibrated && !(runtime.errorPercent > 0))
            reader.fail("calibrated figures need error_percent", "origin");
        return;
    }
    reader.fail("unknown origin '" + name + "'; known: modelled, calibrated, measured", "origin");
}

Runtime readRuntime(const YamlReader &reader, const Board &board)
{
    reader.allowOnly({"name", "title", "weight_bits", "activation_bits", "code", "bytes_per_channel", "cycles",
                      "energy", "origin", "error_percent", "source"});
    Runtime runtime;
    runtime.name = nonEmpty(reader, "name");
    runtime.title = reader.text("title", runtime.name);
    runtime.weightBits = bits(reader, "weight_bits");
    runtime.activationBits = bits(reader, "activation_bits");
    runtime.codeBytes = bytes(reader, "code");
    runtime.bytesPerChannel = notNegative(reader, "bytes_per_channel");
    runtime.source = reader.text("source", "");
    readOrigin(reader, runtime);
    if (reader.has("cycles"))
        readCycles(reader.child("cycles"), board, runtime);
    if (reader.has("energy"))
        readEnergy(reader.child("energy"), board, runtime);
    return runtime;
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

template <typename Item>
void addUnique(std::vector<Item> &items, Item item, const YamlReader &reader)
{
    for (const Item &other : items) {
        if (other.name == item.name && !item.name.empty())
            reader.fail("'" + item.name + "' stands here twice; names must differ", "name");
    }
    items.push_back(std::move(item));
}

} // namespace

Result<Board> parseBoard(std::string_view yaml, const std::string &file)
{
    const Result<YamlReader> root = YamlReader::parse(yaml, file);
    if (!root.ok())
        return root.error();
    const YamlReader &reader = *root;
    reader.allowOnly({"name", "title", "core", "source", "flash", "ram", "supply", "operating_points", "runtimes"});
    Board board;
    board.name = nonEmpty(reader, "name");
    board.title = reader.text("title", board.name);
    board.core = reader.text("core", "");
    board.source = reader.text("source", "");
    board.flashBytes = limitBytes(reader, "flash");
    board.ramBytes = limitBytes(reader, "ram");
    if (reader.has("supply"))
        readSupply(reader.child("supply"), board);
    if (reader.has("operating_points")) {
        for (const YamlReader &element : reader.child("operating_points").elements())
            addUnique(board.points, readPoint(element), element);
    }
    if (reader.has("runtimes")) {
        for (const YamlReader &element : reader.child("runtimes").elements())
            addUnique(board.runtimes, readRuntime(element, board), element);
    }
    if (const Result<void> done = reader.finish(); !done.ok())
        return done.error();
    return board;
}

} // namespace dnas
