// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums the formulas over a network. SpaceCost does the same with slopes, in the same order.
#include "core/hardware/cost.h"

#include "core/hardware/layer_figures.h"
#include "core/hardware/memory/arena_plan.h"
#include "core/network/shapes.h"

#include <cassert>

namespace dnas {

namespace {

CostValue figure(double value, const BoardSetup &setup, double errorPercent = 0)
{
    CostValue cost{.value = value, .origin = setup.runtime.origin};
    if (errorPercent > 0)
        cost.errorPercent = errorPercent;
    return cost;
}

CostSet costSet(const LayerFigures<double> &f, double ramBytes, const BoardSetup &setup)
{
    const Runtime &runtime = setup.runtime;
    CostSet costs;
    costs["weights"] = {.value = f.weights};
    costs["parameters"] = {.value = f.weights + f.biases + 4 * f.normalised};
    costs["macs"] = {.value = f.macs};
    if (!runtime.name.empty()) {
        costs["flash"] = figure(f.flash(), setup);
        costs["ram"] = figure(ramBytes, setup);
    }
    if (setup.modelsTime) {
        costs["cycles"] = figure(f.cycles, setup, runtime.latencyErrorPercent);
        costs["latency"] = figure(f.milliseconds, setup, runtime.latencyErrorPercent);
    }
    if (setup.modelsEnergy)
        costs["energy"] = figure(f.microjoule, setup, runtime.energyErrorPercent);
    return costs;
}

void add(LayerFigures<double> &sum, const LayerFigures<double> &f)
{
    sum.weights += f.weights;
    sum.biases += f.biases;
    sum.normalised += f.normalised;
    sum.macs += f.macs;
    sum.weightBytes += f.weightBytes;
    sum.tableBytes += f.tableBytes;
    sum.cycles += f.cycles;
    sum.milliseconds += f.milliseconds;
    sum.microjoule += f.microjoule;
}

/// What a call costs beside its layers.
void addCall(LayerFigures<double> &sum, const BoardSetup &setup)
{
    sum.tableBytes += static_cast<double>(setup.runtime.codeBytes);
    if (!setup.modelsTime)
        return;
    const CallFigures call = callFigures(setup);
    sum.cycles += call.cycles;
    sum.milliseconds += call.milliseconds;
    sum.microjoule += call.microjoule;
}

} // namespace

CallFigures callFigures(const BoardSetup &setup)
{
    const CallCost call = callCostOf(setup.runtime.model);
    CallFigures figures;
    figures.milliseconds = call.cycles / (setup.point.clockMhz * 1e3) + call.microseconds * 1e-3;
    figures.cycles = figures.milliseconds * (setup.point.clockMhz * 1e3);
    figures.microjoule = call.nanojoule * setup.energyScale * 1e-3 + figures.milliseconds * setup.point.staticMw;
    return figures;
}

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
    const ArenaPlan arena = planArena(network, *shapes, setup.runtime.activationBits, setup.runtime.arena);
    LayerFigures<double> total;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerFigures<double> f = layerFigures(geometryOf(network, static_cast<int>(i), *shapes), setup);
        add(total, f);
        const auto liveBytes = static_cast<double>(arena.liveBytes[i]);
        cost.layers.push_back({network.layers[i].name, network.layers[i].op, costSet(f, liveBytes, setup)});
    }
    addCall(total, setup);
    cost.total = costSet(total, static_cast<double>(arena.peakBytes), setup);
    if (cost.total.contains("ram")) {
        for (const int layer : arena.peakLayers)
            cost.ramPeakLayers.push_back(network.layers[static_cast<std::size_t>(layer)].name);
    }
    return cost;
}

} // namespace dnas
