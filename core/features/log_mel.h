// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Logarithms of mel power spectra as MLPerf Tiny's anomaly detection computes them (docs/front_ends.md): librosa's
// defaults with Slaney's mel scale and area-normalised filters, centred windows with the ends filled up. Immutable; any
// thread. Not done here: that reference keeps windows 50 to 249 of a clip and stacks five at a time.
#pragma once

#include "core/base/result.h"
#include "core/features/mel_filters.h"
#include "core/features/real_spectrum.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace dnas {

/// What a window sees beyond the ends of a signal.
enum class SignalEnds {
    Reflect, ///< the signal mirrored at its first and last sample, which are not repeated (librosa up to 0.8, so MLPerf
             ///< Tiny's 0.6.0)
    Zero,    ///< nothing (librosa from 0.9.0)
};

struct LogMelOptions {
    int rate = 16000;
    int fft = 1024; ///< points, and samples of a window
    int hop = 512;
    int bands = 128;
    double low = 0;                                          ///< Hz
    double high = 8000;                                      ///< Hz
    double power = 2;                                        ///< of the magnitudes
    double epsilon = std::numeric_limits<double>::epsilon(); ///< added before the logarithm
    SignalEnds ends = SignalEnds::Reflect;
};

class LogMel {
public:
    /// Errors name the option (key), as those of MelFilters and: hop, power, epsilon.
    static Result<LogMel> create(const LogMelOptions &options);

    const LogMelOptions &options() const { return m_options; }
    /// 1 + samples / hop: windows are centred. 0 for no samples.
    int frames(std::int64_t samples) const;

    /// Memory of compute(), and the plan of its transform. One a thread.
    class Scratch {
        friend class LogMel;
        explicit Scratch(const LogMel &logMel);
        RealSpectrum m_spectrum;
        std::vector<float> m_energies;
    };
    std::unique_ptr<Scratch> makeScratch() const;
    /// `out`: [frames, bands], 20 / power · log10(energy + epsilon). `scratch`: from this object or an equal one.
    /// Allocates nothing while fft has no prime factor above 5. Finite for every finite signal; silence gives the
    /// logarithm of epsilon.
    void compute(std::span<const float> samples, std::span<float> out, Scratch &scratch) const;

private:
    LogMel(const LogMelOptions &options, MelFilters filters);
    void fillFrame(std::span<const float> samples, std::int64_t begin, std::span<double> frame) const;

    LogMelOptions m_options;
    std::vector<double> m_window;
    MelFilters m_filters;
};

} // namespace dnas
