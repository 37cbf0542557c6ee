// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/hold_targets.h"

#include "core/search/fill_up.h"
#include "core/search/final_step.h"

#include <limits>

namespace dnas {

namespace {

/// What is kept alive is worth everything, for it cannot go.
std::vector<std::vector<double>> worthInTraining(const DecisionsInTraining &search)
{
    auto worth = worthOf(search);
    std::int64_t index = 0;
    for (auto &group : worth) {
        for (double &block : group) {
            if (search.network.isKeptAlive(index++))
                block = std::numeric_limits<double>::infinity();
        }
    }
    return worth;
}

/// The way down to the targets: what each of them allows now.
std::vector<ActiveTerm> ceilingsOf(const std::vector<ActiveTerm> &terms, double done)
{
    std::vector<ActiveTerm> ceilings;
    for (const ActiveTerm &term : terms) {
        if (term.shape == TermShape::Minimise)
            continue;
        ceilings.push_back(term);
        ceilings.back().shape = TermShape::Hinge;
        ceilings.back().target = ceilingAt(term, done);
    }
    return ceilings;
}

} // namespace

std::vector<std::vector<double>> worthOf(const DecisionsInTraining &search)
{
    auto worth = search.network.importance();
    if (!search.optimizer.usesCurvature())
        return worth;
    const torch::Tensor curvature = search.optimizer.square().to(at::kCPU).contiguous();
    const float *value = curvature.data_ptr<float>();
    const std::vector<double> gained =
        search.complexity.minimisedSlopes(search.network.masks(), search.terms, search.strengths);
    auto gain = gained.begin();
    for (auto &group : worth) {
        for (double &block : group)
            block = static_cast<float>(static_cast<double>(*value++) / 2 - *gain++); // as checkpoints keep it
    }
    return worth;
}

void holdTargets(const DecisionsInTraining &search, double done)
{
    const SearchSpace &space = search.network.space();
    const SpaceCost &cost = search.complexity.cost();
    const ChannelMasks masks = search.network.masks();
    const auto worth = worthInTraining(search);
    // Ceilings lie at the targets or above them, so what is given back below the limits is not taken again.
    ChannelMasks held = onlyLimits(search.terms) ? filledUp(space, cost, masks, worth, search.terms) : masks;
    held = withinLimits(space, cost, held, worth, ceilingsOf(search.terms, done));
    if (held != masks)
        search.optimizer.forget(search.network.decide(held));
}

} // namespace dnas
