// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a runtime of a board file: docs/board_format.md.
#include "core/base/joined.h"
#include "core/hardware/board.h"
#include "core/hardware/board_reading.h"
#include "core/network/operator.h"

namespace dnas {

namespace {

void readReferencePoint(const YamlReader &runtimeReader, const Board &board, Runtime &runtime)
{
    const YamlReader reader = runtimeReader.child("energy");
    runtime.referencePoint = nonEmpty(reader, "reference_point");
    if (!board.findPoint(runtime.referencePoint)) {
        const std::string names = joined(board.points, &OperatingPoint::name);
        reader.fail("no such operating point; the board has " + (names.empty() ? "none" : names), "reference_point");
    }
    for (const OperatingPoint &point : board.points) {
        if (board.points.size() > 1 && !(point.voltage > 0))
            reader.fail("energy at operating point " + point.name + " needs its voltage");
    }
}

/// A runtime's figures cannot be counted, and `calibrated` promises an error.
void readOrigin(const YamlReader &reader, Runtime &runtime)
{
    runtime.latencyErrorPercent = notNegative(reader, "error_percent");
    runtime.energyErrorPercent = notNegative(reader, "energy_error_percent");
    const std::string name = reader.text("origin", originName(Origin::Modelled));
    for (const Origin origin : {Origin::Modelled, Origin::Calibrated, Origin::Measured}) {
        if (name != originName(origin))
            continue;
        runtime.origin = origin;
        if (origin == Origin::Calibrated && !(runtime.latencyErrorPercent > 0))
            reader.fail("calibrated figures need error_percent", "origin");
        return;
    }
    reader.fail("unknown origin '" + name + "'; known: modelled, calibrated, measured", "origin");
}

void readArena(const YamlReader &reader, ArenaRules &rules)
{
    reader.allowOnly({"input_counted", "output_counted", "input_kept", "addition_in_place", "alignment"});
    rules.inputCounted = reader.flag("input_counted", rules.inputCounted);
    rules.outputCounted = reader.flag("output_counted", rules.outputCounted);
    rules.inputKept = reader.flag("input_kept", rules.inputKept);
    rules.additionInPlace = reader.flag("addition_in_place", rules.additionInPlace);
    rules.alignment = countOf(reader, "alignment", rules.alignment, 4096);
}

void readOperators(const YamlReader &reader, Runtime &runtime)
{
    for (const YamlReader &element : reader.child("operators").elements()) {
        const std::string op = element.asText();
        if (findOperator(op) == nullptr)
            element.fail("unknown operator '" + op + "'; known: " + joined(operatorNames()));
        runtime.operators.push_back(op);
    }
    if (runtime.operators.empty())
        reader.fail("is empty; leave it out when it runs everything", "operators");
}

} // namespace

Runtime readRuntime(const YamlReader &reader, const Board &board)
{
    std::vector<std::string_view> known{"name",
                                        "title",
                                        "weight_bits",
                                        "activation_bits",
                                        "code",
                                        "bytes_per_channel",
                                        "compresses_weights",
                                        "operators",
                                        "arena",
                                        "energy",
                                        "origin",
                                        "error_percent",
                                        "energy_error_percent",
                                        "source"};
    known.insert(known.end(), costModelKeys().begin(), costModelKeys().end());
    reader.allowOnly(known);
    Runtime runtime;
    runtime.name = nonEmpty(reader, "name");
    runtime.title = reader.text("title", runtime.name);
    runtime.weightBits = countOf(reader, "weight_bits", 8, 32);
    runtime.activationBits = countOf(reader, "activation_bits", 8, 32);
    runtime.codeBytes = wholeBytes(reader, "code");
    runtime.bytesPerChannel = notNegative(reader, "bytes_per_channel");
    runtime.compressesWeights = reader.flag("compresses_weights", false);
    if (reader.has("operators"))
        readOperators(reader, runtime);
    if (reader.has("arena"))
        readArena(reader.child("arena"), runtime.arena);
    runtime.source = reader.text("source", "");
    readOrigin(reader, runtime);
    runtime.model = readCostModel(reader, board, runtime);
    if (reader.has("energy"))
        readReferencePoint(reader, board, runtime);
    return runtime;
}

} // namespace dnas
