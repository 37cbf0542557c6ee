// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See bench_loader.h. Generated data in the layouts of the benchmarks, each with its own network and augmentation.
#include "app/cli/bench_loader.h"

#include "app/cli/generated_folders.h"
#include "app/cli/scratch_folder.h"
#include "core/base/timing.h"
#include "core/engine/engine.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr int kBatch = 32;

struct Case {
    const char *benchmark;
    const char *variant; ///< in the name, behind that of the network
    int copies;          ///< -1: as the recipe has it
    const char *what;
};
constexpr Case kCases[] = {
    {"image-classification", "", -1, "32×32 pictures, crop and flip"},
    {"keyword-spotting", ".copies", -1, "clips, augmented features from 8 copies"},
    {"keyword-spotting", ".anew", 0, "clips, shifted, with noise, features computed anew"},
    {"visual-wake-words", "", -1, "96×96 pictures, flipped, turned, shifted, zoomed"},
};

/// Speed of reading alone, samples/s: medians over whole batches on the calling thread.
double readingSpeed(const DataSet &data, int rounds)
{
    std::vector<std::int64_t> samples(kBatch);
    Batch batch;
    std::uint64_t turn = 0;
    const auto batches = static_cast<std::uint64_t>(data.size(Split::Train) / kBatch);
    const double seconds = medianSeconds(
        rounds,
        [&] {
            for (int i = 0; i < kBatch; ++i)
                samples[static_cast<std::size_t>(i)] = static_cast<std::int64_t>(turn % batches) * kBatch + i;
            data.read(Split::Train, samples, {.enabled = true, .seed = 1, .epoch = turn / batches}, batch);
            ++turn;
        },
        TimeKind::Processor);
    return kBatch / seconds;
}

Result<void> measureCase(const Case &one, const std::filesystem::path &folder, BenchLength length,
                         std::vector<BenchResult> &results)
{
    const auto trainer = engine();
    if (!trainer.ok())
        return trainer.error();
    const auto benchmark = loadBenchmark(one.benchmark);
    if (!benchmark.ok())
        return benchmark.error();
    const auto data = openDataSet(*benchmark, {.folder = folder,
                                               .augment = benchmark->recipe.augment,
                                               .copies = one.copies < 0 ? benchmark->recipe.copies : one.copies});
    if (!data.ok())
        return data.error();
    const std::string tail = fmt::format("{}{}.b{}", benchmark->network, one.variant, kBatch);
    results.push_back({"data.read." + tail, readingSpeed(**data, length == BenchLength::Full ? 400 : 40), "samples/s",
                       "higher", fmt::format("{}, one thread, processor time", one.what)});
    for (const bool ahead : {true, false}) {
        const auto measured = (*trainer)->benchLoading({.data = *data,
                                                        .network = benchmark->network,
                                                        .batch = kBatch,
                                                        .threads = 1,
                                                        .ahead = ahead ? 2 : 0,
                                                        .time = ahead ? TimeKind::Wall : TimeKind::Processor,
                                                        .seconds = length == BenchLength::Full ? 20.0 : 2.0});
        if (!measured.ok())
            return measured.error();
        results.push_back(
            {fmt::format("data.loader.{}.t1{}", tail, ahead ? "" : ".inline"), measured->ratio, "ratio", "lower",
             fmt::format("step with the loader{} over one with prepared batches ({:.0f} and {:.0f} samples/s), median "
                         "of {} rounds, quartiles {:.3f} and {:.3f}",
                         ahead ? "" : " on the thread that trains, processor time", measured->loaded,
                         measured->prepared, measured->rounds, measured->lower, measured->upper)});
    }
    return {};
}

} // namespace

BenchResults benchLoaders(BenchLength length, const BenchProgress &progress)
{
    const ScratchFolder folder;
    const ScratchCache cache(folder.file("cache"));
    progress("making data to load");
    for (const auto &made : {makeCifar10(folder.path(), 6 * 512), makeSpeechCommands(folder.path(), 2100),
                             makeWakeWords(folder.path(), 1200)}) {
        if (!made.ok())
            return made.error();
    }
    std::vector<BenchResult> results;
    for (const Case &one : kCases) {
        progress(fmt::format("training steps with the loader: {}", one.what));
        if (const auto measured = measureCase(one, folder.path(), length, results); !measured.ok())
            return measured.error();
    }
    return results;
}

} // namespace paretoscope
