// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums the same formulas as costOf(), layer by layer in the same order, with slopes by group width.
#include "core/space/space_cost.h"

#include "core/hardware/layer_figures.h"
#include "core/hardware/memory/lifetimes.h"

#include <algorithm>
#include <cassert>

namespace dnas {

namespace {

using Slope = Dual<2>; // by input features, by output features

enum Row { Weights, Parameters, Macs, Flash, Ram, Cycles, Latency, Energy, kRows };
constexpr const char *kRowNames[kRows]{"weights", "parameters", "macs", "flash", "ram", "cycles", "latency", "energy"};

/// What a layer gives to each row; RAM is no sum.
void rowsOf(const LayerFigures<Slope> &f, Slope (&rows)[kRows])
{
    rows[Weights] = f.weights;
    rows[Parameters] = f.weights + f.biases + 4 * f.normalised;
    rows[Macs] = f.macs;
    rows[Flash] = f.flash();
    rows[Cycles] = f.cycles;
    rows[Latency] = f.milliseconds;
    rows[Energy] = f.microjoule;
}

} // namespace

struct SpaceCost::Plan {
    struct Term {
        LayerGeometry<Slope> geometry;
        std::vector<ChannelSegment> in;
        std::vector<ChannelSegment> out;
    };
    BoardSetup setup;
    std::vector<ChannelGroup> groups;
    std::vector<Term> terms; ///< layers that cost anything, in order
    std::vector<int> rows;   ///< by metric
    std::vector<double> ram; ///< [step · groups + group]: bytes per channel that are alive
    int steps = 0;

