// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Arithmetic of sliding windows, in 64 bits since kernel × dilation may pass 32.
#include "core/network/window.h"

#include "core/network/limits.h"
#include "core/network/shapes.h"

#include <algorithm>

namespace dnas {

namespace {

std::int64_t effective(int kernel, int dilation) { return std::int64_t{dilation} * (kernel - 1) + 1; }

/// TensorFlow's `same`: ⌈n / stride⌉ positions; of an odd total the extra zero goes behind.
struct Sides {
    int before = 0;
    int after = 0;
};

Sides samePadding(int size, int kernel, int stride, int dilation)
{
    const std::int64_t positions = (std::int64_t{size} + stride - 1) / stride;
    const std::int64_t total =
        std::clamp<std::int64_t>((positions - 1) * stride + effective(kernel, dilation) - size, 0, 2 * kMaxSpatial);
    return {static_cast<int>(total / 2), static_cast<int>(total - total / 2)};
}

Error fieldError(const char *field, std::string message) { return invalidInput(std::move(message), {.key = field}); }

Result<void> checkRange(const char *field, int value, int smallest)
{
    if (value >= smallest && value <= kMaxSpatial)
        return {};
    return fieldError(field, "is " + std::to_string(value) + "; it must lie in " + std::to_string(smallest) + " … " +
                                 std::to_string(kMaxSpatial));
}

Result<void> checkWindow(const Layer &layer)
{
    const struct {
        const char *field;
        int value;
        int smallest;
    } fields[] = {
        {"kernel", layer.kernel.height, 1},     {"kernel", layer.kernel.width, 1},
        {"stride", layer.stride.height, 1},     {"stride", layer.stride.width, 1},
        {"dilation", layer.dilation.height, 1}, {"dilation", layer.dilation.width, 1},
        {"padding", layer.padding.top, 0},      {"padding", layer.padding.bottom, 0},
        {"padding", layer.padding.left, 0},     {"padding", layer.padding.right, 0},
    };
    for (const auto &field : fields) {
        if (Result<void> check = checkRange(field.field, field.value, field.smallest); !check.ok())
            return check;
    }
    return {};
}

} // namespace

std::string shapeText(const Shape &shape)
{
    if (shape.height == 1 && shape.width == 1)
        return std::to_string(shape.channels);
    return std::to_string(shape.channels) + "×" + std::to_string(shape.height) + "×" + std::to_string(shape.width);
}

std::string sizeText(const Size2 &size) { return std::to_string(size.height) + "×" + std::to_string(size.width); }

Padding resolvePadding(const Layer &layer, const Shape &input)
{
    if (!layer.padding.same)
        return layer.padding;
    const Sides rows = samePadding(input.height, layer.kernel.height, layer.stride.height, layer.dilation.height);
    const Sides columns = samePadding(input.width, layer.kernel.width, layer.stride.width, layer.dilation.width);
    return {.same = false, .top = rows.before, .bottom = rows.after, .left = columns.before, .right = columns.after};
}

Result<Shape> slideWindow(const Layer &layer, const Shape &input)
{
    if (Result<void> check = checkWindow(layer); !check.ok())
        return check.error();
    const auto positions = [](int size, int before, int after, int kernel, int stride, int dilation) {
        const std::int64_t room = std::int64_t{size} + before + after - effective(kernel, dilation);
        return room < 0 ? std::int64_t{0} : room / stride + 1;
    };
    std::int64_t height = 0;
    std::int64_t width = 0;
    if (layer.padding.same) {
        height = (std::int64_t{input.height} + layer.stride.height - 1) / layer.stride.height;
        width = (std::int64_t{input.width} + layer.stride.width - 1) / layer.stride.width;
    } else {
        const Padding &p = layer.padding;
        height =
            positions(input.height, p.top, p.bottom, layer.kernel.height, layer.stride.height, layer.dilation.height);
        width = positions(input.width, p.left, p.right, layer.kernel.width, layer.stride.width, layer.dilation.width);
    }
    if (height == 0 || width == 0) {
        return fieldError("kernel", sizeText(layer.kernel) +
                                        " (with its dilation) does not fit into the padded input of " +
                                        shapeText(input) + "; take a smaller kernel, or padding: same");
    }
    if (height > kMaxSpatial || width > kMaxSpatial)
        return fieldError("padding", "makes the output larger than " + std::to_string(kMaxSpatial) + "; take less");
    return Shape{input.channels, static_cast<int>(height), static_cast<int>(width)};
}

} // namespace dnas
