// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See bent_image.h. The picture is normalised first, each pixel once: bytes and floats lie on a straight line, so what
// is interpolated may be either. The three colours of a pixel take a place of four, which is one vector. Places in the
// input are whole numbers of 2^-32 of a pixel, since they grow evenly along a row.
#include "core/data/bent_image.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dnas {

namespace {

constexpr int kPlaceBits = 32;

/// A coordinate of the input along a row of the output.
struct Walk {
    std::int64_t place, step;
};

Walk walk(double place, double step)
{
    const double unit = std::ldexp(1.0, kPlaceBits);
    return {std::llround(place * unit), std::llround(step * unit)};
}

/// Two neighbours and how much the second one counts; outside, the edge goes on.
struct Between {
    std::int64_t first, second;
    float share;
};

Between between(std::int64_t place, std::int64_t size)
{
    const std::int64_t inside = std::clamp<std::int64_t>(place, 0, (size - 1) << kPlaceBits);
    const std::int64_t first = inside >> kPlaceBits;
    const auto share = static_cast<std::int32_t>(inside >> (kPlaceBits - 24) & 0xffffff); // as many bits as a float has
    return {first, first + (first + 1 < size ? 1 : 0), static_cast<float>(share) * 0x1p-24F};
}

/// Channels first … first + Count - 1. Lanes: floats of a pixel while it is interpolated, at least Count.
template <int Lanes, int Count>
void writeChannels(const std::uint8_t *pixels, const Shape &shape, const PixelTable &table, const ImageMove &move,
                   int first, float *out)
{
    const std::int64_t height = shape.height, width = shape.width, channels = shape.channels;
    std::vector<float> normalised(static_cast<std::size_t>(height * width * Lanes));
    for (std::int64_t i = 0; i < height * width; ++i)
        for (int c = 0; c < Count; ++c)
            normalised[static_cast<std::size_t>(i * Lanes + c)] =
                table.channel(first + c)[pixels[i * channels + first + c]];

    const double sine = std::sin(move.angle) * move.scale, cosine = std::cos(move.angle) * move.scale;
    const double middleRow = (shape.height - 1) / 2.0, middleColumn = (shape.width - 1) / 2.0;
    const double right = (move.flip ? shape.width - 1 : 0) + move.right - middleColumn, step = move.flip ? -1 : 1;
    out += first;
    for (std::int64_t row = 0; row < height; ++row) {
        const double down = static_cast<double>(row) + move.down - middleRow;
        Walk y = walk(cosine * down + sine * right + middleRow + move.shiftDown, step * sine);
        Walk x = walk(cosine * right - sine * down + middleColumn + move.shiftRight, step * cosine);
        for (std::int64_t column = 0; column < width; ++column, out += channels) {
            const Between rows = between(y.place, height), columns = between(x.place, width);
            const float *above = normalised.data() + rows.first * width * Lanes;
            const float *below = normalised.data() + rows.second * width * Lanes;
            const std::int64_t left = columns.first * Lanes, next = columns.second * Lanes;
            float values[Lanes];
            for (int c = 0; c < Lanes; ++c) {
                const float top = above[left + c] + columns.share * (above[next + c] - above[left + c]);
                const float bottom = below[left + c] + columns.share * (below[next + c] - below[left + c]);
                values[c] = top + rows.share * (bottom - top);
            }
            std::copy_n(values, Count, out);
            y.place += y.step;
            x.place += x.step;
        }
    }
}

} // namespace

void writeBentImage(const std::uint8_t *pixels, const Shape &shape, const PixelTable &table, const ImageMove &move,
                    float *out)
{
    if (shape.channels == 3) {
        writeChannels<4, 3>(pixels, shape, table, move, 0, out);
        return;
    }
    for (int c = 0; c < shape.channels; ++c)
        writeChannels<1, 1>(pixels, shape, table, move, c, out);
}

} // namespace dnas
