// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which samples to look at: equally many of each class, drawn by chance.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dnas {

struct SampleChoice {
    int samples = 12;       ///< at most
    std::uint64_t draw = 0; ///< another one draws other samples, and other classes where there are more than samples
};

/// The candidates of one class, best first: whoever cannot read one takes the next.
struct ClassChoice {
    int label = 0;
    std::vector<std::int64_t> order; ///< positions in `labels`
    int wanted = 0;                  ///< so many of them
};

/// By label. `labels`: of all samples; negative ones are never chosen. Classes without samples are left out; of the
/// others each gets as many as fit, or one, when there are more classes than samples.
std::vector<ClassChoice> chooseSamples(std::span<const int> labels, const SampleChoice &choice);

} // namespace dnas
