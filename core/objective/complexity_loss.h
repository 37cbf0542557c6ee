// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Joins the cost models to torch by one autograd function a step: binary masks in, penalty out, with its gradient.
#pragma once

#include "core/objective/objective.h"
#include "core/supernet/parameter_layout.h"

#include <torch/types.h>

namespace dnas {

class ComplexityLoss {
public:
    ComplexityLoss(const SearchSpace &space, const BoardSetup &setup, const DecisionLayout &layout);

    const SpaceCost &cost() const { return m_cost; }

    /// Scalar Σ λ·f(R(mask))/R⁰; the gradient reaches every block of the mask. `blockMask`: [blocks] of 0 and 1.
    torch::Tensor penalty(const torch::Tensor &blockMask, const std::vector<ActiveTerm> &terms,
                          const std::vector<double> &strengths);

    // Of the last call to penalty().
    const PenaltyValue &value() const { return m_penalty; }
    const std::vector<double> &metricValues() const { return m_costs.value; }
    const std::vector<double> &widths() const { return m_widths; }

private:
    const SearchSpace &m_space;
    DecisionLayout m_layout;
    SpaceCost m_cost;
    std::vector<double> m_widths;
    std::vector<double> m_frozenWidths;
    SpaceCost::Values m_costs;
    PenaltyValue m_penalty;
};

} // namespace dnas
