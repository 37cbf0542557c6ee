// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast files become what a network is given: decoding, front ends, batches. One thread, and where nothing waits the
// time of the processor, which hangs little on what else runs. What is decoded is generated and lies in a temporary
// folder.
#include "app/cli/bench_loader.h"
#include "app/cli/bench_subjects.h"
#include "app/cli/generated_media.h"
#include "app/cli/scratch_folder.h"
#include "core/base/guarded.h"
#include "core/base/timing.h"
#include "core/data/batch_loader.h"
#include "core/media/sound.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr int kFiles = 16; ///< of a kind, read in turn

class Decoding {
public:
    explicit Decoding(BenchLength length)
        : m_rounds(length == BenchLength::Full ? 9 : 3)
        , m_passes(length == BenchLength::Full ? 4 : 1)
    {
    }
    BenchResults measure();

private:
    using Make = std::function<std::string(std::uint64_t seed)>;
    using Work = std::function<Result<void>(const std::filesystem::path &)>;
    void add(const std::string &name, const std::string &unit, const std::string &detail, const Make &make,
             const Work &work);
    void addPictures();
    void addSounds();
    void addFrontEnd(const std::string &name, const std::string &benchmark);

    int m_rounds, m_passes;
    ScratchFolder m_folder;
    GeneratedSounds m_sounds;
    std::vector<BenchResult> m_results;
    std::optional<Error> m_error;
};

void Decoding::add(const std::string &name, const std::string &unit, const std::string &detail, const Make &make,
                   const Work &work)
{
    std::vector<std::filesystem::path> files;
    for (std::uint64_t i = 0; i < kFiles; ++i) {
        files.push_back(m_folder.file(fmt::format("{}-{}", name, i)));
        const std::string bytes = make(i);
        if (!std::ofstream(files.back(), std::ios::binary).write(bytes.data(), std::ssize(bytes)))
            m_error = ioError("cannot be written", {.file = files.back().string()});
    }
    const double seconds = medianSeconds(
        m_rounds,
        [&] {
            for (int i = 0; i < m_passes * kFiles && !m_error; ++i) {
                if (const auto done = work(files[static_cast<std::size_t>(i % kFiles)]); !done.ok())
                    m_error = done.error();
            }
        },
        TimeKind::Processor);
    m_results.push_back({"data." + name, m_passes * kFiles / seconds, unit, "higher", detail});
}

void Decoding::addPictures()
{
    const auto read = [](int side) -> Work {
        return [side](const std::filesystem::path &file) -> Result<void> {
            const auto picture = readPictureAs(file, {.width = side, .height = side});
            return picture.ok() ? Result<void>() : picture.error();
        };
    };
    const auto make = [](int width, int height, auto &&write) -> Make {
        return [=](std::uint64_t seed) {
            return write(generatedPicture(seed, width, height));
        };
    };
    const std::string photograph = "photographs of 640×480, decoded and resized to 96×96";
    add("decode.jpeg.photo", "pictures/s", "JPEG " + photograph, make(640, 480, jpegFile), read(96));
    add("decode.png.photo", "pictures/s", "PNG " + photograph, make(640, 480, pngFile), read(96));
    add("decode.jpeg.96", "pictures/s", "JPEG of 96×96, as visual wake words", make(96, 96, jpegFile), read(96));
    add("decode.png.96", "pictures/s", "PNG of 96×96", make(96, 96, pngFile), read(96));
    add("decode.jpeg.64", "pictures/s", "JPEG of 64×64, as Tiny ImageNet", make(64, 64, jpegFile), read(64));
}

void Decoding::addSounds()
{
    const auto make = [&](int rate) -> Make {
        return [this, rate](std::uint64_t seed) {
            return wavFile(rate, m_sounds.clip(seed, static_cast<std::size_t>(rate)));
        };
    };
    const Work work = [](const std::filesystem::path &file) -> Result<void> {
        const auto sound = readSound(file);
        if (!sound.ok())
            return sound.error();
        const auto clip = resampled(sound->samples, sound->rate, 16000);
        return clip.ok() && !toPcm16(*clip).empty() ? Result<void>() : clip.error();
    };
    add("decode.wav", "clips/s", "one second at 16 kHz to 16 bits", make(16000), work);
    add("decode.wav.resampled", "clips/s", "one second at 44.1 kHz to 16 kHz and 16 bits", make(44100), work);
}

