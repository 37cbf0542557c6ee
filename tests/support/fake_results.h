// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search could have found, as values: widths that shrink, losses that fall, candidates whose networks and
// weights are real ones (they can be exported).
#pragma once

#include "core/events/search_events.h"
#include "core/network/shapes.h"
#include "core/space/space_cost.h"
#include "core/spec/search_spec.h"

#include <algorithm>
#include <cmath>

namespace fakes {

inline std::vector<int> fakeWidths(const dnas::SearchSpace &space, double share)
{
    std::vector<int> result;
    for (const dnas::ChannelGroup &group : space.groups())
        result.push_back(group.frozen ? group.channels
                                      : std::max(1, static_cast<int>(std::lround(group.channels * std::sqrt(share)))));
    return result;
}

inline dnas::EpochReport fakeReport(const dnas::SearchPlan &plan, const dnas::SpaceCost &cost, dnas::RunId id,
                                    dnas::Phase which, int epoch, int epochs, const dnas::RunPlan *planned,
                                    double share, const std::vector<double> &strengths,
                                    const std::vector<double> &targets)
{
    const double progress = (epoch + 1.0) / epochs;
    dnas::EpochReport r;
    r.run = id;
    r.phase = which;
    r.epoch = epoch;
    r.epochs = epochs;
    r.taskLoss = which == dnas::Phase::WarmUp ? 2.3 * std::exp(-1.2 * progress) : 0.75 * std::exp(-0.3 * progress);
    r.validationLoss = r.taskLoss * 1.1;
    r.trainQuality = 1 - 0.4 * r.taskLoss;
    r.quality = 1 - 0.42 * r.taskLoss;
    r.learningRate = 1e-3;
    r.totalLoss = r.taskLoss;
    r.seconds = 1.5;
    r.imagesPerSecond = 1234;
    if (!planned)
        return r;
    r.strengths = strengths;
    r.targets = targets;
    r.widths = fakeWidths(plan.space, 1 - (1 - share) * progress);
    const std::vector<double> relaxed(r.widths.begin(), r.widths.end());
    dnas::SpaceCost::Values values;
    cost.evaluate(relaxed, values);
    for (std::size_t i = 0; i < cost.metrics().size(); ++i)
        r.costs[cost.metrics()[i]] = values.value[i];
    for (std::size_t i = 0; i < planned->terms.size(); ++i) {
        const dnas::RunTerm &term = planned->terms[i];
        r.termLosses.push_back(strengths[i] * std::max(0.0, r.costs[term.metric] - targets[i]) / term.seedCost);
        r.totalLoss += r.termLosses.back();
    }
    return r;
}

/// Small constants under the names and shapes that the engine gives.
inline std::shared_ptr<const dnas::WeightStore> fakeWeights(const dnas::Network &network)
{
    auto store = std::make_shared<dnas::WeightStore>();
    const auto shapes = dnas::inferShapes(network).value();
    const auto put = [&store](const std::string &name, std::vector<std::int64_t> shape, float value) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        (*store)[name] = {std::move(shape), std::vector<float>(static_cast<std::size_t>(count), value)};
    };
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const dnas::Layer &layer = network.layers[i];
        const std::int64_t out = shapes[i].channels;
        const std::int64_t in = layer.inputs.empty() ? 0 : shapes[static_cast<std::size_t>(layer.inputs[0])].channels;
        if (layer.op == "conv")
            put(layer.name + ".weight", {out, in / layer.groups, layer.kernel.height, layer.kernel.width}, 0.01F);
        else if (layer.op == "dense")
            put(layer.name + ".weight", {out, in}, 0.01F);
        else if (layer.op == "batch_norm")
            for (const char *part : {".scale", ".shift", ".mean", ".variance"})
                put(layer.name + part, {out}, part[1] == 's' && part[2] == 'c' ? 1.0F : part[1] == 'v' ? 1.0F : 0.0F);
        if (layer.bias && (layer.op == "conv" || layer.op == "dense"))
            put(layer.name + ".bias", {out}, 0.0F);
    }
    return store;
}

inline std::shared_ptr<const dnas::Candidate> fakeCandidate(const dnas::SearchPlan &plan, dnas::RunId id,
                                                            const std::string &label, double share, bool isSeed)
{
    auto c = std::make_shared<dnas::Candidate>();
    c->run = id;
    c->label = label;
    c->isSeed = isSeed;
    c->masks = plan.space.masksOfWidths(fakeWidths(plan.space, share));
    c->network = isSeed ? plan.space.seed() : plan.space.derive(c->masks);
    c->weights = fakeWeights(c->network);
    c->quality = 0.93 - 0.07 / (0.15 + share);
    c->testQuality = c->quality - 0.012;
    return c;
}

} // namespace fakes
