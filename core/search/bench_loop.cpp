// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See bench_loop.h.
#include "core/search/bench_loop.h"

namespace dnas {

BenchLoop::BenchLoop(const SearchSpace &space, const BoardSetup &setup, BenchStep kind)
    : m_network(space, 1)
    , m_complexity(m_network.space(), setup, m_network.decisionLayout())
    , m_optimizer({.optimizer = "adamw", .learningRate = 1e-4, .weightDecay = 1e-2}, m_network.parameters(),
                  m_network.parameterGradient(), m_network.decayedCount())
{
    m_network.setSearching(kind == BenchStep::Search);
    if (kind == BenchStep::Plain)
        return;
    const SpaceCost &cost = m_complexity.cost();
    for (const char *metric : {"weights", "macs"}) {
        const int index = cost.indexOf(metric);
        const double seed = cost.bounds().at(metric).most;
        m_terms.push_back({.metric = metric,
                           .metricIndex = index,
                           .shape = TermShape::Absolute,
                           .target = seed / 2,
                           .seedCost = seed});
    }
    m_network.decisions().mutable_grad() = at::zeros_like(m_network.decisions());
    m_decisions = std::make_unique<FlatOptimizer>(OptimizerOptions{.optimizer = "adam"}, m_network.decisions(),
                                                  m_network.decisions().grad(), m_network.decisions().numel());
}

void BenchLoop::step(const torch::Tensor &input, const torch::Tensor &labels)
{
    torch::Tensor loss = at::cross_entropy_loss(m_network.forward(input, Mode::Train), labels);
    if (m_decisions) {
        loss = loss + m_complexity.penalty(m_network.blockMask(), m_terms, {1e-3, 1e-3});
        m_network.decisions().mutable_grad().zero_();
    }
    m_network.parameterGradient().zero_();
    loss.backward();
    m_optimizer.step(1e-4);
    if (m_decisions)
        m_decisions->step(1e-6);
}

} // namespace dnas
