// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Single operators with their gradients behind plain vectors. Tensors are channels-last: pixel after pixel.
#pragma once

#include <cstdint>
#include <vector>

namespace dnas::test {

struct ProbeShape {
    int samples = 1, channels = 1, height = 1, width = 1;
    int pixels() const { return samples * height * width; }
};

struct NormalisationProbe {
    std::vector<float> output;
    std::vector<float> inputGradient, scaleGradient, shiftGradient; ///< empty when not training
    std::vector<float> runningMean, runningVariance;                ///< after the call
};
/// Batch normalisation of `x` from running mean 0 and variance 1, and its gradients for `upstream`.
NormalisationProbe probeNormalisation(const ProbeShape &shape, const std::vector<float> &x,
                                      const std::vector<float> &scale, const std::vector<float> &shift, bool relu,
                                      const std::vector<float> &upstream, bool training, int threads = 1);

struct AdditionProbe {
    std::vector<float> output, gradientA, gradientB;
};
/// max(0, a + b) and its gradients.
AdditionProbe probeAddRelu(const ProbeShape &shape, const std::vector<float> &a, const std::vector<float> &b,
                           const std::vector<float> &upstream);

} // namespace dnas::test
