// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mel-frequency cepstral coefficients as MLPerf Tiny's keyword spotting computes them with tf.signal
// (docs/front_ends.md). Plain floats; a description in values, so that an export can say what the board must compute.
// Any thread: the object is immutable, scratch memory is the caller's. Not done here: that reference first divides a
// clip by its largest sample (not by its largest magnitude; a clip of zeros is not a number there) and fills it up with
// zeros to its full length.
#pragma once

#include "core/base/result.h"
#include "core/features/cosine_transform.h"
#include "core/features/mel_filters.h"
#include "core/features/real_spectrum.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dnas {

struct MfccOptions {
    int rate = 16000;    ///< samples a second
    int frame = 480;     ///< samples of a window (30 ms)
    int hop = 320;       ///< samples between windows (20 ms)
    int fft = 512;       ///< points; frames are padded with zeros
    int bands = 40;      ///< mel bands, HTK scale
    double low = 20;     ///< Hz, lower edge of the first band
    double high = 4000;  ///< Hz, upper edge of the last band
    double floor = 1e-6; ///< added to every band's sum of magnitudes before the logarithm
    int coefficients = 10;
};

class Mfcc {
public:
    /// Errors name the option (key): a frame longer than the transform, bands beyond half the rate, more coefficients
    /// than bands …
    static Result<Mfcc> create(const MfccOptions &options);

    const MfccOptions &options() const { return m_options; }
    /// 1 + (samples - frame) / hop, 0 when there are fewer than a frame: windows are not centred, what is left over is
    /// dropped.
    int frames(std::int64_t samples) const;

    /// Memory of compute(), and the plan of its transform. One a thread.
    class Scratch {
        friend class Mfcc;
        explicit Scratch(const Mfcc &mfcc);
        RealSpectrum m_spectrum;
        std::vector<float> m_magnitudes, m_bands;
    };
    std::unique_ptr<Scratch> makeScratch() const;
    /// `out`: [frames, coefficients]. `scratch`: from this object or an equal one. Allocates nothing while fft has no
    /// prime factor above 5. Finite for every finite signal; silence gives the logarithm of the floor.
    void compute(std::span<const float> samples, std::span<float> out, Scratch &scratch) const;

private:
    Mfcc(const MfccOptions &options, MelFilters filters);

    MfccOptions m_options;
    std::vector<double> m_window;
    MelFilters m_filters;
    CosineTransform m_cosines;
};

} // namespace dnas
