// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/training_bench.h"

#include "core/base/guarded.h"
#include "core/base/random.h"
#include "core/base/timing.h"
#include "core/network/network_yaml.h"
#include "core/search/bench_loop.h"
#include "core/search/untuned_network.h"

#include <ATen/Parallel.h>

#include <chrono>
#include <functional>

namespace dnas {

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

        BenchLoop plain(*space, *setup, BenchStep::Plain);
        BenchLoop search(*space, *setup, BenchStep::Search);
        UntunedNetwork untuned(*network);
        using Clock = std::chrono::steady_clock;
        const auto timed = [](int steps, const std::function<void()> &step) {
            return secondsOf([&] {
                       for (int i = 0; i < steps; ++i)
                           step();
                   }) /
                   steps;
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
