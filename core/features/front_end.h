// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands between a microphone and a network: the description (part of a benchmark, so that an export can say what
// the board must compute) and the computation. Plain values and floats.
#pragma once

#include "core/features/log_mel.h"
#include "core/features/mfcc.h"

#include <memory>
#include <span>

namespace dnas {

enum class FrontEndKind { None, Mfcc, LogMel };

struct FrontEnd {
    FrontEndKind kind = FrontEndKind::None;
    int rate = 16000;   ///< samples a second; sounds of other rates are resampled
    double seconds = 1; ///< of a clip; shorter ones get silence behind them, longer ones are cut
    bool peak = false;  ///< every clip is divided by its largest sample first, as MLPerf Tiny does
    MfccOptions mfcc;   ///< its rate is the one above
    LogMelOptions logMel;
    int firstFrame = 0; ///< frames before it are left out
    int frames = 0;     ///< so many are kept; 0: all
    int stack = 1;      ///< consecutive frames that make one input; above 1 a clip gives several inputs

    std::int64_t samples() const; ///< of a clip
};

/// What FrontEnd::peak asks for: by the largest sample, not magnitude, as the reference has it. Silence stays as it is.
void dividePeak(std::span<float> clip);

/// Computes what a FrontEnd describes. Immutable; any thread.
class FeatureExtractor {
public:
    /// Errors name the option: those of Mfcc and LogMel, a clip too short for the frames that are asked for.
    static Result<FeatureExtractor> create(const FrontEnd &frontEnd);

    const FrontEnd &frontEnd() const { return m_frontEnd; }
    int frames() const { return m_frames; } ///< kept of a clip
    int width() const { return m_width; }   ///< values of a frame
    /// Inputs that a clip gives: frames - stack + 1 when frames are stacked, else 1.
    int inputs() const { return m_frontEnd.stack > 1 ? m_frames - m_frontEnd.stack + 1 : 1; }
    /// Floats of a clip.
    std::size_t elements() const { return static_cast<std::size_t>(m_frames) * static_cast<std::size_t>(m_width); }

    /// Memory of one thread.
    class Scratch;
    std::shared_ptr<Scratch> makeScratch() const;
    /// `clip`: samples() samples, after what `peak` asks for. `out`: [frames, width].
    void compute(std::span<const float> clip, std::span<float> out, Scratch &scratch) const;

private:
    FeatureExtractor() = default;

    FrontEnd m_frontEnd;
    std::shared_ptr<const Mfcc> m_mfcc;
    std::shared_ptr<const LogMel> m_logMel;
    int m_frames = 0, m_width = 0, m_allFrames = 0;
};

} // namespace dnas
