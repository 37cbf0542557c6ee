// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See mel_scale.h.
#include "core/features/mel_scale.h"

#include <cmath>

namespace dnas {

namespace {

constexpr double kHtkBreakHertz = 700;
constexpr double kHtkMels = 1127;

constexpr double kSlaneyHertzPerMel = 200.0 / 3;
constexpr double kSlaneyBreakHertz = 1000;
constexpr double kSlaneyBreakMel = kSlaneyBreakHertz / kSlaneyHertzPerMel; // 15
const double kSlaneyStep = std::log(6.4) / 27; // natural logarithm of one mel above the break

} // namespace

double melFromHertz(MelScale scale, double hertz)
{
    if (scale == MelScale::Htk)
        return kHtkMels * std::log1p(hertz / kHtkBreakHertz);
    if (hertz < kSlaneyBreakHertz)
        return hertz / kSlaneyHertzPerMel;
    return kSlaneyBreakMel + std::log(hertz / kSlaneyBreakHertz) / kSlaneyStep;
}

double hertzFromMel(MelScale scale, double mel)
{
    if (scale == MelScale::Htk)
        return kHtkBreakHertz * std::expm1(mel / kHtkMels);
    if (mel < kSlaneyBreakMel)
        return mel * kSlaneyHertzPerMel;
    return kSlaneyBreakHertz * std::exp((mel - kSlaneyBreakMel) * kSlaneyStep);
}

} // namespace dnas
