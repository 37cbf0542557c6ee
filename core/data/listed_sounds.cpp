// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See listed_sounds.h.
#include "core/data/listed_sounds.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/data/file_digests.h"
#include "core/data/listed_samples.h"
#include "core/data/sample_split.h"
#include "core/data/sound_records.h"
#include "core/data/sound_set.h"
#include "core/data/speech_commands.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

namespace dnas {

namespace {

/// What a clip's last samples are resampled with lies behind them.
constexpr double kBehind = 0.01; // seconds

} // namespace

Result<void> decodeSoundFile(const std::filesystem::path &file, const FrontEnd &frontEnd, double start,
                             std::span<std::byte> out)
{
    // Of a long recording only the piece that is cut from it; a file that is one clip is checked to its end.
    const auto sound =
        start > 0 ? readSoundPart(file, {.start = start, .seconds = frontEnd.seconds + kBehind}) : readSound(file);
    if (!sound.ok())
        return sound.error();
    const auto wanted = static_cast<std::size_t>(std::llround((frontEnd.seconds + kBehind) * sound->rate));
    std::span<const float> part(sound->samples);
    part = part.first(std::min(wanted, part.size()));
    auto clip = resampled(part, sound->rate, frontEnd.rate);
    if (!clip.ok())
        return clip.error();
    clip->resize(out.size() / 2);
    const std::vector<std::int16_t> pcm = toPcm16(*clip);
    std::memcpy(out.data(), pcm.data(), out.size());
    return {};
}

namespace {

/// Reading all waveforms in turn would count gigabytes as ours; once in a while those behind are given back.
void releaseNowAndThen(const Records &waveforms, std::int64_t sample)
{
    constexpr std::int64_t kEvery = 4096;
    if (sample % kEvery == kEvery - 1)
        waveforms.release();
}

/// Features of every clip, so many times; `make` fills `out` and may use `clip` as it likes.
struct FeatureRequest {
    std::string what;
    std::string recipe = {}, sources = {}; ///< besides those of clean features
    int times = 1;
    std::function<void(std::int64_t record, std::span<float> clip, std::span<float> out,
                       FeatureExtractor::Scratch &scratch)>
        make;
};

class Opening {
public:
    Opening(const Benchmark &benchmark, const DataOptions &options)
        : m_benchmark(benchmark)
        , m_options(options)
    {
    }
    Result<std::shared_ptr<const DataSet>> open();

private:
    Result<std::shared_ptr<const Records>> waveforms(const SampleList &list);
    Result<std::shared_ptr<const Records>> featureRecords(const SoundParts &parts, FeatureRequest request);
    Result<std::shared_ptr<const Records>> features(const SoundParts &parts);
    Result<std::shared_ptr<const Records>> copies(const SoundParts &parts);
    Result<std::vector<std::vector<std::int16_t>>> noises(const SampleList &list);