    void addLayer(const SearchSpace &space, int index);
    void addRamStep(const SearchSpace &space, const std::vector<int> &live);
    Slope features(const std::vector<ChannelSegment> &segments, std::span<const double> widths, std::size_t slot) const;
    void addGradient(const Term &term, const Slope &figure, double *gradient) const;
    void addRam(std::span<const double> widths, double &value, double *gradient) const;
};

namespace {

LayerGeometry<Slope> withSlopes(const LayerGeometry<double> &g)
{
    LayerGeometry<Slope> s;
    static_cast<LayerForm &>(s) = g;
    return s;
}

} // namespace

void SpaceCost::Plan::addLayer(const SearchSpace &space, int index)
{
    const LayerGeometry<double> g = geometryOf(space.seed(), index, space.shapes());
    if (!g.hasWeights && !g.normalised && g.inputElementsPerChannel == 0)
        return;
    Term term{.geometry = withSlopes(g), .in = {}, .out = space.segments(index)};
    // Only layers with weights look at their input; the others have as many features there as they put out.
    term.in =
        g.hasWeights ? space.segments(space.seed().layers[static_cast<std::size_t>(index)].inputs.front()) : term.out;
    terms.push_back(std::move(term));
}

void SpaceCost::Plan::addRamStep(const SearchSpace &space, const std::vector<int> &live)
{
    const std::size_t row = ram.size();
    ram.resize(row + groups.size());
    for (const int tensor : live) {
        const auto t = static_cast<std::size_t>(tensor);
        const Shape &shape = space.shapes()[t];
        const double bits = activationBitsOf(space.seed().layers[t], setup.runtime.activationBits);
        const double bytes = bits / 8 * shape.height * shape.width;
        for (const ChannelSegment &segment : space.segments(tensor))
            ram[row + static_cast<std::size_t>(segment.group)] += bytes * segment.repeat;
    }
    ++steps;
}

Slope SpaceCost::Plan::features(const std::vector<ChannelSegment> &segments, std::span<const double> widths,
                                std::size_t slot) const
{
    double sum = 0;
    for (const ChannelSegment &segment : segments)
        sum += segment.repeat * widths[static_cast<std::size_t>(segment.group)];
    return Slope::variable(sum, slot);
}

void SpaceCost::Plan::addGradient(const Term &term, const Slope &figure, double *gradient) const
{
    for (const ChannelSegment &segment : term.in)
        gradient[segment.group] += figure.slope[0] * segment.repeat;
    for (const ChannelSegment &segment : term.out)
        gradient[segment.group] += figure.slope[1] * segment.repeat;
}

/// The largest step; its slope is a subgradient where several steps are equally large.
void SpaceCost::Plan::addRam(std::span<const double> widths, double &value, double *gradient) const
{
    const double *peak = nullptr;
    for (int step = 0; step < steps; ++step) {
        const double *row = ram.data() + static_cast<std::size_t>(step) * groups.size();
        double bytes = 0;
        for (std::size_t g = 0; g < groups.size(); ++g)
            bytes += row[g] * widths[g];
        if (peak == nullptr || bytes > value) {
            value = bytes;
            peak = row;
        }
    }
    if (peak != nullptr)
        std::copy(peak, peak + groups.size(), gradient);
}

SpaceCost::SpaceCost(const SearchSpace &space, const BoardSetup &setup)
{
    auto plan = std::make_shared<Plan>();
    plan->setup = setup;
    plan->groups = space.groups();
    for (int i = 0; i < static_cast<int>(space.seed().layers.size()); ++i)
        plan->addLayer(space, i);
    for (const std::vector<int> &live : liveTensors(space.seed(), setup.runtime.arena, setup.runtime.activationBits))
        plan->addRamStep(space, live);
    m_metrics = modelledMetrics(setup);
    for (const std::string &metric : m_metrics) {
        const auto row = std::find(std::begin(kRowNames), std::end(kRowNames), metric);
        assert(row != std::end(kRowNames));
        plan->rows.push_back(static_cast<int>(row - std::begin(kRowNames)));
    }
    m_plan = std::move(plan);
}

int SpaceCost::indexOf(const std::string &metric) const
{
    const auto found = std::find(m_metrics.begin(), m_metrics.end(), metric);
    return found == m_metrics.end() ? -1 : static_cast<int>(found - m_metrics.begin());
}

void SpaceCost::evaluate(std::span<const double> widths, Values &out) const
{
    const Plan &plan = *m_plan;
    const std::size_t groups = plan.groups.size();
    assert(widths.size() == groups);
    out.value.assign(m_metrics.size(), 0.0);
    out.gradient.assign(m_metrics.size() * groups, 0.0);
    for (const Plan::Term &term : plan.terms) {
        LayerGeometry<Slope> g = term.geometry;
        g.inChannels = plan.features(term.in, widths, 0);
        g.outChannels = plan.features(term.out, widths, 1);
        Slope rows[kRows];
        rowsOf(layerFigures(g, plan.setup), rows);
        for (std::size_t m = 0; m < plan.rows.size(); ++m) {
            const Slope &figure = rows[plan.rows[m]];
            out.value[m] += figure.value;
            plan.addGradient(term, figure, out.gradient.data() + m * groups);
        }
    }
    const CallFigures call = plan.setup.modelsTime ? callFigures(plan.setup) : CallFigures{};
    for (std::size_t m = 0; m < plan.rows.size(); ++m) {
        double &value = out.value[m];
        if (plan.rows[m] == Flash)
            value += static_cast<double>(plan.setup.runtime.codeBytes);
        else if (plan.rows[m] == Ram)
            plan.addRam(widths, value, out.gradient.data() + m * groups);
        else if (plan.rows[m] == Cycles)
            value += call.cycles;
        else if (plan.rows[m] == Latency)
            value += call.milliseconds;
        else if (plan.rows[m] == Energy)
            value += call.microjoule;
    }
}

std::map<std::string, SpaceCost::Bounds> SpaceCost::bounds() const
{
    std::vector<double> least;
    std::vector<double> most;
    for (const ChannelGroup &group : m_plan->groups) {
        most.push_back(group.channels);
        least.push_back(group.least());
    }
    Values low;
    Values high;
    evaluate(least, low);
    evaluate(most, high);
    std::map<std::string, Bounds> bounds;
    for (std::size_t m = 0; m < m_metrics.size(); ++m)
        bounds[m_metrics[m]] = {.least = low.value[m], .most = high.value[m]};
    return bounds;
}

} // namespace dnas
