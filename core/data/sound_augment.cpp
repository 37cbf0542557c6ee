// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sound_augment.h.
#include "core/data/sound_augment.h"

#include "core/base/random.h"
#include "core/spec/augmentation_kinds.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

void shiftClip(std::span<float> clip, std::int64_t by)
{
    const auto size = static_cast<std::int64_t>(clip.size());
    by = std::clamp(by, -size, size);
    if (by > 0) {
        std::copy_backward(clip.begin(), clip.end() - by, clip.end());
        std::fill_n(clip.begin(), by, 0.0F);
    } else if (by < 0) {
        std::copy(clip.begin() - by, clip.end(), clip.begin());
        std::fill_n(clip.end() + by, -by, 0.0F);
    }
}

/// First and length of a run within `size`, at most `most` long.
std::pair<int, int> drawRun(RandomStream &random, int size, int most)
{
    const int length = static_cast<int>(random.below(static_cast<std::uint64_t>(std::min(most, size)) + 1));
    const int first = static_cast<int>(random.below(static_cast<std::uint64_t>(size - length) + 1));
    return {first, length};
}

} // namespace

Result<SoundPlan> planSoundAugmentation(const std::vector<Augmentation> &list)
{
    SoundPlan plan;
    for (const Augmentation &step : list) {
        if (const std::string why = unsuitedAugmentation(step, DataKind::Sounds); !why.empty())
            return invalidInput(why, {.key = "augment"});
        if (step.kind == "time_shift") {
            plan.shift = step.amount;
        } else if (step.kind == "noise") {
            plan.volume = step.amount;
            plan.noisy = step.second;
        } else {
            plan.blankFrames = static_cast<int>(step.amount);
            plan.blankBands = static_cast<int>(step.second);
        }
    }
    return plan;
}

void augmentClip(const SoundPlan &plan, const AugmentContext &context, std::int64_t sample, int rate,
                 std::span<const std::vector<std::int16_t>> noises, std::span<float> clip)
{
    RandomStream random(context.seed, "augment sound", {context.epoch, static_cast<std::uint64_t>(sample)});
    // Always the same numbers, so that a step more or less moves no other.
    const double shift = (2 * random.uniform() - 1) * plan.shift;
    const bool noisy = random.uniform() < plan.noisy;
    const double volume = random.uniform() * plan.volume;
    const std::uint64_t which = random.next();
    const std::uint64_t where = random.next();
    shiftClip(clip, std::llround(shift * rate));
    if (plan.volume > 0) { // as the reference: mixing holds every clip within ±1
        for (float &value : clip)
            value = std::clamp(value, -1.0F, 1.0F);
    }
    if (!noisy || noises.empty())
        return;
    const std::vector<std::int16_t> &noise = noises[which % noises.size()];
    if (noise.empty())
        return;
    const float scale = static_cast<float>(volume / 32768);
    std::size_t at = where % noise.size();
    for (float &value : clip) {
        value = std::clamp(value + scale * static_cast<float>(noise[at]), -1.0F, 1.0F);
        at = at + 1 == noise.size() ? 0 : at + 1;
    }
}

void augmentFeatures(const SoundPlan &plan, const AugmentContext &context, std::int64_t sample, int width,
                     std::span<float> features)
{
    RandomStream random(context.seed, "augment features", {context.epoch, static_cast<std::uint64_t>(sample)});
    const int frames = static_cast<int>(features.size()) / width;
    const auto [frame, framesLong] = drawRun(random, frames, plan.blankFrames);
    const auto [band, bandsLong] = drawRun(random, width, plan.blankBands);
    std::fill_n(features.begin() + std::ptrdiff_t{frame} * width, std::ptrdiff_t{framesLong} * width, 0.0F);
    for (int i = 0; i < frames; ++i)
        std::fill_n(features.begin() + std::ptrdiff_t{i} * width + band, bandsLong, 0.0F);
}

} // namespace dnas
