// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boards as data: memories, operating points, runtimes with their cost coefficients. docs/board_format.md.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// Where a figure comes from; every number that is shown says so.
enum class Origin { Counted, Modelled, Calibrated, Measured };
const char *originName(Origin origin); ///< "counted", "modelled", …

struct OperatingPoint {
    std::string name;
    double clockMhz = 0;
    double voltage = 0; ///< core volts
};

/// Kinds of work that cost differently on a microcontroller.
enum class WorkKind { Convolution, Pointwise, Depthwise, Dense, Other };
const char *workKindName(WorkKind kind); ///< "convolution", "pointwise", "depthwise", "dense", "other"

/// One kernel library on the board, with the coefficients of its cost model.
struct Runtime {
    std::string name;
    std::string title;
    int weightBits = 8; ///< how weights are stored
    int activationBits = 8;
    std::int64_t codeBytes = 0; ///< flash of the library itself
    double bytesPerChannel = 0; ///< quantisation tables per output channel (scale, shift, 32-bit bias …)
    std::map<WorkKind, double> cyclesPerMac;
    std::map<WorkKind, double> nanojoulePerMac; ///< at the reference point
    double cyclesPerLayer = 0;
    double cyclesPerCall = 0;
    double cyclesPerOutput = 0; ///< per element read by operators without MACs (pooling, addition); energy: kind Other
    std::string referencePoint; ///< operating point that energies were taken at
    Origin origin = Origin::Modelled;
    double errorPercent = 0; ///< 0: unknown
    std::string source;
};

struct Board {
    std::string name;
    std::string title;
    std::string core;
    std::string source;
    std::int64_t flashBytes = 0; ///< 0: no such limit
    std::int64_t ramBytes = 0;
    double supplyVolts = 0;             ///< 0: unknown
    bool linearSupply = false;          ///< LDO: energy follows the core voltage; else (converter) its square
    std::vector<OperatingPoint> points; ///< the first is the default
    std::vector<Runtime> runtimes;      ///< the first is the default; empty for `generic`

    const OperatingPoint *findPoint(std::string_view nameOrEmpty) const;
    const Runtime *findRuntime(std::string_view nameOrEmpty) const;
};

Result<Board> parseBoard(std::string_view yaml, const std::string &file);
/// By resource name or path.
Result<Board> loadBoard(const std::string &nameOrPath);

/// Board, runtime and point as the user chose them, names checked (error lists what exists).
struct BoardSetup {
    Board board;
    Runtime runtime;
    OperatingPoint point;
    bool modelsTime = false;   ///< has a runtime with cycles
    bool modelsEnergy = false; ///< has a runtime with energies
    double energyScale = 1;    ///< energy at this point relative to the runtime's reference point
};
Result<BoardSetup> selectSetup(Board board, std::string_view runtime, std::string_view point);

} // namespace dnas
