// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Pareto front of points in two metrics, in O(n log n), and its quality indicators.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dnas {

/// A point to be compared: x is a cost (less is better), y a quality (more is better).
struct FrontPoint {
    double x = 0;
    double y = 0;
};

/// Indices of the non-dominated points, by increasing x. Equal points: the first stays. NaN never enters.
std::vector<std::size_t> paretoFront(std::span<const FrontPoint> points);

/// Area dominated by the front up to the reference (worst) corner; 0 when nothing dominates it.
double hypervolume(std::span<const FrontPoint> points, FrontPoint reference);

/// Index (into the result of paretoFront) of the point farthest from the chord between the front's ends, after
/// scaling both axes to 0…1; -1 for fewer than three points.
int kneeOf(std::span<const FrontPoint> front);

} // namespace dnas
