// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The demo data set: pictures drawn by a program, 16x16 in colour, ten classes of shapes. The same bytes on
// every machine for a seed: nothing but integers goes into a pixel.
#pragma once

#include "core/data/image_set.h"

#include <cstdint>

namespace dnas {

constexpr std::int64_t kDemoTrain = 6000; ///< pictures when the benchmark names no number
constexpr std::int64_t kDemoTest = 2000;

Shape demoShape();

/// Numbers of training and test pictures, with the defaults above for what is not positive.
struct DemoSamples {
    std::int64_t train;
    std::int64_t test;
};
DemoSamples demoSamples(std::int64_t train, std::int64_t test);

/// Labels go round (0, 1, … 9, 0, …). A picture depends on seed, part (training or test) and its number in it
/// only, so a larger set begins with the smaller one.
ImageSet drawDemoPictures(std::uint64_t seed, std::int64_t train, std::int64_t test);

} // namespace dnas
