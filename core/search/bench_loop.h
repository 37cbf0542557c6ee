// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What TorchTrainer does in a step, on a batch that is there already; for measurements.
#pragma once

#include "core/objective/complexity_loss.h"
#include "core/search/flat_optimizer.h"
#include "core/supernet/relaxed_network.h"

#include <memory>
#include <vector>

namespace dnas {

enum class BenchStep {
    Plain,  ///< weights only
    Search, ///< with width masks and two costs, whose pull is too weak to move a mask while the clock runs
};

class BenchLoop {
public:
    BenchLoop(const SearchSpace &space, const BoardSetup &setup, BenchStep kind);
    /// `input`: [N, C, H, W], `labels`: [N].
    void step(const torch::Tensor &input, const torch::Tensor &labels);

private:
    RelaxedNetwork m_network;
    ComplexityLoss m_complexity;
    FlatOptimizer m_optimizer;
    std::unique_ptr<FlatOptimizer> m_decisions;
    std::vector<ActiveTerm> m_terms;
};

} // namespace dnas
