// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See demo_shapes.h. The classes come in families whose members differ in one detail: rings (closed, with a gap,
// with a dot), strokes that meet (plus, tee, corner), bars (two apart, two with a bridge), outlines (triangle,
// square). Each is its own mirror image (u to -u), so that flipping stays a fair augmentation.
#include "core/data/demo_shapes.h"

#include <array>
#include <cstdlib>

namespace dnas {

namespace {

constexpr int kStroke = 200;      // half the width of a stroke
constexpr int kGap = 330;         // half the width of the gap in a ring
constexpr int kBarDistance = 640; // of the middle of a bar from the centre

bool within(int value, int low, int high) { return value >= low && value <= high; }

bool ring(int u, int v)
{
    const int square = u * u + v * v;
    const int inner = kShapeUnit - 2 * kStroke;
    return within(square, inner * inner, kShapeUnit * kShapeUnit);
}

/// A stroke along u from `from` to `to`.
bool stroke(int u, int v, int from, int to) { return within(u, from, to) && std::abs(v) <= kStroke; }

bool triangle(int u, int v)
{
    // Equilateral, corner upwards: distance of the point to each side, negative inside; 887/1024 is sin 60°.
    const int sides[] = {v - kShapeUnit / 2, (-512 * v + 887 * u) / 1024 - kShapeUnit / 2,
                         (-512 * v - 887 * u) / 1024 - kShapeUnit / 2};
    int nearest = -2 * kShapeUnit;
    for (const int side : sides)
        nearest = side > nearest ? side : nearest;
    return within(nearest, -kStroke * 3 / 2, 0);
}

bool square(int u, int v)
{
    const int half = 760; // a little more than 1024/√2, so that it is as large as the ring to the eye
    const int reach = std::abs(u) > std::abs(v) ? std::abs(u) : std::abs(v);
    return within(reach, half - 2 * kStroke, half);
}

bool twoBars(int u, int v)
{
    return std::abs(u) <= 900 && within(std::abs(v), kBarDistance - kStroke, kBarDistance + kStroke);
}

// Values of 2^14 sin(2π i / 64), rounded.
constexpr std::array<int, 17> kSine{0,     1606,  3196,  4756,  6270,  7723,  9102,  10394, 11585,
                                    12665, 13623, 14449, 15137, 15679, 16069, 16305, 16384};

int sine(int turn)
{
    const int within = turn & 63;
    const int half = within & 31;
    const int value = kSine[static_cast<std::size_t>(half <= 16 ? half : 32 - half)];
    return within < 32 ? value : -value;
}

} // namespace

const char *demoClassName(int label)
{
    static constexpr std::array<const char *, kDemoClasses> names{
        "ring", "broken ring", "target", "plus", "tee", "corner", "two bars", "bridge", "triangle", "square"};
    return names[static_cast<std::size_t>(label)];
}

bool insideDemoShape(int label, int u, int v)
{
    switch (label) {
    case 0:
        return ring(u, v);
    case 1:
        return ring(u, v) && !(v < 0 && std::abs(u) < kGap);
    case 2:
        return ring(u, v) || u * u + v * v <= 300 * 300;
    case 3:
        return stroke(u, v, -kShapeUnit, kShapeUnit) || stroke(v, u, -kShapeUnit, kShapeUnit);
    case 4:
        return stroke(u, v, -kShapeUnit, kShapeUnit) || stroke(v, u, 0, kShapeUnit);
    case 5: { // on its point
        const int across = (u + v) * 724 / 1024;
        const int along = (v - u) * 724 / 1024;
        return stroke(across, along, -kStroke, kShapeUnit) || stroke(along, across, -kStroke, kShapeUnit);
    }
    case 6:
        return twoBars(u, v);
    case 7:
        return twoBars(u, v) || (std::abs(u) <= kStroke && std::abs(v) <= kBarDistance);
    case 8:
        return triangle(u, v);
    case 9:
        return square(u, v);
    default:
        return false;
    }
}

Direction demoDirection(int turn) { return {.cosine = sine(turn + 16), .sine = sine(turn)}; }

} // namespace dnas
