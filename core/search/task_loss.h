// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loss of the task itself: cross-entropy with weights of classes and smoothed labels, or the mean squared error
// of networks that give back their input.
#pragma once

#include "core/search/trainer.h"

#include <torch/types.h>

namespace dnas {

class TaskLoss {
public:
    /// What `data` is decides between the two losses; it must outlive this only here.
    TaskLoss(const PhaseSetup &setup, const DataSet &data);

    /// In training: with weights and smoothing; the mean. `inputs`: [N, C, H, W]; `outputs`: [N, K].
    torch::Tensor train(const torch::Tensor &outputs, const torch::Tensor &inputs, const torch::Tensor &labels) const;
    /// Plain, summed over the samples.
    torch::Tensor evaluate(const torch::Tensor &outputs, const torch::Tensor &inputs,
                           const torch::Tensor &labels) const;
    bool isReconstruction() const { return m_reconstruction; }

private:
    bool m_reconstruction = false;
    double m_smoothing = 0;
    torch::Tensor m_weights; ///< undefined: all equal
};

} // namespace dnas
