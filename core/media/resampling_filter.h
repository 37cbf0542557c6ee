// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A low-pass filter in phases, for one pair of rates. Immutable; any thread. Internal to media.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dnas {

/// A windowed sinc (Kaiser): flat within 0.001 dB up to 90 % of the lower of the two Nyquist frequencies, and from that
/// frequency on at least 95 dB down, so nothing folds back. Length by J. F. Kaiser, Nonrecursive digital filter design
/// using the I0-sinh window function (1974).
class ResamplingFilter {
public:
    /// `from`, `to`: samples a second, 1 or more.
    ResamplingFilter(int from, int to);

    /// out[m] = the filtered signal at time m / to; silence before and behind the samples.
    void apply(std::span<const float> samples, std::span<float> out) const;

private:
    float at(std::span<const float> samples, std::int64_t first, std::size_t phase) const;

    std::uint64_t m_from, m_to;   ///< without their common divisor
    std::size_t m_phases = 0;     ///< places between two samples that have coefficients of their own
    std::size_t m_taps = 0;       ///< of each: whole blocks of kLanes
    std::vector<float> m_weights; ///< [phases + 1, taps]
};

/// The filter of two rates; the last few are remembered, since making one takes milliseconds. Thread-safe.
std::shared_ptr<const ResamplingFilter> resamplingFilter(int from, int to);

} // namespace dnas
