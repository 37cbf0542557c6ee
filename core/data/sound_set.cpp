// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sound_set.h.
#include "core/data/sound_set.h"

#include "core/base/random.h"
#include "core/data/listed_samples.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace dnas {

namespace {

std::span<const float> floatsOf(std::span<const std::byte> record)
{
    return {reinterpret_cast<const float *>(record.data()), record.size() / sizeof(float)};
}

} // namespace

void readClip(const SoundParts &parts, std::int64_t sample, std::span<float> clip)
{
    const auto record = parts.waveforms->record(sample);
    fromPcm16({reinterpret_cast<const std::int16_t *>(record.data()), record.size() / 2}, clip);
    if (parts.extractor.frontEnd().peak)
        dividePeak(clip);
}

void augmentedFeatures(const SoundParts &parts, const AugmentContext &context, std::int64_t sample,
                       std::span<float> clip, std::span<float> out, FeatureExtractor::Scratch &scratch)
{
    readClip(parts, sample, clip);
    augmentClip(parts.plan, context, sample, parts.extractor.frontEnd().rate, parts.noises, clip);
    parts.extractor.compute(clip, out, scratch);
}

SoundSet::SoundSet(SoundParts parts)
    : m_parts(std::move(parts))
{
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        ClipGroups &clips = m_clips[static_cast<std::size_t>(split)];
        clips.inputs = m_parts.extractor.inputs();
        clips.names = m_parts.list.groups;
        for (const std::int64_t record : records(split)) {
            const Sample &sample = m_parts.list.samples[static_cast<std::size_t>(record)];
            clips.labels.push_back(sample.label);
            clips.groups.push_back(sample.group);
        }
    }
}

std::int64_t SoundSet::size(Split split) const
{
    return static_cast<std::int64_t>(records(split).size()) * m_parts.extractor.inputs();
}

std::string SoundSet::splitBasis() const { return dnas::splitBasis(m_parts.list); }

const ClipGroups *SoundSet::clips(Split split) const
{
    return m_parts.anomalies ? &m_clips[static_cast<std::size_t>(split)] : nullptr;
}

void SoundSet::read(Split split, std::span<const std::int64_t> samples, const AugmentContext &augment, Batch &out) const
{
    const std::vector<std::int64_t> &numbers = records(split);
    const std::int64_t inputs = m_parts.extractor.inputs();
    const auto width = static_cast<std::size_t>(m_parts.extractor.width());
    const auto elements = static_cast<std::size_t>(m_parts.shape.elements());
    const bool computes = augment.enabled && m_parts.plan.onWaveforms() && m_parts.copyCount == 0;
    out.shape = m_parts.shape;
    out.labels.resize(samples.size());
    out.inputs.resize(samples.size() * elements);
    std::shared_ptr<FeatureExtractor::Scratch> scratch;
    std::vector<float> clip, fresh;
    if (computes) {
        scratch = m_parts.extractor.makeScratch();
        clip.resize(static_cast<std::size_t>(m_parts.extractor.frontEnd().samples()));
        fresh.resize(m_parts.extractor.elements());
    }
    float *to = out.inputs.data();
    for (std::size_t i = 0; i < samples.size(); ++i, to += elements) {
        assert(samples[i] >= 0 && samples[i] < size(split));
        const std::int64_t record = numbers[static_cast<std::size_t>(samples[i] / inputs)];
        out.labels[i] = m_parts.list.samples[static_cast<std::size_t>(record)].label;
        std::span<const float> features;
        if (computes) {
            augmentedFeatures(m_parts, augment, record, clip, fresh, *scratch);
            features = fresh;
        } else if (augment.enabled && m_parts.plan.onWaveforms()) {
            RandomStream random(augment.seed, "copy", {augment.epoch, static_cast<std::uint64_t>(record)});
            const auto copy = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(m_parts.copyCount)));
            features = floatsOf(m_parts.copies->record(copy * m_parts.waveforms->size() + record));
        } else {
            features = floatsOf(m_parts.features->record(record));
        }
        const std::size_t first = static_cast<std::size_t>(samples[i] % inputs) * width;
        const std::size_t period = m_parts.mean.size();
        for (std::size_t k = 0, c = 0; k < elements; ++k) {
            to[k] = (features[first + k] - m_parts.mean[c]) * m_parts.scale[c];
            c = c + 1 == period ? 0 : c + 1;
        }
        if (augment.enabled && m_parts.plan.onFeatures())
            augmentFeatures(m_parts.plan, augment, record, static_cast<int>(width), {to, elements});
    }
}

std::vector<std::int64_t> SoundSet::classCounts(Split split) const
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(m_parts.classes));
    for (const std::int64_t record : records(split))
        ++counts[static_cast<std::size_t>(m_parts.list.samples[static_cast<std::size_t>(record)].label)];
    return counts;
}

} // namespace dnas
