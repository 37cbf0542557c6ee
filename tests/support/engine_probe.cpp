// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_probe.h"

#include "core/base/random.h"
#include "core/objective/complexity_loss.h"
#include "core/search/flat_optimizer.h"
#include "core/supernet/binary_mask.h"
#include "core/supernet/relaxed_network.h"
#include "tests/support/random_weights.h"

#include <ATen/Parallel.h>

namespace dnas::test {

namespace {

std::vector<float> plain(const torch::Tensor &tensor)
{
    const torch::Tensor flat = tensor.detach().to(at::kFloat).contiguous().flatten();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

torch::Tensor vectorOf(const std::vector<float> &values) { return at::tensor(values, at::kFloat); }

torch::Tensor picturesOf(const Shape &shape, const std::vector<float> &values, int batch)
{
    return vectorOf(values)
        .view({batch, shape.channels, shape.height, shape.width})
        .contiguous(at::MemoryFormat::ChannelsLast);
}

} // namespace

struct EngineProbe::Private {
    Private(const SearchSpace &space, std::uint64_t seed)
        : network(space, seed)
    {
    }
    explicit Private(RelaxedNetwork existing)
        : network(std::move(existing))
    {
    }
    const Shape &input() const { return network.space().seed().input; }
    RelaxedNetwork network;
};

EngineProbe::EngineProbe(const SearchSpace &space, std::uint64_t seed)
{
    at::set_num_threads(1);
    d = std::make_unique<Private>(space, seed);
}
EngineProbe::~EngineProbe() = default;
EngineProbe::EngineProbe(EngineProbe &&) noexcept = default;

Result<void> EngineProbe::load(const WeightStore &weights) { return d->network.load(weights, "probe"); }
WeightStore EngineProbe::weights() const { return d->network.weights(); }
void EngineProbe::setSearching(bool searching) { d->network.setSearching(searching); }
void EngineProbe::setMasks(const ChannelMasks &masks) { d->network.setMasks(masks); }
ChannelMasks EngineProbe::masks() const { return d->network.masks(); }
std::vector<std::vector<double>> EngineProbe::importance() const { return d->network.importance(); }
std::vector<float> EngineProbe::decisions() const { return plain(d->network.decisions()); }

void EngineProbe::setDecisions(const std::vector<float> &alpha)
{
    const at::NoGradGuard noGradient;
    d->network.decisions().copy_(vectorOf(alpha));
}

EngineProbe EngineProbe::compacted() const
{
    const ChannelMasks kept = d->network.masks();
    EngineProbe probe(d->network.space());
    probe.d = std::make_unique<Private>(d->network.compacted(kept, compactionIndex(d->network.space(), kept)));
    return probe;
}

std::vector<float> EngineProbe::evaluate(const std::vector<float> &inputs, int batch)
{
    const at::NoGradGuard noGradient;
    return plain(d->network.forward(picturesOf(d->input(), inputs, batch), Mode::Evaluate));
}

double EngineProbe::train(const ProbeTraining &options)
{
    RelaxedNetwork &network = d->network;
    const auto count = static_cast<std::size_t>(d->input().elements() * options.batch);
    RandomStream labels(options.seed, "probe labels");
    double last = 0;
    for (int step = 0; step < options.steps; ++step) {
        const std::uint64_t key = combineKeys({options.seed, static_cast<std::uint64_t>(step)});
        const torch::Tensor out =
            network.forward(picturesOf(d->input(), randomValues(count, key), options.batch), Mode::Train);
        std::vector<std::int64_t> wanted;
        for (int i = 0; i < options.batch; ++i)
            wanted.push_back(static_cast<std::int64_t>(labels.below(static_cast<std::uint64_t>(out.size(1)))));
        torch::Tensor loss = at::cross_entropy_loss(out, at::tensor(wanted, at::kLong));
        last = loss.item<double>();
        if (network.searching()) {
            network.decisions().mutable_grad() = at::zeros_like(network.decisions());
            loss = loss + network.blockMask().sum() * options.pressure;
        }
        network.parameterGradient().zero_();
        loss.backward();
        const at::NoGradGuard noGradient;
        network.parameters().detach().sub_(network.parameterGradient(), options.learningRate);
        if (network.searching() && options.decisionRate > 0)
            network.decisions().sub_(network.decisions().grad(), options.decisionRate);
    }
    return last;
}

ProbePenalty EngineProbe::penalty(const BoardSetup &setup, const std::vector<ActiveTerm> &terms,
                                  const std::vector<double> &strengths)
{
    RelaxedNetwork &network = d->network;
    network.setSearching(true);
    ComplexityLoss complexity(network.space(), setup, network.decisionLayout());
    const std::vector<float> blank(static_cast<std::size_t>(d->input().elements()), 0.0F);
    network.forward(picturesOf(d->input(), blank, 1), Mode::Evaluate);
    network.decisions().mutable_grad() = at::zeros_like(network.decisions());
    complexity.penalty(network.blockMask(), terms, strengths).backward();
    return {complexity.value().total,          complexity.value().byTerm,
            complexity.metricValues(),         complexity.widths(),
            plain(network.decisions().grad()), complexity.minimisedSlopes(network.masks(), terms, strengths)};
}

std::vector<std::int64_t> EngineProbe::decide(const ChannelMasks &masks)
{
    const torch::Tensor changed = d->network.decide(masks);
    const auto *first = changed.data_ptr<std::int64_t>();
    return {first, first + changed.numel()};
}

ProbeMask probeBinaryMask(const std::vector<float> &alpha, const std::vector<bool> &keepAlive,
                          const std::vector<float> &upstream)
{
    torch::Tensor leaf = vectorOf(alpha).requires_grad_(true);
    torch::Tensor keep = at::zeros({static_cast<std::int64_t>(keepAlive.size())}, at::kBool);
    for (std::size_t i = 0; i < keepAlive.size(); ++i)
        keep[static_cast<std::int64_t>(i)] = static_cast<bool>(keepAlive[i]);
    const torch::Tensor mask = binaryMask(leaf, keep);
    (mask * vectorOf(upstream)).sum().backward();
    return {plain(mask), plain(leaf.grad())};
}

std::vector<float> probeOptimizer(const OptimizerOptions &options, const std::vector<float> &parameters,
                                  const std::vector<std::vector<float>> &gradients, int decayed)
{
    const torch::Tensor values = vectorOf(parameters);
    torch::Tensor gradient = at::zeros_like(values);
    FlatOptimizer optimizer(options, values, gradient, decayed);
    for (const auto &now : gradients) {
        gradient.copy_(vectorOf(now));
        optimizer.step(options.learningRate);
    }
    return plain(values);
}

std::vector<std::vector<float>> probeNewton(double share, const std::vector<float> &alpha,
                                            const std::vector<float> &task, const std::vector<float> &slope,
                                            const std::vector<float> &on, int batch, int steps)
{
    const torch::Tensor values = vectorOf(alpha);
    const torch::Tensor gradient = vectorOf(task) + vectorOf(slope);
    FlatOptimizer optimizer({.optimizer = "newton", .learningRate = share}, values, gradient, values.numel());
    std::vector<std::vector<float>> history;
    for (int step = 0; step < steps; ++step) {
        optimizer.observeCurvature(vectorOf(task), vectorOf(on), batch);
        optimizer.step(share);
        history.push_back(plain(values));
    }
    return history;
}

} // namespace dnas::test
