// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Front ends as functions, and signals for them.
#pragma once

#include "core/features/log_mel.h"
#include "core/features/mfcc.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace feature_test {

using namespace dnas;

template <typename FrontEnd>
std::vector<float> features(const FrontEnd &frontEnd, int width, std::span<const float> clips, std::size_t length)
{
    const auto scratch = frontEnd.makeScratch();
    const std::size_t size = std::size_t(frontEnd.frames(std::int64_t(length)) * width);
    std::vector<float> out(size * (clips.size() / length));
    for (std::size_t clip = 0; clip < clips.size() / length; ++clip)
        frontEnd.compute(clips.subspan(clip * length, length), std::span(out).subspan(clip * size, size), *scratch);
    return out;
}

inline std::vector<float> mfccOf(std::span<const float> samples, const MfccOptions &options = {})
{
    return features(Mfcc::create(options).value(), options.coefficients, samples, samples.size());
}

inline std::vector<float> logMelOf(std::span<const float> samples, const LogMelOptions &options = {})
{
    return features(LogMel::create(options).value(), options.bands, samples, samples.size());
}

inline std::vector<float> sine(double hertz, std::size_t count = 16000)
{
    std::vector<float> samples(count);
    for (std::size_t n = 0; n < count; ++n)
        samples[n] = float(0.5 * std::sin(2 * std::numbers::pi * hertz * double(n) / 16000));
    return samples;
}

inline std::vector<float> noise(std::size_t count = 16000)
{
    std::mt19937 random(7);
    std::vector<float> samples(count);
    for (float &sample : samples)
        sample = float(int(random() % 20001) - 10000) / 20000;
    return samples;
}

inline void compare(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1, not %2").arg(actual).arg(expected)));
}

} // namespace feature_test
