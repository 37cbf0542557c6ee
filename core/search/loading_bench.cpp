// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See loading_bench.h.
#include "core/search/loading_bench.h"

#include "core/base/guarded.h"
#include "core/data/batch_loader.h"
#include "core/network/network_yaml.h"
#include "core/search/batch_tensors.h"
#include "core/search/bench_loop.h"

#include <ATen/Parallel.h>

#include <optional>

namespace dnas {

namespace {

constexpr int kPreparedBatches = 8;
constexpr int kRoundSteps = 16;
/// Steps between two rounds whose time does not count: the loader comes to rest in the first ones, so that it neither
/// works into the time of a step on a prepared batch nor begins behind.
constexpr int kRestSteps = 4;

/// The loader as TorchTrainer runs it, for ever.
class EndlessLoader {
public:
    explicit EndlessLoader(const LoadingBenchOptions &options)
        : m_data(options.data)
        , m_options{.batch = options.batch, .shuffle = true, .dropLast = true, .seed = 1, .ahead = options.ahead}
    {
        m_options.augment = {.enabled = true, .seed = 1, .epoch = 0};
    }
    const Batch &next()
    {
        for (;;) {
            if (!m_loader)
                m_loader.emplace(m_data, m_options);
            if (const Batch *batch = m_loader->next())
                return *batch;
            m_loader.reset();
            ++m_options.augment.epoch;
        }
    }

private:
    std::shared_ptr<const DataSet> m_data;
    LoaderOptions m_options;
    std::optional<BatchLoader> m_loader;
};

LoadingBenchResult measureLoading(const LoadingBenchOptions &options, BenchLoop &loop)
{
    EndlessLoader loader(options);
    std::vector<Batch> prepared;
    for (int i = 0; i < kPreparedBatches; ++i)
        prepared.push_back(loader.next());
    std::size_t turn = 0;
    const auto stepPrepared = [&] {
        const Batch &batch = prepared[turn++ % prepared.size()];
        loop.step(inputsOf(batch), labelsOf(batch));
    };
    const auto stepLoaded = [&] {
        const Batch &batch = loader.next();
        loop.step(inputsOf(batch), labelsOf(batch));
    };
    const auto timed = [&](const auto &step) {
        const auto round = [&] {
            for (int i = 0; i < kRoundSteps; ++i)
                step();
        };
        return secondsOf(round, options.time) / kRoundSteps;
    };
    std::vector<double> preparedTimes, loadedTimes, ratios;
    double spent = 0;
    while (ratios.size() < 3 || spent < options.seconds) {
        for (int i = 0; i < kRestSteps; ++i)
            stepPrepared();
        // Which of the two goes first changes with every round, so that a machine that grows slower favours neither.
        const bool loadedFirst = ratios.size() % 2 == 1;
        if (loadedFirst) {
            loadedTimes.push_back(timed(stepLoaded));
            for (int i = 0; i < kRestSteps; ++i)
                stepPrepared();
        }
        preparedTimes.push_back(timed(stepPrepared));
        if (!loadedFirst)
            loadedTimes.push_back(timed(stepLoaded));
        ratios.push_back(loadedTimes.back() / preparedTimes.back());
        spent += kRoundSteps * (loadedTimes.back() + preparedTimes.back());
    }
    return {.prepared = options.batch / median(preparedTimes),
            .loaded = options.batch / median(loadedTimes),
            .ratio = median(ratios),
            .lower = quantile(ratios, 0.25),
            .upper = quantile(ratios, 0.75),
            .rounds = static_cast<int>(ratios.size())};
}

} // namespace

Result<LoadingBenchResult> benchLoading(const LoadingBenchOptions &options)
{
    const auto network = loadNetwork(options.network);
    if (!network.ok())
        return network.error();
    if (network->input != options.data->shape())
        return invalidInput("its inputs are not those of the data", {.file = options.network, .key = "input"});
    if (options.data->size(Split::Train) < std::int64_t{kPreparedBatches} * options.batch)
        return invalidInput("has fewer than 8 batches of training samples", {.key = "data"});
    auto board = loadBoard("generic");
    if (!board.ok())
        return board.error();
    const auto setup = selectSetup(std::move(*board), "", "");
    if (!setup.ok())
        return setup.error();
    const auto space = SearchSpace::create(*network, {});
    if (!space.ok())
        return space.error();
    return guarded([&]() -> Result<LoadingBenchResult> {
        at::set_num_threads(options.threads);
        at::globalContext().setFlushDenormal(true);
        BenchLoop loop(*space, *setup, BenchStep::Plain);
        return measureLoading(options, loop);
    });
}

} // namespace dnas