    const Benchmark &m_benchmark;
    const DataOptions &m_options;
};

Result<std::shared_ptr<const Records>> Opening::waveforms(const SampleList &list)
{
    std::vector<std::string> files = filesOf(list);
    std::string starts;
    for (const Sample &sample : list.samples)
        starts += sample.start > 0 ? exactNumber(sample.start) + ' ' : std::string();
    const auto digest = digestFiles(list.folder, files, m_options.progress, m_options.stop);
    if (!digest.ok())
        return digest.error();
    const FrontEnd &end = m_benchmark.frontEnd;
    return openRecords({.what = "reading sounds",
                        .recipe = waveformRecipe(end),
                        .sources = *digest + (starts.empty() ? "" : sha256(starts)),
                        .records = static_cast<std::int64_t>(list.samples.size()),
                        .bytes = static_cast<std::size_t>(end.samples()) * 2,
                        .make =
                            [&](std::int64_t record, std::span<std::byte> out) {
                                const Sample &sample = list.samples[static_cast<std::size_t>(record)];
                                return decodeSoundFile(list.folder / sample.file, end, sample.start, out);
                            }},
                       m_options.progress, m_options.stop);
}

Result<std::shared_ptr<const Records>> Opening::featureRecords(const SoundParts &parts, FeatureRequest request)
{
    return openRecords({.what = std::move(request.what),
                        .recipe = featureRecipe(m_benchmark.frontEnd) + request.recipe,
                        .sources = parts.waveforms->key() + request.sources,
                        .records = parts.waveforms->size() * request.times,
                        .bytes = parts.extractor.elements() * sizeof(float),
                        .make = [&](std::int64_t record, std::span<std::byte> out) -> Result<void> {
                            std::vector<float> clip(static_cast<std::size_t>(parts.extractor.frontEnd().samples()));
                            request.make(record, clip,
                                         {reinterpret_cast<float *>(out.data()), out.size() / sizeof(float)},
                                         *parts.extractor.makeScratch());
                            releaseNowAndThen(*parts.waveforms, record);
                            return {};
                        }},
                       m_options.progress, m_options.stop);
}

Result<std::shared_ptr<const Records>> Opening::features(const SoundParts &parts)
{
    return featureRecords(parts, {.what = "computing features",
                                  .make = [&](std::int64_t record, std::span<float> clip, std::span<float> out,
                                              FeatureExtractor::Scratch &scratch) {
                                      readClip(parts, record, clip);
                                      parts.extractor.compute(clip, out, scratch);
                                  }});
}

/// Their random numbers hang on the benchmark, not on a search's seed: all searches share them.
Result<std::shared_ptr<const Records>> Opening::copies(const SoundParts &parts)
{
    std::string noises;
    for (const auto &noise : parts.noises)
        noises += sha256({reinterpret_cast<const char *>(noise.data()), noise.size() * 2});
    return featureRecords(parts, {.what = "computing augmented features",
                                  .recipe = augmentRecipe(parts.plan),
                                  .sources = sha256(noises),
                                  .times = parts.copyCount,
                                  .make = [&](std::int64_t record, std::span<float> clip, std::span<float> out,
                                              FeatureExtractor::Scratch &scratch) {
                                      const std::int64_t sample = record % parts.waveforms->size();
                                      // Validation and test are never augmented; which is which of the training samples
                                      // hangs on a seed.
                                      if (parts.list.samples[static_cast<std::size_t>(sample)].split != Split::Train)
                                          return;
                                      const AugmentContext context{
                                          .enabled = true,
                                          .seed = hashText("copies"),
                                          .epoch = static_cast<std::uint64_t>(record / parts.waveforms->size())};
                                      augmentedFeatures(parts, context, sample, clip, out, scratch);
                                  }});
}

Result<std::vector<std::vector<std::int16_t>>> Opening::noises(const SampleList &list)
{
    std::vector<std::vector<std::int16_t>> all;
    for (const std::string &file : backgroundNoises(list.folder)) {
        const auto sound = readSound(list.folder / file);
        if (!sound.ok())
            return sound.error();
        const auto noise = resampled(sound->samples, sound->rate, m_benchmark.frontEnd.rate);
        if (!noise.ok())
            return noise.error();
        all.push_back(toPcm16(*noise));
    }
    return all;
}

Result<std::shared_ptr<const DataSet>> Opening::open()
{
    auto extractor = FeatureExtractor::create(m_benchmark.frontEnd);
    if (!extractor.ok())
        return extractor.error();
    auto plan = planSoundAugmentation(m_options.augment);
    if (!plan.ok())
        return plan.error();
    auto list = listSamples(m_benchmark, dataFolder(m_options.folder), m_options.stop);
    if (!list.ok())
        return list.error();
    auto splits = splitSamples(*list, m_options.seed, m_options.validation);
    if (!splits.ok())
        return splits.error();
    auto waves = waveforms(*list);
    if (!waves.ok())
        return waves.error();
    if (const auto left = leaveOutFailures(m_benchmark, *list, **waves, *splits, list->notes); !left.ok())
        return left.error();
    if (const auto limited = limitSamples(*splits, *list, m_options.seed, m_options.limits); !limited.ok())
        return limited.error();
    SoundParts parts{.list = std::move(*list),
                     .digest = splitDigest((*waves)->key(), *splits),
                     .splits = std::move(*splits),
                     .extractor = std::move(*extractor),
                     .waveforms = std::move(*waves),
                     .plan = *plan,
                     .classes = m_benchmark.classes,
                     .shape = m_benchmark.input,
                     .anomalies = isReconstruction(m_benchmark)};
    auto clean = features(parts);
    if (!clean.ok())
        return clean.error();
    parts.features = std::move(*clean);
    if (plan->volume > 0) {
        auto all = noises(parts.list);
        if (!all.ok())
            return all.error();
        parts.noises = std::move(*all);
        if (parts.noises.empty())
            parts.list.notes.push_back({.file = "_background_noise_",
                                        .state = "odd",
                                        .text = "is not there, so no noise is mixed in as the recipe asks"});
    }
    if (m_options.copies > 0 && plan->onWaveforms()) {
        parts.copyCount = m_options.copies;
        auto made = copies(parts);
        if (!made.ok())
            return made.error();
        parts.copies = std::move(*made);
    }
    for (std::size_t i = 0; i < m_benchmark.mean.size(); ++i) {
        parts.mean.push_back(static_cast<float>(m_benchmark.mean[i]));
        parts.scale.push_back(static_cast<float>(1 / m_benchmark.deviation[i]));
    }
    return std::shared_ptr<const DataSet>(std::make_shared<SoundSet>(std::move(parts)));
}

} // namespace

Result<std::shared_ptr<const DataSet>> openListedSounds(const Benchmark &benchmark, const DataOptions &options)
{
    return Opening(benchmark, options).open();
}

} // namespace dnas
