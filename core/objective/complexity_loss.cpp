// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/complexity_loss.h"

#include "core/space/channel_masks.h"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace dnas {

namespace {

/// A scalar whose gradient with respect to its input was computed beforehand.
class KnownGradient : public torch::autograd::Function<KnownGradient> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &input, double value,
                                 const torch::Tensor &gradient)
    {
        context->save_for_backward({gradient});
        return at::scalar_tensor(value, input.options());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   torch::autograd::variable_list outer)
    {
        return {context->get_saved_variables()[0] * outer[0], torch::Tensor(), torch::Tensor()};
    }
};

} // namespace

ComplexityLoss::ComplexityLoss(const SearchSpace &space, const BoardSetup &setup, const DecisionLayout &layout)
    : m_space(space)
    , m_layout(layout)
    , m_cost(space, setup)
{
    for (std::size_t g = 0; g < space.groups().size(); ++g)
        m_frozenWidths.push_back(m_layout.firstBlock[g] < 0 ? space.groups()[g].channels : 0);
}

torch::Tensor ComplexityLoss::penalty(const torch::Tensor &blockMask, const std::vector<ActiveTerm> &terms,
                                      const std::vector<double> &strengths)
{
    const torch::Tensor mask = blockMask.detach().to(at::kCPU);
    const float *on = mask.data_ptr<float>();
    m_widths = m_frozenWidths;
    const std::size_t blocks = m_layout.groupOfBlock.size();
    for (std::size_t b = 0; b < blocks; ++b)
        m_widths[static_cast<std::size_t>(m_layout.groupOfBlock[b])] +=
            static_cast<double>(on[b]) * m_layout.sizeOfBlock[b];

    m_cost.evaluate(m_widths, m_costs);
    penaltyOf(terms, strengths, m_costs.value, m_penalty);

    const std::vector<double> slopes = blockSlopes(m_penalty.slopeByMetric, m_costs);
    torch::Tensor gradient = at::empty({static_cast<std::int64_t>(blocks)});
    std::transform(slopes.begin(), slopes.end(), gradient.data_ptr<float>(),
                   [](double slope) { return static_cast<float>(slope); });
    m_slopes = gradient.to(blockMask.device());
    return KnownGradient::apply(blockMask, m_penalty.total, m_slopes);
}

std::vector<double> ComplexityLoss::minimisedSlopes(const ChannelMasks &masks, const std::vector<ActiveTerm> &terms,
                                                    const std::vector<double> &strengths) const
{
    const bool any = std::any_of(terms.begin(), terms.end(),
                                 [](const ActiveTerm &term) { return term.shape == TermShape::Minimise; });
    if (!any)
        return std::vector<double>(m_layout.groupOfBlock.size(), 0);
    const std::vector<int> widths = widthsOf(masks);
    SpaceCost::Values costs;
    m_cost.evaluate(std::vector<double>(widths.begin(), widths.end()), costs);
    std::vector<double> slopeByMetric(costs.value.size(), 0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].shape == TermShape::Minimise)
            slopeByMetric[static_cast<std::size_t>(terms[i].metricIndex)] += strengths[i] / terms[i].seedCost;
    }
    return blockSlopes(slopeByMetric, costs);
}

std::vector<double> ComplexityLoss::blockSlopes(const std::vector<double> &slopeByMetric,
                                                const SpaceCost::Values &costs) const
{
    const std::size_t groups = m_space.groups().size();
    std::vector<double> slopes(m_layout.groupOfBlock.size(), 0);
    for (std::size_t b = 0; b < slopes.size(); ++b) {
        const auto group = static_cast<std::size_t>(m_layout.groupOfBlock[b]);
        for (std::size_t m = 0; m < slopeByMetric.size(); ++m) {
            if (slopeByMetric[m] != 0)
                slopes[b] += slopeByMetric[m] * costs.gradient[m * groups + group];
        }
        slopes[b] *= m_layout.sizeOfBlock[b];
    }
    return slopes;
}

} // namespace dnas
