// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set of clips: waveforms and clean features from the cache, augmented features computed when they are read, or
// once in several copies. With stacked frames a clip gives several inputs. Immutable; any thread.
#pragma once

#include "core/data/data_set.h"
#include "core/data/record_cache.h"
#include "core/data/sample_list.h"
#include "core/data/sound_augment.h"
#include "core/data/split.h"
#include "core/features/front_end.h"

#include <optional>

namespace dnas {

/// What a SoundSet is made of.
struct SoundParts {
    SampleList list;
    std::string digest; ///< see DataSet::digest
    SplitRecords splits;
    FeatureExtractor extractor;
    std::shared_ptr<const Records> waveforms; ///< int16, by sample of the list
    std::shared_ptr<const Records> features;  ///< clean, float
    /// Augmented: record copy · samples + sample. Null: computed when they are read.
    std::shared_ptr<const Records> copies;
    int copyCount = 0;
    std::vector<std::vector<std::int16_t>> noises;
    SoundPlan plan;
    std::vector<float> mean, scale; ///< of a frame's values: (value - mean) · scale; one value: of all
    int classes = 2;
    Shape shape;
    bool anomalies = false; ///< told by what a network cannot give back
};

class SoundSet : public DataSet {
public:
    explicit SoundSet(SoundParts parts);

    Shape shape() const override { return m_parts.shape; }
    int classes() const override { return m_parts.classes; }
    std::int64_t size(Split split) const override;
    void read(Split split, std::span<const std::int64_t> samples, const AugmentContext &augment,
              Batch &out) const override;
    std::vector<std::int64_t> classCounts(Split split) const override; ///< of clips
    const std::vector<DataFinding> &notes() const override { return m_parts.list.notes; }
    std::string splitBasis() const override;
    std::string digest() const override { return m_parts.digest; }
    const ClipGroups *clips(Split split) const override;

private:
    const std::vector<std::int64_t> &records(Split split) const
    {
        return m_parts.splits[static_cast<std::size_t>(split)];
    }

    SoundParts m_parts;
    std::array<ClipGroups, 3> m_clips;
};

/// A clip as the front end takes it.
void readClip(const SoundParts &parts, std::int64_t sample, std::span<float> clip);
/// Computes the augmented features of one sample into `out`; what copies are made of, too.
void augmentedFeatures(const SoundParts &parts, const AugmentContext &context, std::int64_t sample,
                       std::span<float> clip, std::span<float> out, FeatureExtractor::Scratch &scratch);

} // namespace dnas
