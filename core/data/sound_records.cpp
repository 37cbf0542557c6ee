// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sound_records.h.
#include "core/data/sound_records.h"

#include "core/base/numbers.h"

namespace dnas {

// The number changes with whatever decides the samples: the resampler, too (core/media/resample.cpp).
std::string waveformRecipe(const FrontEnd &end)
{
    return "waveforms 3 " + std::to_string(end.rate) + " Hz " + exactNumber(end.seconds) + " s";
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

} // namespace dnas