void Decoding::addFrontEnd(const std::string &name, const std::string &benchmarkName)
{
    const auto benchmark = loadBenchmark(benchmarkName);
    if (!benchmark.ok()) {
        m_error = benchmark.error();
        return;
    }
    const auto extractor = FeatureExtractor::create(benchmark->frontEnd);
    if (!extractor.ok()) {
        m_error = extractor.error();
        return;
    }
    const auto scratch = extractor->makeScratch();
    const auto samples = static_cast<std::size_t>(benchmark->frontEnd.samples());
    std::vector<float> clip(samples), out(extractor->elements());
    fromPcm16(m_sounds.clip(1, samples), clip);
    const int calls = 40 * m_passes;
    const double seconds = medianSeconds(
        m_rounds,
        [&] {
            for (int i = 0; i < calls; ++i)
                extractor->compute(clip, out, *scratch);
        },
        TimeKind::Processor);
    m_results.push_back({"data.features." + name, calls / seconds, "clips/s", "higher",
                         fmt::format("of {:g} s, {} frames of {}, as {}", benchmark->frontEnd.seconds,
                                     extractor->frames(), extractor->width(), benchmarkName)});
}

BenchResults Decoding::measure()
{
    addSounds();
    addFrontEnd("mfcc", "keyword-spotting");
    addFrontEnd("log_mel", "anomaly-detection");
    addPictures();
    if (m_error)
        return *m_error;
    return std::move(m_results);
}

/// Samples of one epoch over the seconds it took.
double epochSpeed(const std::shared_ptr<const DataSet> &data, int ahead, int rounds)
{
    std::uint64_t epoch = 0;
    std::int64_t samples = 0;
    const double seconds = medianSeconds(rounds, [&] {
        BatchLoader loader(data, {.split = Split::Train,
                                  .batch = 64,
                                  .shuffle = true,
                                  .augment = {.enabled = true, .seed = 1, .epoch = epoch++},
                                  .seed = 1,
                                  .ahead = ahead});
        samples = 0;
        while (const Batch *batch = loader.next())
            samples += batch->samples();
    });
    return static_cast<double>(samples) / seconds;
}

BenchResults benchDemoPictures(BenchLength length)
{
    const auto benchmark = loadBenchmark("demo");
    if (!benchmark.ok())
        return benchmark.error();
    const DataOptions options{.augment = benchmark->recipe.augment};
    std::optional<Result<std::shared_ptr<const DataSet>>> opened;
    const double opening = secondsOf([&] { opened = openDataSet(*benchmark, options); });
    if (!opened->ok())
        return opened->error();
    const std::shared_ptr<const DataSet> &data = opened->value();
    const int rounds = length == BenchLength::Quick ? 3 : 15;
    return std::vector<BenchResult>{
        {"data.open.demo", opening, "s", "lower",
         fmt::format("drawing {} pictures",
                     data->size(Split::Train) + data->size(Split::Validation) + data->size(Split::Test))},
        {"data.read.demo.b64", epochSpeed(data, 0, rounds), "images/s", "higher",
         "an epoch, shuffled, crop and flip, on the calling thread"},
        {"data.ahead.demo.b64", epochSpeed(data, 2, rounds), "images/s", "higher",
         "the same, two batches ahead on a thread of its own"},
    };
}

} // namespace

BenchResults benchData(BenchLength length, const BenchProgress &progress)
{
    return guarded([&]() -> BenchResults {
        progress("reading the demo data");
        auto results = benchDemoPictures(length);
        if (!results.ok())
            return results;
        progress("decoding and features");
        const auto decoding = Decoding(length).measure();
        if (!decoding.ok())
            return decoding;
        const auto loading = benchLoaders(length, progress);
        if (!loading.ok())
            return loading;
        results->insert(results->end(), decoding->begin(), decoding->end());
        results->insert(results->end(), loading->begin(), loading->end());
        return results;
    });
}

} // namespace paretoscope
