// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Augmentation and normalisation of one picture in one pass: bytes in, normalised floats out. Crops are padded
// with pixel value zero before normalisation. Random numbers depend only on (seed, epoch, sample).
#pragma once

#include "core/base/result.h"
#include "core/data/data_set.h"

#include <array>
#include <cstdint>
#include <vector>

namespace dnas {

/// What a recipe's list of augmentations comes to.
struct AugmentPlan {
    int crop = 0;      ///< pixels of padding on every side; the crop's place is uniform
    bool flip = false; ///< left to right, with probability one half
    double rotate = 0; ///< degrees at most, either way
    double shift = 0;  ///< share of the side at most, either way
    double zoom = 0;   ///< the picture grows or shrinks by this share at most
    bool bends() const { return rotate > 0 || shift > 0 || zoom > 0; }
};

/// Errors: unknown kind, a kind listed twice, padding that is no whole number from 0 to below the picture's size.
Result<AugmentPlan> planAugmentation(const std::vector<Augmentation> &list, const Shape &shape);

/// output(row, column) = input(row + down, column' + right), column' mirrored when flipped; zero outside. With a turn,
/// a shift or a zoom the input is read between its pixels, around its middle, and its edges go on outside.
struct ImageMove {
    int down = 0;
    int right = 0;
    bool flip = false;
    bool bent = false;
    double angle = 0;                     ///< radians
    double scale = 1;                     ///< of the step between two pixels of the input
    double shiftDown = 0, shiftRight = 0; ///< pixels
};

/// `sample`: number of the record in the data set, whatever split it belongs to.
ImageMove drawMove(const AugmentPlan &plan, const AugmentContext &context, std::int64_t sample, const Shape &shape);

/// Normalised value by channel and byte: (byte / 255 - mean) / deviation.
class PixelTable {
public:
    /// Empty lists mean 0 and 1. Errors: wrong count, a deviation that is not above zero, not finite.
    static Result<PixelTable> make(const std::vector<double> &mean, const std::vector<double> &deviation, int channels);
    const std::array<float, 256> &channel(int index) const { return m_values[static_cast<std::size_t>(index)]; }

private:
    std::vector<std::array<float, 256>> m_values;
};

/// Writes shape.elements() floats in [row, column, channel] order.
void writeImage(const std::uint8_t *pixels, const Shape &shape, const PixelTable &table, const ImageMove &move,
                float *out);

} // namespace dnas
