// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See task_loss.h.
#include "core/search/task_loss.h"

#include <algorithm>

namespace dnas {

namespace {

/// Reciprocal counts with a mean of 1 over the training samples, so that the loss keeps its size.
torch::Tensor balancedWeights(const DataSet &data)
{
    const std::vector<std::int64_t> counts = data.classCounts(Split::Train);
    std::int64_t samples = 0;
    for (const std::int64_t count : counts)
        samples += count;
    std::vector<float> weights;
    for (const std::int64_t count : counts)
        weights.push_back(static_cast<float>(static_cast<double>(samples) / static_cast<double>(counts.size()) /
                                             static_cast<double>(std::max<std::int64_t>(count, 1))));
    return at::tensor(weights);
}

} // namespace

TaskLoss::TaskLoss(const PhaseSetup &setup, const DataSet &data)
    : m_reconstruction(data.clips(Split::Train) != nullptr)
    , m_smoothing(setup.labelSmoothing)
{
    if (setup.classWeights == "balanced" && !m_reconstruction)
        m_weights = balancedWeights(data);
}

torch::Tensor TaskLoss::train(const torch::Tensor &outputs, const torch::Tensor &inputs,
                              const torch::Tensor &labels) const
{
    if (m_reconstruction)
        return at::mse_loss(outputs, inputs.reshape(outputs.sizes()));
    return at::cross_entropy_loss(outputs, labels, m_weights, at::Reduction::Mean, -100, m_smoothing);
}

torch::Tensor TaskLoss::evaluate(const torch::Tensor &outputs, const torch::Tensor &inputs,
                                 const torch::Tensor &labels) const
{
    if (m_reconstruction) // of a sample: the mean over its values
        return at::mse_loss(outputs, inputs.reshape(outputs.sizes()), at::Reduction::Sum) / outputs.size(1);
    return at::cross_entropy_loss(outputs, labels, {}, at::Reduction::Sum);
}

} // namespace dnas
