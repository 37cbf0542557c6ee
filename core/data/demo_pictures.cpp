// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See demo_pictures.h. A picture is a sloping background, some clutter, one shape of the class at a random place,
// size and angle in a random colour that may be lighter or darker, and noise. Colours say nothing about the class.
#include "core/data/demo_pictures.h"

#include "core/base/random.h"
#include "core/data/demo_shapes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace dnas {

namespace {

// How hard it is. Lengths in 1/256 pixel, colours in grey levels.
constexpr int kSide = 16;
constexpr int kRadiusLow = 1300; // of the shape
constexpr int kRadiusHigh = 1750;
constexpr int kTurn = 5;         // largest turn either way, in 64ths of a full one
constexpr int kMargin = 100;     // the shape may leave the picture by so much
constexpr int kContrast = 230;   // least sum over the channels of |shape - background|
constexpr int kClutter = 2;      // at most so many pieces of clutter below the shape
constexpr int kClutterLow = 200; // radius of a piece
constexpr int kClutterHigh = 520;
constexpr int kSlope = 4;  // steepest change of the background, grey levels a pixel
constexpr int kNoise = 40; // largest noise, triangular: its deviation is kNoise / √6

constexpr int kPixel = 256;
constexpr int kSub = 4; // points a pixel and axis for smooth edges

using Colour = std::array<int, 3>;
using Canvas = std::array<Colour, kSide * kSide>;

int between(RandomStream &random, int low, int high)
{
    return low + static_cast<int>(random.below(static_cast<std::uint64_t>(high - low) + 1));
}

Colour randomColour(RandomStream &random, int low, int high)
{
    Colour colour;
    for (int &level : colour)
        level = between(random, low, high);
    return colour;
}

int difference(const Colour &a, const Colour &b)
{
    return std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]);
}

struct Pose {
    int x = 0, y = 0; ///< centre
    int radius = 0;
    Direction direction{};
};

Pose randomPose(RandomStream &random, int low, int high, int margin)
{
    Pose pose;
    pose.radius = between(random, low, high);
    const int inset = std::min(pose.radius - margin, kSide * kPixel / 2);
    pose.x = between(random, inset, kSide * kPixel - inset);
    pose.y = between(random, inset, kSide * kPixel - inset);
    pose.direction = demoDirection(between(random, -kTurn, kTurn));
    return pose;
}

/// Paints what `inside` (a test in the shape's own coordinates) covers; edges are blended by covered share.
template <typename Inside>
void paint(Canvas &canvas, const Pose &pose, const Colour &colour, Inside inside)
{
    const int reach = pose.radius + pose.radius / 8; // a square's corners stick out of the circle
    const auto cell = [](int length) {
        return std::clamp(length / kPixel, 0, kSide - 1);
    };
    for (int row = cell(pose.y - reach); row <= cell(pose.y + reach); ++row) {
        for (int column = cell(pose.x - reach); column <= cell(pose.x + reach); ++column) {
            int covered = 0;
            for (int point = 0; point < kSub * kSub; ++point) {
                const int dx = column * kPixel + (2 * (point % kSub) + 1) * kPixel / (2 * kSub) - pose.x;
                const int dy = row * kPixel + (2 * (point / kSub) + 1) * kPixel / (2 * kSub) - pose.y;
                // Turned back (directions carry 2^14) and scaled from radius to kShapeUnit (2^10).
                const int scale = 16 * pose.radius;
                const int u = (pose.direction.cosine * dx + pose.direction.sine * dy) / scale;
                const int v = (pose.direction.cosine * dy - pose.direction.sine * dx) / scale;
                covered += inside(u, v) ? 1 : 0;
            }
            Colour &pixel = canvas[static_cast<std::size_t>(row * kSide + column)];
            for (std::size_t c = 0; c < 3; ++c)
                pixel[c] += (colour[c] - pixel[c]) * covered / (kSub * kSub);
        }
    }
}

void drawPicture(RandomStream random, int label, std::uint8_t *out)
{
    const Colour background = randomColour(random, 40, 215);
    const int slopeX = between(random, -kSlope, kSlope);
    const int slopeY = between(random, -kSlope, kSlope);
    Canvas canvas;
    for (int i = 0; i < kSide * kSide; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            canvas[static_cast<std::size_t>(i)][c] =
                background[c] + (slopeX * (2 * (i % kSide) - kSide + 1) + slopeY * (2 * (i / kSide) - kSide + 1)) / 2;

    const int pieces = between(random, 0, kClutter);
    for (int piece = 0; piece < pieces; ++piece) {
        const Pose pose = randomPose(random, kClutterLow, kClutterHigh, kClutterLow);
        const Colour colour = randomColour(random, 10, 245);
        const int half = between(random, kShapeUnit / 4, kShapeUnit);
        paint(canvas, pose, colour,
              [half](int u, int v) { return std::abs(v) <= half && u * u + v * v <= kShapeUnit * kShapeUnit; });
    }

    Colour colour = randomColour(random, 10, 245);
    while (difference(colour, background) < kContrast)
        colour = randomColour(random, 10, 245);
    paint(canvas, randomPose(random, kRadiusLow, kRadiusHigh, kMargin), colour,
          [label](int u, int v) { return insideDemoShape(label, u, v); });

    for (const Colour &pixel : canvas) {
        std::uint64_t bits = random.next(); // two numbers of ten bits for each channel
        for (const int level : pixel) {
            const int sum = static_cast<int>(bits & 1023) + static_cast<int>(bits >> 10 & 1023) - 1023;
            bits >>= 20;
            *out++ = static_cast<std::uint8_t>(std::clamp(level + sum * kNoise / 1023, 0, 255));
        }
    }
}

} // namespace

Shape demoShape() { return {3, kSide, kSide}; }

DemoSamples demoSamples(std::int64_t train, std::int64_t test)
{
    return {.train = train > 0 ? train : kDemoTrain, .test = test > 0 ? test : kDemoTest};
}

ImageSet drawDemoPictures(std::uint64_t seed, std::int64_t train, std::int64_t test)
{
    ImageSet set{.shape = demoShape(), .classes = kDemoClasses, .train = train, .test = test};
    set.labels.resize(static_cast<std::size_t>(train + test));
    set.pixels.resize(set.labels.size() * static_cast<std::size_t>(set.shape.elements()));
    std::uint8_t *out = set.pixels.data();
    for (std::int64_t i = 0; i < train + test; ++i, out += set.shape.elements()) {
        const std::int64_t number = i < train ? i : i - train;
        const int label = static_cast<int>(number % kDemoClasses);
        set.labels[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(label);
        drawPicture(RandomStream(seed, i < train ? "demo train" : "demo test", {static_cast<std::uint64_t>(number)}),
                    label, out);
    }
    return set;
}

} // namespace dnas
