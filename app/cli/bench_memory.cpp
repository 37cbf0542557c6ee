// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Data sets of full size, generated: what opening them and reading one epoch takes of memory and time. dnas bench data
// --large.
#include "app/cli/bench_subjects.h"
#include "app/cli/generated_folders.h"
#include "app/cli/interrupt.h"
#include "app/cli/memory_watch.h"
#include "app/cli/scratch_folder.h"
#include "core/base/guarded.h"
#include "core/base/timing.h"
#include "core/data/batch_loader.h"

#include <fmt/format.h>

#include <optional>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr std::uintmax_t kRoom = std::uintmax_t{12} << 30;

struct Set {
    const char *name; ///< in the rows
    const char *benchmark;
    Result<void> (*make)(const std::filesystem::path &, std::int64_t, const StopToken *);
    std::int64_t samples;
    const char *what;
};
constexpr Set kSets[] = {
    {"cifar10", "image-classification", makeCifar10, 60'000, "60 000 pictures of 32×32"},
    {"tiny_imagenet", "tiny-imagenet", makeTinyImagenet, 100'000, "110 000 JPEG files of 64×64"},
    {"speech_commands", "keyword-spotting", makeSpeechCommands, 105'000, "105 000 WAV files of one second"},
};

Result<std::shared_ptr<const DataSet>> openSet(const Benchmark &benchmark, const std::filesystem::path &folder,
                                               const StopToken &stop, double &seconds)
{
    std::optional<Result<std::shared_ptr<const DataSet>>> opened;
    seconds = secondsOf([&] {
        opened = openDataSet(
            benchmark,
            {.folder = folder, .augment = benchmark.recipe.augment, .copies = benchmark.recipe.copies, .stop = &stop});
    });
    return std::move(*opened);
}

/// An epoch as a search reads it, then the validation samples.
double readEpoch(const std::shared_ptr<const DataSet> &data, int batch)
{
    return secondsOf([&] {
        for (const Split split : {Split::Train, Split::Validation}) {
            const bool training = split == Split::Train;
            BatchLoader loader(data, {.split = split,
                                      .batch = training ? batch : 250,
                                      .shuffle = training,
                                      .augment = {.enabled = training, .seed = 1, .epoch = 0},
                                      .seed = 1});
            while (loader.next())
                ;
        }
    });
}

Result<void> measureSet(const Set &set, BenchLength length, const BenchProgress &progress, const StopToken &stop,
                        std::vector<BenchResult> &results)
{
    const ScratchFolder folder;
    const ScratchCache cache(folder.file("cache"));
    const auto benchmark = loadBenchmark(set.benchmark);
    if (!benchmark.ok())
        return benchmark.error();
    // Quick: whether it works at all.
    constexpr std::int64_t kFew = 50;
    const bool full = length == BenchLength::Full;
    const std::int64_t samples = full ? set.samples : set.samples / kFew;
    const std::string what = full ? set.what : fmt::format("one in {} of {}", kFew, set.what);
    progress("making " + what);
    if (const auto made = set.make(folder.path(), samples, &stop); !made.ok())
        return made.error();

    const std::string name = fmt::format("data.large.{}", set.name);
    const auto mebibytes = [](std::int64_t bytes) {
        return static_cast<double>(bytes) / (1 << 20);
    };
    for (const bool first : {true, false}) {
        progress(fmt::format("opening {} for the {} time", what, first ? "first" : "second"));
        MemoryWatch watch;
        double opening = 0;
        const auto data = openSet(*benchmark, folder.path(), stop, opening);
        if (!data.ok())
            return data.error();
        const double epoch = readEpoch(*data, benchmark->recipe.batch);
        const MemoryPeak peak = watch.stop();
        const std::string tail = first ? ".first" : ".again";
        results.push_back({name + ".open" + tail, opening, "s", "lower",
                           fmt::format("{}, {}", what, first ? "decoding them" : "from the cache")});
        results.push_back(
            {name + ".epoch" + tail, epoch, "s", "lower",
             fmt::format("{} training samples, then the validation samples", (*data)->size(Split::Train))});
        results.push_back({name + ".resident" + tail, mebibytes(peak.resident), "MiB", "lower",
                           "peak of opening and epoch (VmHWM), mapped files included"});
        results.push_back({name + ".anonymous" + tail, mebibytes(peak.anonymous), "MiB", "lower",
                           "peak of the process's own memory (RssAnon)"});
    }
    return {};
}

} // namespace

BenchResults benchLargeData(BenchLength length, const BenchProgress &progress)
{
    return guarded([&]() -> BenchResults {
        const std::filesystem::path place = std::filesystem::temp_directory_path();
        if (length == BenchLength::Full && std::filesystem::space(place).available < kRoom)
            return ioError("has less than 12 GiB free, which the generated data need; TMPDIR may name another folder",
                           {.file = place.string()});
        StopToken stop; // an interrupt takes the gigabytes away, too
        const SignalStop signals(stop);
        std::vector<BenchResult> results;
        for (const Set &set : kSets) {
            if (const auto measured = measureSet(set, length, progress, stop, results); !measured.ok())
                return measured.error();
        }
        return results;
    });
}

} // namespace paretoscope
