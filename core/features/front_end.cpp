// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See front_end.h.
#include "core/features/front_end.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace dnas {

class FeatureExtractor::Scratch {
public:
    std::unique_ptr<Mfcc::Scratch> mfcc;
    std::unique_ptr<LogMel::Scratch> logMel;
    std::vector<float> all; ///< frames before the wanted ones are left out
};

std::int64_t FrontEnd::samples() const { return std::llround(seconds * rate); }

Result<FeatureExtractor> FeatureExtractor::create(const FrontEnd &frontEnd)
{
    FeatureExtractor made;
    made.m_frontEnd = frontEnd;
    FrontEnd &own = made.m_frontEnd;
    if (own.kind == FrontEndKind::Mfcc) {
        own.mfcc.rate = own.rate;
        auto mfcc = Mfcc::create(own.mfcc);
        if (!mfcc.ok())
            return mfcc.error();
        made.m_allFrames = mfcc->frames(own.samples());
        made.m_width = own.mfcc.coefficients;
        made.m_mfcc = std::make_shared<const Mfcc>(std::move(mfcc).value());
    } else if (own.kind == FrontEndKind::LogMel) {
        own.logMel.rate = own.rate;
        auto logMel = LogMel::create(own.logMel);
        if (!logMel.ok())
            return logMel.error();
        made.m_allFrames = logMel->frames(own.samples());
        made.m_width = own.logMel.bands;
        made.m_logMel = std::make_shared<const LogMel>(std::move(logMel).value());
    } else {
        return invalidInput("sounds need a front end: mfcc or log_mel", {.key = "front_end.kind"});
    }
    made.m_frames = own.frames > 0 ? own.frames : made.m_allFrames - own.firstFrame;
    if (own.firstFrame < 0 || made.m_frames < std::max(1, own.stack) ||
        own.firstFrame + made.m_frames > made.m_allFrames)
        return invalidInput("a clip has " + std::to_string(made.m_allFrames) + " frames; there are no " +
                                std::to_string(std::max(own.frames, std::max(1, own.stack))) + " of them from frame " +
                                std::to_string(own.firstFrame) + " on",
                            {.key = "front_end.frames"});
    return made;
}

std::shared_ptr<FeatureExtractor::Scratch> FeatureExtractor::makeScratch() const
{
    auto scratch = std::make_shared<Scratch>();
    if (m_mfcc)
        scratch->mfcc = m_mfcc->makeScratch();
    if (m_logMel)
        scratch->logMel = m_logMel->makeScratch();
    if (m_frames != m_allFrames)
        scratch->all.resize(static_cast<std::size_t>(m_allFrames) * static_cast<std::size_t>(m_width));
    return scratch;
}

void dividePeak(std::span<float> clip)
{
    const auto largest = std::max_element(clip.begin(), clip.end());
    if (largest == clip.end() || !(*largest > 0))
        return;
    const float peak = *largest;
    for (float &sample : clip)
        sample /= peak;
}

void FeatureExtractor::compute(std::span<const float> clip, std::span<float> out, Scratch &scratch) const
{
    const std::span<float> all = scratch.all.empty() ? out : std::span<float>(scratch.all);
    if (m_mfcc)
        m_mfcc->compute(clip, all, *scratch.mfcc);
    else
        m_logMel->compute(clip, all, *scratch.logMel);
    if (scratch.all.empty())
        return;
    const std::size_t first = static_cast<std::size_t>(m_frontEnd.firstFrame) * static_cast<std::size_t>(m_width);
    std::copy_n(scratch.all.begin() + static_cast<std::ptrdiff_t>(first), elements(), out.begin());
}

} // namespace dnas
