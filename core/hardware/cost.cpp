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

CostValue figure(double value, const BoardSetup &setup, double errorPercent)
{
    CostValue cost{.value = value, .origin = setup.runtime.origin};
    if (errorPercent > 0)
        cost.errorPercent = errorPercent;
    return cost;
}

CostSet costSet(const LayerFigures<double> &f, double ramBytes, const BoardSetup &setup, double codeBytes = 0)
{
    const Runtime &runtime = setup.runtime;
    CostSet costs;
    costs["weights"] = {.value = f.weights};
    costs["parameters"] = {.value = f.weights + f.biases + 4 * f.normalised};
    costs["macs"] = {.value = f.macs};
    if (!runtime.name.empty()) {
        // Rules and sizes that nobody measured; what a runtime calibrates is time and energy.
        costs["flash"] = {.value = f.flash() + codeBytes, .origin = Origin::Modelled};
        costs["ram"] = {.value = ramBytes, .origin = Origin::Modelled};
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
    sum.biasBytes += f.biasBytes;
    sum.tableBytes += f.tableBytes;
    sum.cycles += f.cycles;
    sum.milliseconds += f.milliseconds;
    sum.microjoule += f.microjoule;
}

/// What a call costs beside its layers.
void addCall(LayerFigures<double> &sum, const BoardSetup &setup)
{
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

NetworkGeometry::NetworkGeometry(const Network &network)
{
    Result<std::vector<Shape>> inferred = inferShapes(network);
    assert(inferred.ok());
    if (!inferred.ok())
        return;
    shapes = std::move(inferred).value();
    for (int i = 0; i < static_cast<int>(network.layers.size()); ++i)
        layers.push_back(geometryOf(network, i, shapes));
}

CostSet totalCostOf(const Network &network, const NetworkGeometry &geometry, const BoardSetup &setup)
{
    LayerFigures<double> total;
    for (const LayerGeometry<double> &layer : geometry.layers)
        add(total, layerFigures(layer, setup));
    addCall(total, setup);
    double ram = 0;
    if (!setup.runtime.name.empty() && !geometry.shapes.empty())
        ram = static_cast<double>(
            planArena(network, geometry.shapes, setup.runtime.activationBits, setup.runtime.arena).peakBytes);
    return costSet(total, ram, setup, static_cast<double>(setup.runtime.codeBytes));
}

NetworkCost costOf(const Network &network, const BoardSetup &setup)
{
    const NetworkGeometry geometry(network);
    NetworkCost cost;
    if (geometry.layers.empty())
        return cost;
    const ArenaPlan arena = planArena(network, geometry.shapes, setup.runtime.activationBits, setup.runtime.arena);
    LayerFigures<double> total;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerFigures<double> f = layerFigures(geometry.layers[i], setup);
        add(total, f);
        const auto liveBytes = static_cast<double>(arena.liveBytes[i]);
        cost.layers.push_back({network.layers[i].name, network.layers[i].op, costSet(f, liveBytes, setup)});
    }
    addCall(total, setup);
    const auto codeBytes = static_cast<double>(setup.runtime.codeBytes);
    cost.total = costSet(total, static_cast<double>(arena.peakBytes), setup, codeBytes);
    if (cost.total.contains("ram")) {
        cost.flash = {total.weightBytes, total.biasBytes, total.tableBytes, codeBytes};
        for (const int layer : arena.peakLayers)
            cost.ramPeakLayers.push_back(network.layers[static_cast<std::size_t>(layer)].name);
    }
    return cost;
}

} // namespace dnas
