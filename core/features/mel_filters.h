// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bank of triangular filters from the bins of a real Fourier transform to mel bands, stored sparse: every band is a
// run of bins. Immutable; any thread.
#pragma once

#include "core/base/result.h"
#include "core/features/mel_scale.h"

#include <span>
#include <vector>

namespace dnas {

struct MelFilterOptions {
    int rate = 16000; ///< samples a second
    int fft = 512;    ///< points: bin k lies at k · rate / fft
    int bands = 40;
    double low = 20;    ///< Hz, lower edge of the first band
    double high = 4000; ///< Hz, upper edge of the last band
    MelScale scale = MelScale::Htk;
};

class MelFilters {
public:
    /// Band b rises from edge b to edge b + 1 and falls to edge b + 2; the edges are evenly spaced in mel.
    /// Htk: slopes are straight in mel, peaks are 1, bin 0 belongs to no band (tf.signal.linear_to_mel_weight_matrix).
    /// Slaney: slopes are straight in Hz, a band is scaled to the area of 1, 2 / (edge b + 2 - edge b)
    /// (librosa.filters.mel). Errors name the option (key): rate, fft (odd, too long), bands (none, or so many that one
    /// of them holds no bin), low, high.
    static Result<MelFilters> create(const MelFilterOptions &options);

    int bands() const { return static_cast<int>(m_bands.size()); }
    /// Bins that any band looks at: 0 … bins() - 1.
    int bins() const { return m_bins; }
    /// `spectrum`: bins(), `out`: bands().
    void apply(std::span<const float> spectrum, std::span<float> out) const;

    int firstBin(int band) const { return m_bands[static_cast<std::size_t>(band)].first; }
    std::span<const float> weights(int band) const;

private:
    struct Band {
        int first = 0; ///< bin
        int count = 0;
        int offset = 0; ///< in m_weights
    };
    MelFilters() = default;

    std::vector<Band> m_bands;
    std::vector<float> m_weights;
    int m_bins = 0;
};

} // namespace dnas
