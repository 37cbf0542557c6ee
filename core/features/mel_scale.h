// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two mel scales of the front ends, in both directions. Any thread.
#pragma once

namespace dnas {

enum class MelScale {
    Htk, ///< 1127 · ln(1 + f / 700): the HTK Book's 2595 · log10(1 + f / 700) with the constant that TensorFlow uses
    Slaney, ///< linear to 1 kHz (200/3 Hz a mel), then 27 mels a factor of 6.4: Slaney, Auditory Toolbox, version 2
            ///< (1998)
};

/// `hertz`: not negative.
double melFromHertz(MelScale scale, double hertz);
double hertzFromMel(MelScale scale, double mel);

} // namespace dnas
