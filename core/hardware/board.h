// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boards as data: memories, operating points, runtimes with their cost models. docs/board_format.md.
#pragma once

#include "core/base/result.h"
#include "core/hardware/operating_point.h"
#include "core/hardware/runtime.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// A part of a board's memory.
struct Memory {
    std::string name;
    bool volatileMemory = true; ///< RAM, else flash
    std::int64_t bytes = 0;
};

struct Board {
    std::string name;
    std::string title;
    std::string core;
    std::string source;
    std::int64_t flashBytes = 0; ///< 0: no such limit
    std::int64_t ramBytes = 0;
    std::vector<Memory> memories;
    double supplyVolts = 0;             ///< 0: unknown
    bool linearSupply = false;          ///< LDO: energy follows the core voltage; else (converter) its square
    std::vector<OperatingPoint> points; ///< the first is the default
    ClockTable clocks;                  ///< further points, by their clocks; empty on most boards
    std::vector<Runtime> runtimes;      ///< the first is the default; empty for `generic`

    /// By name, or the first. Also points of the clock table, "cpu1200-gpu520.5-memory1066" (MHz).
    std::optional<OperatingPoint> findPoint(std::string_view nameOrEmpty) const;
    const Runtime *findRuntime(std::string_view nameOrEmpty) const;
    /// Bytes that activations may take. They lie in one piece: the largest part of the RAM where parts are known, else
    /// all of it; 0: no limit.
    std::int64_t arenaRoom() const;
};

Result<Board> parseBoard(std::string_view yaml, const std::string &file);
/// By resource name or path.
Result<Board> loadBoard(const std::string &nameOrPath);

/// Board, runtime and point as the user chose them, names checked (error lists what exists).
struct BoardSetup {
    Board board;
    Runtime runtime;
    OperatingPoint point;
    bool modelsTime = false;   ///< has a runtime with a cost model and a clock
    bool modelsEnergy = false; ///< has a runtime with energies
    double energyScale = 1;    ///< energy at this point relative to the runtime's reference point
};
Result<BoardSetup> selectSetup(Board board, std::string_view runtime, std::string_view point);

/// Fails when the runtime cannot run a layer, for its operator or the bits of its weights; the error names the layer
/// and what the runtime runs.
Result<void> checkRuns(const Network &network, const BoardSetup &setup);

} // namespace dnas
