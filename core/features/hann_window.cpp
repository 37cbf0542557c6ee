// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See hann_window.h.
#include "core/features/hann_window.h"

#include <cmath>
#include <numbers>

namespace dnas {

std::vector<double> hannWindow(int samples)
{
    std::vector<double> window(static_cast<std::size_t>(samples));
    for (std::size_t n = 0; n < window.size(); ++n)
        window[n] = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(n) / samples);
    return window;
}

} // namespace dnas
