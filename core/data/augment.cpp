// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See augment.h.
#include "core/data/augment.h"

#include "core/base/random.h"
#include "core/data/bent_image.h"
#include "core/spec/augmentation_kinds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dnas {

namespace {

/// `count` pixels from `in`, walking by `step` bytes between pixels (negative when mirrored).
template <int Channels>
float *convert(const std::uint8_t *in, std::ptrdiff_t step, int count, const PixelTable &table, float *out)
{
    const float *values[Channels];
    for (int c = 0; c < Channels; ++c)
        values[c] = table.channel(c).data();
    for (int i = 0; i < count; ++i, in += step)
        for (int c = 0; c < Channels; ++c)
            *out++ = values[c][in[c]];
    return out;
}

float *convert(const std::uint8_t *in, std::ptrdiff_t step, int count, int channels, const PixelTable &table,
               float *out)
{
    if (channels == 3)
        return convert<3>(in, step, count, table, out);
    if (channels == 1)
        return convert<1>(in, step, count, table, out);
    for (int i = 0; i < count; ++i, in += step)
        for (int c = 0; c < channels; ++c)
            *out++ = table.channel(c)[in[c]];
    return out;
}

} // namespace

Result<AugmentPlan> planAugmentation(const std::vector<Augmentation> &list, const Shape &shape)
{
    AugmentPlan plan;
    bool cropped = false;
    for (const Augmentation &item : list) {
        const Place place{.key = "augment"};
        if (const std::string why = unsuitedAugmentation(item, DataKind::Pictures); !why.empty())
            return invalidInput(why, place);
        if (item.kind == "crop") {
            const int limit = std::min(shape.height, shape.width);
            if (!(item.amount >= 0 && item.amount < limit) || item.amount != std::floor(item.amount))
                return invalidInput("crop takes a whole number of pixels from 0 to " + std::to_string(limit - 1),
                                    place);
            if (cropped)
                return invalidInput("crop is listed twice: keep one", place);
            cropped = true;
            plan.crop = static_cast<int>(item.amount);
        } else if (item.kind == "flip") {
            if (plan.flip)
                return invalidInput("flip is listed twice: keep one", place);
            plan.flip = true;
        } else if (item.kind == "rotate") {
            plan.rotate = item.amount;
        } else if (item.kind == "shift") {
            plan.shift = item.amount;
        } else {
            plan.zoom = item.amount;
        }
    }
    return plan;
}

ImageMove drawMove(const AugmentPlan &plan, const AugmentContext &context, std::int64_t sample, const Shape &shape)
{
    ImageMove move;
    if (!context.enabled || (plan.crop == 0 && !plan.flip && !plan.bends()))
        return move;
    RandomStream random(context.seed, "augment", {context.epoch, static_cast<std::uint64_t>(sample)});
    // Always the same three numbers, so that adding flip to a recipe moves no crop.
    const auto places = static_cast<std::uint64_t>(2 * plan.crop + 1);
    move.down = static_cast<int>(random.below(places)) - plan.crop;
    move.right = static_cast<int>(random.below(places)) - plan.crop;
    move.flip = random.below(2) == 1 && plan.flip;
    if (!plan.bends())
        return move;
    const auto either = [&](double most) {
        return (2 * random.uniform() - 1) * most;
    };
    move.bent = true;
    move.angle = either(plan.rotate) * std::numbers::pi / 180;
    move.scale = 1 + either(plan.zoom);
    move.shiftDown = either(plan.shift) * shape.height;
    move.shiftRight = either(plan.shift) * shape.width;
    return move;
}

Result<PixelTable> PixelTable::make(const std::vector<double> &mean, const std::vector<double> &deviation, int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    for (const auto &[list, key] : {std::pair{&mean, "mean"}, std::pair{&deviation, "deviation"}})
        if (!list->empty() && list->size() != count)
            return invalidInput("has " + std::to_string(list->size()) + " values, the pictures have " +
                                    std::to_string(channels) + " channels: give one each",
                                {.key = key});
    PixelTable table;
    table.m_values.resize(count);
    for (std::size_t c = 0; c < count; ++c) {
        const double middle = mean.empty() ? 0 : mean[c];
        const double spread = deviation.empty() ? 1 : deviation[c];
        if (!std::isfinite(middle))
            return invalidInput("must be finite", {.key = "mean"});
        if (!(spread > 0) || !std::isfinite(spread))
            return invalidInput("must be above zero", {.key = "deviation"});
        for (std::size_t byte = 0; byte < 256; ++byte)
            table.m_values[c][byte] = static_cast<float>((static_cast<double>(byte) / 255 - middle) / spread);
    }
    return table;
}

void writeImage(const std::uint8_t *pixels, const Shape &shape, const PixelTable &table, const ImageMove &move,
                float *out)
{
    if (move.bent) {
        writeBentImage(pixels, shape, table, move, out);
        return;
    }
    const int channels = shape.channels;
    const int width = shape.width;
    if (move.down == 0 && move.right == 0 && !move.flip) {
        convert(pixels, channels, shape.height * width, channels, table, out);
        return;
    }
    // One pixel of padding, repeated: reading it with step 0 gives a run of zeros as normalised.
    static constexpr std::uint8_t kBlack[64] = {};
    const auto pad = [&](int count, float *to) {
        if (channels <= 64)
            return convert(kBlack, 0, count, channels, table, to);
        for (int i = 0; i < count; ++i)
            for (int c = 0; c < channels; ++c)
                *to++ = table.channel(c)[0];
        return to;
    };
    const int first = std::max(0, move.right); // input columns first … last-1 are seen
    const int last = std::min(width, width + move.right);
    int before = std::max(0, -move.right);
    int after = width - before - (last - first);
    if (move.flip)
        std::swap(before, after);
    const std::ptrdiff_t step = move.flip ? -channels : channels;
    const int start = move.flip ? last - 1 : first;
    for (int row = 0; row < shape.height; ++row) {
        const int from = row + move.down;
        if (from < 0 || from >= shape.height) {
            out = pad(width, out);
            continue;
        }
        out = pad(before, out);
        const std::uint8_t *in = pixels + (std::ptrdiff_t{from} * width + start) * channels;
        out = convert(in, step, last - first, channels, table, out);
        out = pad(after, out);
    }
}

} // namespace dnas
