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
    if (usesCurvature())
        stepNewton(learningRate);
    else if (m_options.optimizer == "sgd")
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

void FlatOptimizer::forget(const torch::Tensor &index)
{
    m_momentum.index_fill_(0, index, 0);
    if (m_square.defined() && !usesCurvature())
        m_square.index_fill_(0, index, 0);
}

void FlatOptimizer::observeCurvature(const torch::Tensor &gradient, const torch::Tensor &on, int batch)
{
    constexpr double kMemory = 0.98;
    const at::NoGradGuard noGradient;
    // The mean over a batch scatters by 1/batch of what single samples do. An average from the first step on.
    const double fresh = std::max(1 - kMemory, 1.0 / static_cast<double>(m_steps + 1));
    m_square.add_(on * (gradient * gradient * batch - m_square), fresh);
}

void FlatOptimizer::stepNewton(double learningRate)
{
    constexpr std::int64_t kSettling = 20; // steps in which curvature is only observed
    constexpr double kFloor = 1e-3;        // of the mean curvature
    constexpr double kMostMove = 0.05;
    if (m_steps <= kSettling)
        return;
    const torch::Tensor curvature = m_square + (m_square.mean() * kFloor + 1e-12);
    const torch::Tensor slope = m_gradient - m_square * (1 - m_parameters);
    m_parameters.sub_((slope / curvature * learningRate).clamp_(-kMostMove, kMostMove)).clamp_(0, 1);
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
