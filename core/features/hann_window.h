// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window both front ends multiply a frame with. Any thread.
#pragma once

#include <vector>

namespace dnas {

/// 0.5 - 0.5 · cos(2π n / samples), n = 0 … samples - 1: the periodic Hann window, whose maximum lies at samples / 2
/// and which would be zero again at n = samples (scipy's get_window("hann"), TensorFlow's hann_window for an even
/// length).
std::vector<double> hannWindow(int samples);

} // namespace dnas
