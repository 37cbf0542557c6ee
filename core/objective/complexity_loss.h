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
    const torch::Tensor &slopes() const { return m_slopes; } ///< by block, as they enter the gradient
    /// What switching a block off saves of the minimised terms where the masks stand, by block.
    std::vector<double> minimisedSlopes(const ChannelMasks &masks, const std::vector<ActiveTerm> &terms,
                                        const std::vector<double> &strengths) const;
    const PenaltyValue &value() const { return m_penalty; }
    const std::vector<double> &metricValues() const { return m_costs.value; }
    const std::vector<double> &widths() const { return m_widths; }

private:
    std::vector<double> blockSlopes(const std::vector<double> &slopeByMetric, const SpaceCost::Values &costs) const;

    const SearchSpace &m_space;
    DecisionLayout m_layout;
    SpaceCost m_cost;
    std::vector<double> m_widths;
    std::vector<double> m_frozenWidths;
    SpaceCost::Values m_costs;
    PenaltyValue m_penalty;
    torch::Tensor m_slopes;
};

} // namespace dnas
