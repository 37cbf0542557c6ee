// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See bench_subjects.h: training steps and costs.
#include "app/cli/bench_subjects.h"

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/base/timing.h"
#include "core/engine/engine.h"
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "core/space/space_cost.h"

#include <fmt/format.h>

#include <algorithm>

namespace paretoscope {

using namespace dnas;

namespace {

std::vector<Network> randomCandidates(const SearchSpace &space, int count)
{
    RandomStream stream(1, "bench candidates");
    std::vector<Network> networks;
    for (int i = 0; i < count; ++i) {
        std::vector<int> widths;
        for (const ChannelGroup &group : space.groups()) {
            const int least = group.frozen ? group.channels : 1;
            const auto spread = static_cast<std::uint64_t>(group.channels - least + 1);
            widths.push_back(least + static_cast<int>(stream.below(spread)));
        }
        networks.push_back(space.derive(space.masksOfWidths(widths)));
    }
    return networks;
}

struct Recosting {
    double seconds = 0;
    std::size_t boards = 0;
};

/// All candidates on every board that comes along, each with its default runtime and point.
Result<Recosting> recostEverywhere(const std::vector<Network> &candidates)
{
    std::vector<BoardSetup> setups;
    for (const std::string &name : listResources("boards")) {
        auto board = loadBoard(name);
        if (!board.ok())
            return board.error();
        auto setup = selectSetup(std::move(*board), "", "");
        if (!setup.ok())
            return setup.error();
        setups.push_back(std::move(*setup));
    }
    double sink = 0;
    const double seconds = medianSeconds(2, [&] {
        for (const Network &candidate : candidates) {
            const NetworkGeometry geometry(candidate);
            for (const BoardSetup &setup : setups)
                sink += totalCostOf(candidate, geometry, setup).at("weights").value;
        }
    });
    if (!(sink > 0))
        return Error{ErrorCode::Internal, "the costs came out as nothing", {}};
    return Recosting{seconds, setups.size()};
}

} // namespace

BenchResults benchTrainingSteps(BenchLength length, const BenchProgress &progress)
{
    const bool quick = length == BenchLength::Quick;
    const std::vector<std::string> networks =
        quick ? std::vector<std::string>{"resnet8"} : std::vector<std::string>{"resnet8", "ds-cnn"};
    const std::vector<int> batches = quick ? std::vector<int>{32} : std::vector<int>{32, 128};
    const auto trainer = engine();
    if (!trainer.ok())
        return trainer.error();
    std::vector<BenchResult> results;
    for (const std::string &network : networks) {
        for (const int batch : batches) {
            for (const int threads : {1, 2}) {
                const std::string tail = fmt::format("{}.b{}.t{}", network, batch, threads);
                progress("training steps of " + tail);
                const auto measured = (*trainer)->benchTraining(
                    {.network = network, .batch = batch, .threads = threads, .seconds = quick ? 1.5 : 8.0});
                if (!measured.ok())
                    return measured.error();
                const std::string rounds = fmt::format("median of {} rounds", measured->rounds);
                results.push_back({"train.plain." + tail, measured->plain, "images/s", "higher",
                                   "own loop without decisions and costs, " + rounds});
                results.push_back({"train.search." + tail, measured->search, "images/s", "higher",
                                   "the same with width masks and two costs, " + rounds});
                results.push_back({"train.untuned." + tail, measured->untuned, "images/s", "higher",
                                   "torch::nn modules in the default layout, " + rounds});
                results.push_back({"train.overhead." + tail, measured->overhead, "ratio", "lower",
                                   "time of a search step over time of a plain step, " + rounds});
                results.push_back({"train.gain." + tail, measured->gain, "ratio", "higher",
                                   "time of an untuned step over time of a plain step, " + rounds});
            }
        }
    }
    return results;
}

BenchResults benchCosts(BenchLength length, const BenchProgress &progress)
{
    progress("costs of resnet8");
    const auto network = loadNetwork("resnet8");
    if (!network.ok())
        return network.error();
    auto board = loadBoard("nucleo-h743zi2");
    if (!board.ok())
        return board.error();
    const auto setup = selectSetup(std::move(*board), "", "");
    if (!setup.ok())
        return setup.error();
    const auto space = SearchSpace::create(*network, {});
    if (!space.ok())
        return space.error();

    const int rounds = length == BenchLength::Quick ? 5 : 25;
    constexpr int kCalls = 200;
    const SpaceCost cost(*space, *setup);
    std::vector<double> widths;
    for (const ChannelGroup &group : space->groups())
        widths.push_back(0.6 * group.channels);
    SpaceCost::Values values;
    const double evaluate = medianSeconds(rounds, [&] {
        for (int i = 0; i < kCalls; ++i)
            cost.evaluate(widths, values);
    });
    double sink = 0; // looked at below, so that nothing is left out
    const double once = medianSeconds(rounds, [&] {
        for (int i = 0; i < kCalls; ++i)
            sink += costOf(*network, *setup).total.at("weights").value;
    });
    constexpr int kCandidates = 1000;
    const std::vector<Network> candidates = randomCandidates(*space, kCandidates);
    const double many = medianSeconds(std::max(rounds / 5, 2), [&] {
        for (const Network &candidate : candidates)
            sink += costOf(candidate, *setup).total.at("weights").value;
    });
    const auto everywhere = recostEverywhere(candidates);
    if (!everywhere.ok())
        return everywhere.error();
    if (!(sink > 0))
        return Error{ErrorCode::Internal, "the costs of resnet8 came out as nothing", {}};
    std::vector<BenchResult> results{
        {"costs.evaluate.resnet8", 1e6 * evaluate / kCalls, "us", "lower",
         fmt::format("{} metrics of nucleo-h743zi2 with gradients in {} widths", cost.metrics().size(), widths.size())},
        {"costs.network.resnet8", 1e3 * once / kCalls, "ms", "lower", "all metrics, in all and by layer"},
        {"costs.recost1000.resnet8", 1e3 * many, "ms", "lower", "1000 candidates of random widths"},
        {"costs.recost1000.boards", everywhere->seconds, "s", "lower",
         fmt::format("the same on each of {} boards", everywhere->boards)},
    };
    const auto accuracy = benchCostAccuracy(length, progress);
    if (!accuracy.ok())
        return accuracy.error();
    results.insert(results.end(), accuracy->begin(), accuracy->end());
    return results;
}

} // namespace paretoscope
