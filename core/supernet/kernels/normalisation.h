// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loops of batch normalisation over channels-last memory, with the ReLU behind it in the same pass. They are
// bound by memory, so what counts is how often a tensor is read: once for the moments and once for the result,
// where separate operators read and write it three times more.
#pragma once

#include <cstdint>
#include <vector>

namespace dnas {

/// `rows` × `channels` floats, a pixel a row. Sums are taken chunk by chunk and joined in the order of the chunks,
/// so the result does not depend on the number of threads.
struct PixelChunks {
    PixelChunks(std::int64_t rows, std::int64_t channels);
    std::int64_t rows, channels;
    std::int64_t rowsPerChunk; ///< a chunk fits the second-level cache
    std::int64_t count;
    std::int64_t firstRow(std::int64_t chunk) const { return chunk * rowsPerChunk; }
    std::int64_t rowsOf(std::int64_t chunk) const;
};

/// A vector of one value a channel, repeated so often that the inner loop is worth its while.
class RepeatedRow {
public:
    explicit RepeatedRow(std::int64_t channels);
    std::int64_t length() const { return static_cast<std::int64_t>(m_values.size()); }
    float *data() { return m_values.data(); }
    const float *data() const { return m_values.data(); }
    /// Sets channel `c` in every repetition.
    void set(std::int64_t c, float value);
    /// Sum over the repetitions of channel `c`.
    double sum(std::int64_t c) const;

private:
    std::int64_t m_channels;
    std::vector<float> m_values;
};

/// Sum of the values of each channel.
void sumRows(const float *x, std::int64_t rows, std::int64_t channels, RepeatedRow &sum);
/// Sum of squared distances from `mean`.
void sumSquares(const float *x, std::int64_t rows, std::int64_t channels, const RepeatedRow &mean, RepeatedRow &sum);
/// y = a·x + b, with the ReLU if asked for. y may be x.
void scaleRows(const float *x, float *y, std::int64_t rows, std::int64_t channels, const RepeatedRow &a,
               const RepeatedRow &b, bool relu);
/// Sums of g and of g·(x − mean), where g is `dy` with the ReLU's gradient taken in (a·x + b > 0).
void sumGradients(const float *x, const float *dy, std::int64_t rows, std::int64_t channels, const RepeatedRow &a,
                  const RepeatedRow &b, const RepeatedRow &mean, bool relu, RepeatedRow &sum, RepeatedRow &sumTimesX);
/// dx = p·g + q·(x − mean) + r, g as above.
void inputGradient(const float *x, const float *dy, float *dx, std::int64_t rows, std::int64_t channels,
                   const RepeatedRow &a, const RepeatedRow &b, const RepeatedRow &mean, bool relu, const RepeatedRow &p,
                   const RepeatedRow &q, const RepeatedRow &r);

} // namespace dnas
