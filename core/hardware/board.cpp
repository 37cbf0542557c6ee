// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looking things up in a board, and putting board, runtime and operating point together.
#include "core/hardware/board.h"

#include "core/base/files.h"

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
    std::string list;
    for (const Item &item : items)
        list += (list.empty() ? "" : ", ") + item.name;
    return invalidInput("board " + board.name + " has no " + what + " '" + std::string(name) + "'" +
                            (list.empty() ? "; it has none at all, leave it out" : "; it has " + list),
                        {.key = what});
}

double energyScale(const Board &board, const Runtime &runtime, const OperatingPoint &point)
{
    const OperatingPoint *reference = board.findPoint(runtime.referencePoint);
    if (reference == nullptr || !(reference->voltage > 0) || !(point.voltage > 0))
        return 1;
    const double ratio = point.voltage / reference->voltage;
    return board.linearSupply ? ratio : ratio * ratio;
}

} // namespace

const char *originName(Origin origin)
{
    switch (origin) {
    case Origin::Counted:
        return "counted";
    case Origin::Modelled:
        return "modelled";
    case Origin::Calibrated:
        return "calibrated";
    case Origin::Measured:
        return "measured";
    }
    return "modelled";
}

const char *workKindName(WorkKind kind)
{
    switch (kind) {
    case WorkKind::Convolution:
        return "convolution";
    case WorkKind::Pointwise:
        return "pointwise";
    case WorkKind::Depthwise:
        return "depthwise";
    case WorkKind::Dense:
        return "dense";
    case WorkKind::Other:
        return "other";
    }
    return "other";
}

const OperatingPoint *Board::findPoint(std::string_view nameOrEmpty) const { return find(points, nameOrEmpty); }
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
    if (const OperatingPoint *found = board.findPoint(point))
        setup.point = *found;
    else if (!point.empty())
        return notFound("point", board, point, board.points);
    setup.modelsTime = !setup.runtime.cyclesPerMac.empty() && setup.point.clockMhz > 0;
    setup.modelsEnergy = !setup.runtime.nanojoulePerMac.empty();
    if (setup.modelsEnergy)
        setup.energyScale = energyScale(board, setup.runtime, setup.point);
    setup.board = std::move(board);
    return setup;
}

} // namespace dnas
