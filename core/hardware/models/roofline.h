// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A GPU beside a CPU with an external memory, each with a clock of its own: a layer takes as long as its arithmetic or
// its traffic, whichever is longer, plus the time in which the CPU launches it. Energy: a charge for each operation and
// each byte, by the voltages of the clocks. No maker publishes voltages; they are taken as linear in the clock.
#pragma once

#include "core/hardware/layer_geometry.h"
#include "core/hardware/operating_point.h"

namespace dnas {

/// A clock and the voltage that it needs, linear between the two ends.
struct VoltageRange {
    double minMhz = 0, maxMhz = 0;
    double minVolts = 0, maxVolts = 0;
    double at(double mhz) const
    {
        if (!(maxMhz > minMhz))
            return maxVolts;
        return minVolts + (maxVolts - minVolts) * (mhz - minMhz) / (maxMhz - minMhz);
    }
};

struct RooflineModel {
    double flopPerCycle = 0; ///< of the GPU: two for each core that multiplies and adds
    double efficiency = 1;   ///< share of it that layers reach
    double depthwiseEfficiency = 1;
    double bytesPerElement = 4;
    double gigabytesPerSecond = 0; ///< at `memoryMaxMhz`
    double memoryMaxMhz = 0;
    double launchMicroseconds = 0; ///< per layer at `cpuMaxMhz`
    double cpuMaxMhz = 0;
    double picojoulePerFlop = 0; ///< at the GPU's highest voltage; 0: energy is not modelled
    double picojoulePerByte = 0;
    double launchMicrojoule = 0; ///< per layer at the CPU's highest voltage
    VoltageRange gpu;
    VoltageRange cpu;
};

template <typename Scalar>
Effort<Scalar> effortOf(const LayerGeometry<Scalar> &g, const RooflineModel &m, const OperatingPoint &point, double)
{
    Effort<Scalar> e;
    if (!g.works())
        return e;
    const Scalar flop = macsOf(g) * 2;
    const Scalar read = (g.hasWeights ? g.inChannels : g.outChannels * g.inputs) * g.inputElementsPerChannel;
    const Scalar bytes = (read + g.outChannels * g.outputArea() + weightsOf(g)) * m.bytesPerElement;
    const double efficiency = g.depthwise ? m.depthwiseEfficiency : m.efficiency;
    const Scalar compute = flop / Scalar(m.flopPerCycle * point.gpuShare * efficiency * point.gpuMhz * 1e3); // ms
    const Scalar traffic = bytes / Scalar(m.gigabytesPerSecond * 1e6 * point.memoryMhz / m.memoryMaxMhz);
    e.milliseconds = maxOf(compute, traffic) + m.launchMicroseconds * 1e-3 * m.cpuMaxMhz / point.clockMhz;
    e.cycles = e.milliseconds * (point.gpuMhz * 1e3);
    const auto squared = [](double x) {
        return x * x;
    };
    const double gpu = squared(m.gpu.at(point.gpuMhz) / m.gpu.maxVolts);
    const double cpu = squared(m.cpu.at(point.clockMhz) / m.cpu.maxVolts);
    e.microjoule =
        flop * (m.picojoulePerFlop * gpu * 1e-6) + bytes * (m.picojoulePerByte * 1e-6) + m.launchMicrojoule * cpu;
    return e;
}

} // namespace dnas
