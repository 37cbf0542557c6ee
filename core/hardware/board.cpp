// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looking things up in a board, and putting board, runtime and operating point together.
#include "core/hardware/board.h"

#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/network/network.h"

#include <algorithm>
#include <utility>

namespace dnas {

namespace {

template <typename Item>
const Item *find(const std::vector<Item> &items, std::string_view nameOrEmpty)
{
    for (const Item &item : items) {
        if (nameOrEmpty.empty() || item.name == nameOrEmpty)
            return &item;
    }
    return nullptr;
}

template <typename Item>
Error notFound(const char *what, const Board &board, std::string_view name, const std::vector<Item> &items)
{
    const std::string list = joined(items, [](const Item &item) { return item.name; });
    return invalidInput("board " + board.name + " has no " + what + " '" + std::string(name) + "'" +
                            (list.empty() ? "; it has none at all, leave it out" : "; it has " + list),
                        {.key = what});
}

Error unknownPoint(const Board &board, std::string_view name)
{
    Error error = notFound("point", board, name, board.points);
    if (board.clocks.points() > 0)
        error.message += ", and every combination of its clocks, such as " + clockPoint(board.clocks, 0, 0, 0).name;
    return error;
}

double energyScale(const Board &board, const Runtime &runtime, const OperatingPoint &point)
{
    const std::optional<OperatingPoint> reference = board.findPoint(runtime.referencePoint);
    if (!reference || !(reference->voltage > 0) || !(point.voltage > 0))
        return 1;
    const double ratio = point.voltage / reference->voltage;
    return board.linearSupply ? ratio : ratio * ratio;
}

} // namespace

std::optional<OperatingPoint> Board::findPoint(std::string_view nameOrEmpty) const
{
    if (const OperatingPoint *named = find(points, nameOrEmpty))
        return *named;
    return clockPoint(clocks, nameOrEmpty);
}

const Runtime *Board::findRuntime(std::string_view nameOrEmpty) const { return find(runtimes, nameOrEmpty); }

Result<Board> loadBoard(const std::string &nameOrPath)
{
    const Result<std::filesystem::path> path = findResource("boards", nameOrPath);
    if (!path.ok())
        return path.error();
    const Result<std::string> text = readText(*path);
    if (!text.ok())
        return text.error();
    return parseBoard(*text, path->string());
}

Result<BoardSetup> selectSetup(Board board, std::string_view runtime, std::string_view point)
{
    BoardSetup setup;
    if (const Runtime *found = board.findRuntime(runtime))
        setup.runtime = *found;
    else if (!runtime.empty())
        return notFound("runtime", board, runtime, board.runtimes);
    if (const std::optional<OperatingPoint> found = board.findPoint(point))
        setup.point = *found;
    else if (!point.empty())
        return unknownPoint(board, point);
    setup.modelsTime = setup.runtime.modelsTime() && setup.point.clockMhz > 0;
    setup.modelsEnergy = setup.modelsTime && setup.runtime.modelsEnergy();
    if (setup.modelsEnergy)
        setup.energyScale = energyScale(board, setup.runtime, setup.point);
    setup.board = std::move(board);
    return setup;
}

std::int64_t Board::arenaRoom() const
{
    std::int64_t largest = 0;
    for (const Memory &memory : memories) {
        if (memory.volatileMemory)
            largest = std::max(largest, memory.bytes);
    }
    return largest > 0 ? largest : ramBytes;
}

Result<void> checkRuns(const Network &network, const BoardSetup &setup)
{
    const Runtime &runtime = setup.runtime;
    if (runtime.name.empty())
        return {};
    const std::string who = "runtime " + runtime.name + " of " + setup.board.name;
    for (const Layer &layer : network.layers) {
        const std::string where = "layer " + layer.name + " of " + network.name;
        if (layer.op != "input" && !runtime.runs(layer.op))
            return invalidInput(where + " has the operator " + layer.op + ", which " + who + " cannot run; it runs " +
                                joined(runtime.operators) + "; choose another runtime or network");
        const int least = runtime.leastWeightBits();
        const int most = runtime.mostWeightBits();
        for (const BitShare &share : layer.weightBits) {
            if (share.bits >= least && share.bits <= most)
                continue;
            return invalidInput(
                where + " has weights of " + std::to_string(share.bits) + " bits, but " + who + " computes with " +
                (least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most)) +
                "; choose another runtime or leave weight_bits out");
        }
    }
    return {};
}

} // namespace dnas
