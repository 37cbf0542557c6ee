// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/flat_optimizer.h"

#include <cmath>

namespace dnas {

FlatOptimizer::FlatOptimizer(const OptimizerOptions &options, torch::Tensor parameters, torch::Tensor gradient,
                             std::int64_t decayed)
    : m_options(options)
    , m_parameters(parameters.detach())
    , m_gradient(std::move(gradient))
    , m_momentum(at::zeros_like(m_parameters))
    , m_decayed(decayed)
{
    if (options.optimizer != "sgd")
        m_square = at::zeros_like(m_parameters);
}

void FlatOptimizer::step(double learningRate)
{
    const at::NoGradGuard noGradient;
    ++m_steps;
    const bool decoupled = m_options.optimizer == "adamw";
    if (m_options.weightDecay > 0 && m_decayed > 0) {
        torch::Tensor weights = m_parameters.narrow(0, 0, m_decayed);
        if (decoupled)
            weights.mul_(1 - learningRate * m_options.weightDecay);
        else
            m_gradient.narrow(0, 0, m_decayed).add_(weights, m_options.weightDecay);
    }
    if (m_options.optimizer == "sgd")
        stepSgd(learningRate);
    else
        stepAdam(learningRate);
}

std::unique_ptr<FlatOptimizer> FlatOptimizer::taken(const torch::Tensor &index, torch::Tensor parameters,
                                                    torch::Tensor gradient, std::int64_t decayed) const
{
    auto optimizer = std::make_unique<FlatOptimizer>(m_options, std::move(parameters), std::move(gradient), decayed);
    optimizer->m_momentum = m_momentum.index_select(0, index);
    if (m_square.defined())
        optimizer->m_square = m_square.index_select(0, index);
    optimizer->m_steps = m_steps;
    return optimizer;
}

void FlatOptimizer::stepSgd(double learningRate)
{
    m_momentum.mul_(m_options.momentum).add_(m_gradient);
    m_parameters.add_(m_momentum, -learningRate);
}

void FlatOptimizer::stepAdam(double learningRate)
{
    // Kingma & Ba 2015, with the bias corrections folded into the step size and epsilon.
    constexpr double kBeta1 = 0.9;
    constexpr double kBeta2 = 0.999;
    constexpr double kEpsilon = 1e-8;
    m_momentum.mul_(kBeta1).add_(m_gradient, 1 - kBeta1);
    m_square.mul_(kBeta2).addcmul_(m_gradient, m_gradient, 1 - kBeta2);
    const double correction1 = 1 - std::pow(kBeta1, static_cast<double>(m_steps));
    const double correction2 = std::sqrt(1 - std::pow(kBeta2, static_cast<double>(m_steps)));
    const torch::Tensor denominator = m_square.sqrt().add_(kEpsilon * correction2);
    m_parameters.addcdiv_(m_momentum, denominator, -learningRate * correction2 / correction1);
}

} // namespace dnas
