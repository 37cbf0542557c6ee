// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures and sounds that a network can tell apart after a few epochs.
#pragma once

#include "tests/core/data/data_folder.h"
#include "tests/core/media/picture_writers.h"

#include <cmath>
#include <numbers>

namespace learnable {

using namespace dnas;

/// A picture whose brighter half says its class, as PNG.
inline QByteArray picture(int side, int label, int number)
{
    test::Bytes rows;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const bool bright = (label % 2 == 0 ? row : column) < side / 2;
            for (int c = 0; c < 3; ++c)
                rows.push_back(
                    static_cast<std::uint8_t>((bright ? 180 : 60) + (7 * number + 13 * row + 5 * column + c) % 40));
        }
    }
    const auto png = test::pngFile({.width = side, .height = side}, rows);
    return {reinterpret_cast<const char *>(png.data()), static_cast<qsizetype>(png.size())};
}

/// A tone with an overtone and some hiss.
inline QByteArray machine(double hertz, int number, double overtone, double seconds = 1)
{
    return data_folder::wav(seconds, 16000, [=](double t) {
        const double hiss = std::sin(1e5 * (t + number) * (t + number)) * 0.05;
        return 0.3 * std::sin(2 * std::numbers::pi * (hertz + number) * t) +
               overtone * std::sin(2 * std::numbers::pi * 9.3 * hertz * t) + hiss;
    });
}

} // namespace learnable
