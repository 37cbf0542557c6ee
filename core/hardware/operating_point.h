// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a board runs: one clock and voltage, or a point of the table of clocks that a Jetson allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct OperatingPoint {
    std::string name;
    double clockMhz = 0;           ///< of what computes: core, cluster, NPU; of the CPU beside a GPU
    double voltage = 0;            ///< core volts; 0: unknown
    double gpuMhz = 0;             ///< boards with a GPU
    double memoryMhz = 0;          ///< boards with a GPU: external memory
    double gpuShare = 1;           ///< of the GPU's cores that are switched on
    int waitStates = 0;            ///< of the flash
    double flashBytesPerCycle = 0; ///< boards with an NPU; 0: as the runtime says
    double staticMw = 0;           ///< power that flows whether or not it computes
};

/// Every combination of the clocks.
struct ClockTable {
    std::vector<double> cpuMhz;
    std::vector<double> gpuMhz;
    std::vector<double> memoryMhz;
    double staticMw = 0;
    std::size_t points() const { return cpuMhz.size() * gpuMhz.size() * memoryMhz.size(); }
};

/// "cpu1200-gpu520.5-memory1066" (MHz), if the table has these clocks.
std::optional<OperatingPoint> clockPoint(const ClockTable &table, std::string_view name);
/// The point of the table by its three indices.
OperatingPoint clockPoint(const ClockTable &table, std::size_t cpu, std::size_t gpu, std::size_t memory);

} // namespace dnas
