// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/training_bench.h"

#include "core/base/guarded.h"
#include "core/base/random.h"
#include "core/network/network_yaml.h"
#include "core/objective/complexity_loss.h"
#include "core/search/flat_optimizer.h"
#include "core/search/untuned_network.h"
#include "core/supernet/relaxed_network.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace dnas {

namespace {

/// Our loop: what TorchTrainer does in a step, on a batch that is there already.
class TunedLoop {
public:
    TunedLoop(const SearchSpace &space, const BoardSetup &setup, bool searching)
        : m_network(space, 1)
        , m_complexity(m_network.space(), setup, m_network.decisionLayout())
        , m_optimizer({.optimizer = "adamw", .learningRate = 1e-4, .weightDecay = 1e-2}, m_network.parameters(),
                      m_network.parameterGradient(), m_network.decayedCount())
    {
        m_network.setSearching(searching);
        if (!searching)
            return;
        // Two costs with a weak pull, so that the masks stay as they are while the clock runs.
        const SpaceCost &cost = m_complexity.cost();
        for (const char *metric : {"weights", "macs"}) {
            const int index = cost.indexOf(metric);
            const double seed = cost.bounds().at(metric).most;
            m_terms.push_back({.metric = metric,
                               .metricIndex = index,
                               .shape = TermShape::Absolute,
                               .target = seed / 2,
                               .seedCost = seed});
        }
        m_network.decisions().mutable_grad() = at::zeros_like(m_network.decisions());
        m_decisions = std::make_unique<FlatOptimizer>(OptimizerOptions{.optimizer = "adam"}, m_network.decisions(),
                                                      m_network.decisions().grad(), m_network.decisions().numel());
    }

    void step(const torch::Tensor &input, const torch::Tensor &labels)
    {
        torch::Tensor loss = at::cross_entropy_loss(m_network.forward(input, Mode::Train), labels);
        if (m_decisions) {
            loss = loss + m_complexity.penalty(m_network.blockMask(), m_terms, {1e-3, 1e-3});
            m_network.decisions().mutable_grad().zero_();
        }
        m_network.parameterGradient().zero_();
        loss.backward();
        m_optimizer.step(1e-4);
        if (m_decisions)
            m_decisions->step(1e-6);
    }

private:
    RelaxedNetwork m_network;
    ComplexityLoss m_complexity;
    FlatOptimizer m_optimizer;
    std::unique_ptr<FlatOptimizer> m_decisions;
    std::vector<ActiveTerm> m_terms;
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

Result<TrainingBenchResult> benchTraining(const TrainingBenchOptions &options)
{
    const auto network = loadNetwork(options.network);
    if (!network.ok())
        return network.error();
    auto board = loadBoard(options.board);
    if (!board.ok())
        return board.error();
    const auto setup = selectSetup(*board, "", "");
    if (!setup.ok())
        return setup.error();
    const auto space = SearchSpace::create(*network, {});
    if (!space.ok())
        return space.error();

    return guarded([&]() -> Result<TrainingBenchResult> {
        at::set_num_threads(options.threads);
        at::globalContext().setFlushDenormal(true);
        const Shape in = network->input;
        torch::Tensor plainLayout = at::empty({options.batch, in.channels, in.height, in.width});
        RandomStream stream(1, "bench");
        for (std::int64_t i = 0; i < plainLayout.numel(); ++i)
            plainLayout.data_ptr<float>()[i] = static_cast<float>(stream.normal());
        const torch::Tensor channelsLast = plainLayout.contiguous(at::MemoryFormat::ChannelsLast);
        torch::Tensor labels = at::empty({options.batch}, at::kLong);
        const int classes = space->shapes()[static_cast<std::size_t>(network->output)].channels;
        for (int i = 0; i < options.batch; ++i)
            labels.data_ptr<std::int64_t>()[i] =
                static_cast<std::int64_t>(stream.below(static_cast<std::uint64_t>(classes)));

        TunedLoop plain(*space, *setup, false);
        TunedLoop search(*space, *setup, true);
        UntunedNetwork untuned(*network);
        using Clock = std::chrono::steady_clock;
        const auto timed = [](int steps, const std::function<void()> &step) {
            const auto start = Clock::now();
            for (int i = 0; i < steps; ++i)
                step();
            return std::chrono::duration<double>(Clock::now() - start).count() / steps;
        };
        const std::function<void()> loops[] = {[&] { plain.step(channelsLast, labels); },
                                               [&] { search.step(channelsLast, labels); },
                                               [&] {
                                                   untuned.step(plainLayout, labels);
                                               }};
        for (const auto &loop : loops)
            timed(3, loop);

        constexpr int kSteps = 5;
        std::vector<double> times[3];
        std::vector<double> overheads;
        std::vector<double> gains;
        const auto start = Clock::now();
        while (overheads.size() < 3 || std::chrono::duration<double>(Clock::now() - start).count() < options.seconds) {
            for (int loop = 0; loop < 3; ++loop)
                times[loop].push_back(timed(kSteps, loops[loop]));
            overheads.push_back(times[1].back() / times[0].back());
            gains.push_back(times[2].back() / times[0].back());
        }
        return TrainingBenchResult{.plain = options.batch / median(times[0]),
                                   .search = options.batch / median(times[1]),
                                   .untuned = options.batch / median(times[2]),
                                   .overhead = median(overheads),
                                   .gain = median(gains),
                                   .rounds = static_cast<int>(overheads.size())};
    });
}

} // namespace dnas
