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
#include "core/data/sound_set.h"
#include "core/data/speech_commands.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dnas {

Result<void> decodeSoundFile(const std::filesystem::path &file, const FrontEnd &frontEnd, double start,
                             std::span<std::byte> out)
{
    const auto sound = readSound(file);
    if (!sound.ok())
        return sound.error();
    // A cut from a long recording takes only what it needs through the resampler.
    const auto first = std::min(static_cast<std::size_t>(std::llround(start * sound->rate)), sound->samples.size());
    const auto wanted = static_cast<std::size_t>(std::llround(frontEnd.seconds * sound->rate)) + 1;
    std::span<const float> part(sound->samples);
    part = part.subspan(first, std::min(wanted, part.size() - first));
    auto clip = resampled(part, sound->rate, frontEnd.rate);
    if (!clip.ok())
        return clip.error();
    clip->resize(out.size() / 2);
    const std::vector<std::int16_t> pcm = toPcm16(*clip);
    std::memcpy(out.data(), pcm.data(), out.size());
    return {};
}

namespace {

/// Everything that decides a waveform, as text.
std::string waveformRecipe(const FrontEnd &end)
{
    return "waveforms 1 " + std::to_string(end.rate) + " Hz " + exactNumber(end.seconds) + " s";
}

std::string featureRecipe(const FrontEnd &end)
{
    std::string text = std::string(end.peak ? "peak " : "") + "features 1 frames " + std::to_string(end.firstFrame) +
                       "+" + std::to_string(end.frames);
    const auto add = [&](double value) {
        text += ' ' + exactNumber(value);
    };
    if (end.kind == FrontEndKind::Mfcc) {
        const MfccOptions &o = end.mfcc;
        text += " mfcc";
        for (const double value : {double(end.rate), double(o.frame), double(o.hop), double(o.fft), double(o.bands),
                                   o.low, o.high, o.floor, double(o.coefficients)})
            add(value);
    } else {
        const LogMelOptions &o = end.logMel;
        text += " log_mel";
        for (const double value :
             {double(end.rate), double(o.fft), double(o.hop), double(o.bands), o.low, o.high, o.power, o.epsilon})
            add(value);
    }
    return text;
}

std::string augmentRecipe(const SoundPlan &plan)
{
    return " shift " + exactNumber(plan.shift) + " noise " + exactNumber(plan.volume) + " " + exactNumber(plan.noisy);
}

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

Result<std::shared_ptr<const Records>> Opening::features(const SoundParts &parts)
{
    return openRecords({.what = "computing features",
                        .recipe = featureRecipe(m_benchmark.frontEnd),
                        .sources = parts.waveforms->key(),
                        .records = parts.waveforms->size(),
                        .bytes = parts.extractor.elements() * sizeof(float),
                        .make = [&](std::int64_t record, std::span<std::byte> out) -> Result<void> {
                            std::vector<float> clip(static_cast<std::size_t>(parts.extractor.frontEnd().samples()));
                            readClip(parts, record, clip);
                            parts.extractor.compute(clip,
                                                    {reinterpret_cast<float *>(out.data()), out.size() / sizeof(float)},
                                                    *parts.extractor.makeScratch());
                            return {};
                        }},
                       m_options.progress, m_options.stop);
}

/// Their random numbers hang on the benchmark, not on a search's seed: all searches share them.
Result<std::shared_ptr<const Records>> Opening::copies(const SoundParts &parts)
{
    std::string noises;
    for (const auto &noise : parts.noises)
        noises += sha256({reinterpret_cast<const char *>(noise.data()), noise.size() * 2});
    return openRecords({.what = "computing augmented features",
                        .recipe = featureRecipe(m_benchmark.frontEnd) + augmentRecipe(parts.plan),
                        .sources = parts.waveforms->key() + sha256(noises),
                        .records = parts.waveforms->size() * parts.copyCount,
                        .bytes = parts.extractor.elements() * sizeof(float),
                        .make = [&](std::int64_t record, std::span<std::byte> out) -> Result<void> {
                            const std::int64_t sample = record % parts.waveforms->size();
                            // Validation and test are never augmented; which is which of the training samples hangs on
                            // a seed.
                            if (parts.list.samples[static_cast<std::size_t>(sample)].split != Split::Train)
                                return {};
                            const AugmentContext context{
                                .enabled = true,
                                .seed = hashText("copies"),
                                .epoch = static_cast<std::uint64_t>(record / parts.waveforms->size())};
                            std::vector<float> clip(static_cast<std::size_t>(parts.extractor.frontEnd().samples()));
                            augmentedFeatures(parts, context, sample, clip,
                                              {reinterpret_cast<float *>(out.data()), out.size() / sizeof(float)},
                                              *parts.extractor.makeScratch());
                            return {};
                        }},
                       m_options.progress, m_options.stop);
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
    auto list = listSamples(m_benchmark, dataFolder(m_options.folder));
    if (!list.ok())
        return list.error();
    auto splits = splitSamples(*list, m_options.seed, m_options.validation, m_options.limitTrain);
    if (!splits.ok())
        return splits.error();
    auto waves = waveforms(*list);
    if (!waves.ok())
        return waves.error();
    if (const auto left = leaveOutFailures(m_benchmark, *list, **waves, *splits, list->notes); !left.ok())
        return left.error();
    SoundParts parts{.list = std::move(*list),
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
