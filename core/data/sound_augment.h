// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Augmentation of clips before their features, and of the features themselves. Random numbers depend only on (seed,
// epoch, sample).
#pragma once

#include "core/base/result.h"
#include "core/data/data_set.h"

#include <span>
#include <vector>

namespace dnas {

struct SoundPlan {
    double shift = 0;    ///< seconds at most, either way; silence fills up
    double volume = 0;   ///< of background noise, at most
    double noisy = 0;    ///< share of the clips that get some
    int blankFrames = 0; ///< in one run, at most
    int blankBands = 0;  ///< the same of features within a frame

    bool onWaveforms() const { return shift > 0 || volume > 0; }
    bool onFeatures() const { return blankFrames > 0 || blankBands > 0; }
};

/// Errors: a step that is for pictures.
Result<SoundPlan> planSoundAugmentation(const std::vector<Augmentation> &list);

/// Shifts and mixes; where noise is mixed in at all, clips are held within ±1. Without noises nothing is mixed in.
/// Noises that are shorter than the clip go round.
void augmentClip(const SoundPlan &plan, const AugmentContext &context, std::int64_t sample, int rate,
                 std::span<const std::vector<std::int16_t>> noises, std::span<float> clip);

/// Blanks a run of frames and a run of bands with 0.
void augmentFeatures(const SoundPlan &plan, const AugmentContext &context, std::int64_t sample, int width,
                     std::span<float> features);

} // namespace dnas
