// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outlines of the demo pictures' ten classes, as tests "is this point inside". Integers only, so that every
// machine draws the same bytes.
#pragma once

namespace dnas {

constexpr int kDemoClasses = 10;

/// Names in the order of the labels.
const char *demoClassName(int label);

/// Whether a point belongs to the class's shape. Coordinates are the shape's own: its circumscribed circle has
/// radius kShapeUnit around (0, 0).
constexpr int kShapeUnit = 1024;
bool insideDemoShape(int label, int u, int v);

/// Sine and cosine of `turn`/64 of a full turn, scaled by 2^14 and rounded.
struct Direction {
    int cosine;
    int sine;
};
Direction demoDirection(int turn);

} // namespace dnas
