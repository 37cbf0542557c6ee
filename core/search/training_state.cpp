// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/training_state.h"

#include <utility>
#include <vector>

namespace dnas {

namespace {

constexpr const char *kWeightSteps = "weights.steps";
constexpr const char *kDecisionSteps = "decisions.steps";
constexpr const char *kDropoutStep = "dropout.step";

using Parts = std::vector<std::pair<std::string, torch::Tensor>>;

/// Every tensor of the state, flat, sharing the memory of the one that is trained.
Parts partsOf(RelaxedNetwork &network, FlatOptimizer &weights, FlatOptimizer *decisions)
{
    Parts parts{{"parameters", network.parameters()}, {"statistics", network.statistics()}};
    const auto add = [&](const std::string &name, FlatOptimizer &optimizer) {
        parts.emplace_back(name + ".momentum", optimizer.momentum());
        if (optimizer.square().defined())
            parts.emplace_back(name + ".square", optimizer.square());
    };
    add("weights", weights);
    if (decisions) {
        parts.emplace_back("decisions", network.decisions());
        add("decisions", *decisions);
    }
    for (auto &[name, tensor] : parts)
        tensor = tensor.detach();
    return parts;
}

Error otherState(const std::string &what)
{
    return invalidInput("the checkpoint is of another network or optimiser: " + what + "; begin the run anew");
}

} // namespace

TrainerState readTrainingState(RelaxedNetwork &network, FlatOptimizer &weights, FlatOptimizer *decisions)
{
    TrainerState state;
    for (const auto &[name, tensor] : partsOf(network, weights, decisions)) {
        const torch::Tensor cpu = tensor.to(at::kCPU).contiguous();
        const float *values = cpu.data_ptr<float>();
        state.arrays[name] = {{cpu.numel()}, std::vector<float>(values, values + cpu.numel())};
    }
    state.counters[kWeightSteps] = weights.steps();
    if (decisions)
        state.counters[kDecisionSteps] = decisions->steps();
    state.counters[kDropoutStep] = static_cast<std::int64_t>(network.dropoutStep());
    return state;
}

Result<void> writeTrainingState(const TrainerState &state, RelaxedNetwork &network, FlatOptimizer &weights,
                                FlatOptimizer *decisions)
{
    const at::NoGradGuard noGradient;
    const Parts parts = partsOf(network, weights, decisions);
    for (const auto &[name, tensor] : parts) {
        const auto found = state.arrays.find(name);
        if (found == state.arrays.end() || static_cast<std::int64_t>(found->second.values.size()) != tensor.numel())
            return otherState("'" + name + "' does not fit");
    }
    if (state.arrays.size() != parts.size())
        return otherState("it holds more than this one has");
    for (const char *name : {kWeightSteps, kDropoutStep, decisions ? kDecisionSteps : kWeightSteps}) {
        if (!state.counters.contains(name))
            return otherState(std::string("'") + name + "' is missing");
    }
    for (const auto &[name, tensor] : parts) {
        auto *values = const_cast<float *>(state.arrays.at(name).values.data());
        torch::Tensor target = tensor;
        target.copy_(at::from_blob(values, tensor.sizes(), at::TensorOptions(at::kFloat)));
    }
    weights.setSteps(state.counters.at(kWeightSteps));
    if (decisions)
        decisions->setSteps(state.counters.at(kDecisionSteps));
    network.setDropoutStep(static_cast<std::uint64_t>(state.counters.at(kDropoutStep)));
    return {};
}

} // namespace dnas
