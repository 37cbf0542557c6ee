// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SGD with momentum, Adam and AdamW on one flat tensor: an update is a handful of vectorised operations, whatever
// the number of layers.
#pragma once

#include "core/spec/recipe.h"

#include <torch/types.h>

#include <cstdint>
#include <memory>

namespace dnas {

class FlatOptimizer {
public:
    /// Updates `parameters` ([n], in place) from `gradient` ([n]). Weight decay acts on the first `decayed` entries
    /// only (kernels and matrices, not normalisation and biases).
    FlatOptimizer(const OptimizerOptions &options, torch::Tensor parameters, torch::Tensor gradient,
                  std::int64_t decayed);

    void step(double learningRate);

    /// The optimiser of those parameters that stand at `index` (int64) in these, now in tensors of their own: it
    /// remembers of them what this one does.
    std::unique_ptr<FlatOptimizer> taken(const torch::Tensor &index, torch::Tensor parameters, torch::Tensor gradient,
                                         std::int64_t decayed) const;

    /// For newton, before each step: the curvature of the loss along the decisions that are on, by the squares of
    /// their gradient (Fisher; docs/methods.md, section 2). `gradient`: of the task alone, mean over `batch` samples.
    void observeCurvature(const torch::Tensor &gradient, const torch::Tensor &on, int batch);
    bool usesCurvature() const { return m_options.optimizer == "newton"; }

    /// No memory of earlier steps for the parameters at `index` (int64).
    void forget(const torch::Tensor &index);

    // What it remembers of earlier steps. square() is undefined for SGD.
    torch::Tensor &momentum() { return m_momentum; }
    torch::Tensor &square() { return m_square; }
    std::int64_t steps() const { return m_steps; }
    void setSteps(std::int64_t steps) { m_steps = steps; }

private:
    void stepSgd(double learningRate);
    void stepAdam(double learningRate);
    void stepNewton(double learningRate);

    OptimizerOptions m_options;
    torch::Tensor m_parameters, m_gradient;
    torch::Tensor m_momentum, m_square;
    std::int64_t m_decayed;
    std::int64_t m_steps = 0;
};

} // namespace dnas
