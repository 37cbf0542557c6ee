// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Points of a table of clocks, by name and by index.
#include "core/hardware/operating_point.h"

#include "core/base/numbers.h"

#include <charconv>

namespace dnas {

namespace {

/// Takes `prefix` and a clock of `known` off the front of `name`; its index.
std::optional<std::size_t> takeClock(std::string_view &name, std::string_view prefix, const std::vector<double> &known)
{
    if (!name.starts_with(prefix))
        return std::nullopt;
    double value = 0;
    const char *begin = name.data() + prefix.size();
    const auto [end, failure] = std::from_chars(begin, name.data() + name.size(), value);
    if (failure != std::errc())
        return std::nullopt;
    name.remove_prefix(static_cast<std::size_t>(end - name.data()));
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == value)
            return i;
    }
    return std::nullopt;
}

} // namespace

OperatingPoint clockPoint(const ClockTable &table, std::size_t cpu, std::size_t gpu, std::size_t memory)
{
    OperatingPoint point;
    point.clockMhz = table.cpuMhz[cpu];
    point.gpuMhz = table.gpuMhz[gpu];
    point.memoryMhz = table.memoryMhz[memory];
    point.staticMw = table.staticMw;
    point.name = "cpu" + exactNumber(point.clockMhz) + "-gpu" + exactNumber(point.gpuMhz) + "-memory" +
                 exactNumber(point.memoryMhz);
    return point;
}

std::optional<OperatingPoint> clockPoint(const ClockTable &table, std::string_view name)
{
    const std::optional<std::size_t> cpu = takeClock(name, "cpu", table.cpuMhz);
    const std::optional<std::size_t> gpu = cpu ? takeClock(name, "-gpu", table.gpuMhz) : std::nullopt;
    const std::optional<std::size_t> memory = gpu ? takeClock(name, "-memory", table.memoryMhz) : std::nullopt;
    if (!memory || !name.empty())
        return std::nullopt;
    return clockPoint(table, *cpu, *gpu, *memory);
}

} // namespace dnas
