// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums the formulas over a network. SpaceCost does the same with slopes, in the same order.
#include "core/hardware/cost.h"

#include "core/hardware/layer_cost.h"
#include "core/hardware/memory_plan.h"
#include "core/network/shapes.h"

#include <cassert>

namespace dnas {

namespace {

CostValue figure(double value, const BoardSetup &setup, bool timed)
{
    CostValue cost{.value = value, .origin = setup.runtime.origin};
    if (timed && setup.runtime.errorPercent > 0)
        cost.errorPercent = setup.runtime.errorPercent;
    return cost;
}

CostSet costSet(const LayerFigures<double> &f, double ramBytes, const BoardSetup &setup)
{
    CostSet costs;
    costs["weights"] = {.value = f.weights};
    costs["parameters"] = {.value = f.weights + f.biases + 4 * f.normalised};
    costs["macs"] = {.value = f.macs};
    if (!setup.runtime.name.empty()) {
        costs["flash"] = figure(f.flash, setup, false);
        costs["ram"] = figure(ramBytes, setup, false);
    }
    if (setup.modelsTime) {
        costs["cycles"] = figure(f.cycles, setup, true);
        costs["latency"] = figure(f.cycles / (setup.point.clockMhz * 1e3), setup, true);
    }
    if (setup.modelsEnergy)
        costs["energy"] = figure(f.energyUj, setup, false);
    return costs;
}

void add(LayerFigures<double> &sum, const LayerFigures<double> &f)
{
    sum.weights += f.weights;
    sum.biases += f.biases;
    sum.normalised += f.normalised;
    sum.macs += f.macs;
    sum.flash += f.flash;
    sum.cycles += f.cycles;
    sum.energyUj += f.energyUj;
}

} // namespace

std::vector<std::string> modelledMetrics(const BoardSetup &setup)
{
    const CostSet modelled = costSet({}, 0, setup);
    std::vector<std::string> names;
    for (const MetricInfo &info : allMetrics()) {
        if (modelled.contains(info.name))
            names.push_back(info.name);
    }
    return names;
}

NetworkCost costOf(const Network &network, const BoardSetup &setup)
{
    const Result<std::vector<Shape>> shapes = inferShapes(network);
    assert(shapes.ok());
    NetworkCost cost;
    if (!shapes.ok())
        return cost;
    const std::vector<std::vector<int>> live = liveTensors(network);
    LayerFigures<double> total;
    double peak = -1;
    std::size_t peakStep = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerFigures<double> f = layerFigures(geometryOf(network, static_cast<int>(i), *shapes), setup);
        double bytes = 0;
        for (const int tensor : live[i]) {
            const auto t = static_cast<std::size_t>(tensor);
            bytes += static_cast<double>((*shapes)[t].elements()) * bytesPerElement(network.layers[t], setup.runtime);
        }
        if (bytes > peak) {
            peak = bytes;
            peakStep = i;
        }
        add(total, f);
        cost.layers.push_back({network.layers[i].name, network.layers[i].op, costSet(f, bytes, setup)});
    }
    total.flash += static_cast<double>(setup.runtime.codeBytes);
    total.cycles += setup.runtime.cyclesPerCall;
    cost.total = costSet(total, peak, setup);
    if (cost.total.contains("ram")) {
        for (const int tensor : live[peakStep])
            cost.ramPeakLayers.push_back(network.layers[static_cast<std::size_t>(tensor)].name);
    }
    return cost;
}

} // namespace dnas
