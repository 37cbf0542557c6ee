// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another size by a separable triangle filter, see picture.h. All in whole numbers, so that every machine makes the
// same bytes. First down the columns, where a row's numbers lie side by side, then along what few rows are left.
#include "core/media/picture_decoding.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace dnas {

namespace {

constexpr int kWeightBits = 15;
constexpr int kBetweenBits = 8; ///< of a fraction, that the values between the two passes keep

/// What each new row or column is made of.
struct Taps {
    std::vector<int> first;             ///< of the old ones, by new one
    std::vector<std::size_t> begin;     ///< in weights, by new one, and the end
    std::vector<std::uint16_t> weights; ///< each new one's sum to 2^kWeightBits
};

/// Of one side of a picture, in pixels of what it was before it was shrunk.
struct Side {
    std::int64_t first = 0, length = 0; ///< what is used of it
    std::int64_t factor = 1;            ///< pixels that one of those at hand stands for

    std::int64_t firstAtHand() const { return first / factor; }
    std::int64_t lastAtHand() const { return (first + length - 1) / factor; }
};

Taps triangle(const Side &side, std::int64_t to)
{
    Taps taps;
    taps.begin.push_back(0);
    // Distances are counted in 1 / (2 · to) of an old pixel: the middle of the one at hand with number j is at
    // (2 j + 1) · step / 2, the new one's at begin + (2 i + 1) · length.
    const std::int64_t reach = 2 * std::max(side.length, side.factor * to), step = 2 * side.factor * to;
    std::vector<std::int64_t> heights;
    for (std::int64_t i = 0; i < to; ++i) {
        const std::int64_t centre = 2 * to * side.first + (2 * i + 1) * side.length;
        // Those with a distance below the reach, within what is used.
        const std::int64_t low = std::max(side.firstAtHand(), (centre - reach) / step - 1);
        const std::int64_t high = std::min(side.lastAtHand(), (centre + reach) / step + 1);
        std::int64_t first = -1, sum = 0;
        heights.clear();
        for (std::int64_t j = low; j <= high; ++j) {
            const std::int64_t height = reach - std::abs((2 * j + 1) * (step / 2) - centre);
            if (height <= 0)
                continue;
            first = first < 0 ? j : first;
            heights.push_back(height);
            sum += height;
        }
        taps.first.push_back(static_cast<int>(first));
        // Rounding the running sum and not each weight keeps the whole exact, however many there are.
        std::int64_t running = 0, before = 0;
        for (const std::int64_t height : heights) {
            running += height;
            const std::int64_t now = ((running << (kWeightBits + 1)) + sum) / (2 * sum);
            taps.weights.push_back(static_cast<std::uint16_t>(now - before));
            before = now;
        }
        taps.begin.push_back(taps.weights.size());
    }
    return taps;
}

struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};

/// What the pixels at hand were.
struct Original {
    int width = 0, height = 0;
    int factor = 1; ///< of shrinking
};

Area usedArea(const Original &picture, const PictureSize &size)
{
    Area area{.width = picture.width, .height = picture.height};
    if (size.fit == PictureFit::Stretch)
        return area;
    const std::int64_t wide = std::int64_t{picture.width} * size.height;
    const std::int64_t high = std::int64_t{picture.height} * size.width;
    if (wide > high)
        area.width = std::max(1, static_cast<int>((2 * high + size.height) / (2 * std::int64_t{size.height})));
    else
        area.height = std::max(1, static_cast<int>((2 * wide + size.width) / (2 * std::int64_t{size.width})));
    area.x = (picture.width - area.width) / 2;
    area.y = (picture.height - area.height) / 2;
    return area;
}

Picture resizePixels(const Picture &picture, const Original &original, const PictureSize &size)
{
    const int width = size.width, height = size.height;
    assert(width >= 1 && height >= 1 && picture.width >= 1 && picture.height >= 1);
    const Area area = usedArea(original, size);
    const Side across{.first = area.x, .length = area.width, .factor = original.factor};
    const Side down{.first = area.y, .length = area.height, .factor = original.factor};
    const Taps columns = triangle(across, width), rows = triangle(down, height);
    const auto left = static_cast<std::size_t>(across.firstAtHand());

    Picture result{
        .width = width,
        .height = height,
        .rgb = std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3)};
    const std::size_t numbers = (static_cast<std::size_t>(across.lastAtHand()) + 1 - left) * 3;
    std::vector<std::uint32_t> sums(numbers);
    std::vector<std::uint16_t> between(numbers);
    std::uint8_t *out = result.rgb.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        constexpr int kShift = kWeightBits - kBetweenBits;
        std::fill(sums.begin(), sums.end(), 1u << (kShift - 1));
        std::size_t old = static_cast<std::size_t>(rows.first[y]);
        for (std::size_t tap = rows.begin[y]; tap < rows.begin[y + 1]; ++tap, ++old) {
            const std::uint8_t *in = picture.rgb.data() + 3 * (old * static_cast<std::size_t>(picture.width) + left);
            const std::uint16_t weight = rows.weights[tap];
            for (std::size_t k = 0; k < numbers; ++k)
                sums[k] += static_cast<std::uint32_t>(weight) * in[k];
        }
        for (std::size_t k = 0; k < numbers; ++k)
            between[k] = static_cast<std::uint16_t>(sums[k] >> kShift);

        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x, out += 3) {
            constexpr int kEnd = kWeightBits + kBetweenBits;
            std::uint32_t red = 1u << (kEnd - 1), green = red, blue = red;
            const std::uint16_t *in = between.data() + 3 * (static_cast<std::size_t>(columns.first[x]) - left);
            for (std::size_t tap = columns.begin[x]; tap < columns.begin[x + 1]; ++tap, in += 3) {
                const std::uint32_t weight = columns.weights[tap];
                red += weight * in[0];
                green += weight * in[1];
                blue += weight * in[2];
            }
            out[0] = static_cast<std::uint8_t>(red >> kEnd);
            out[1] = static_cast<std::uint8_t>(green >> kEnd);
            out[2] = static_cast<std::uint8_t>(blue >> kEnd);
        }
    }
    return result;
}

} // namespace

Picture resized(const Picture &picture, int width, int height, PictureFit fit)
{
    return resizePixels(picture, {.width = picture.width, .height = picture.height},
                        {.width = width, .height = height, .fit = fit});
}

Picture resizedFrom(const ShrunkPicture &shrunk, const PictureSize &size)
{
    return resizePixels(shrunk.picture, {.width = shrunk.width, .height = shrunk.height, .factor = shrunk.factor},
                        size);
}

} // namespace dnas
