// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The torch side of the engine behind plain vectors, for tests: Qt's and torch's headers cannot meet in one file.
// Pictures go in sample after sample, each channel by channel, then rows, then columns.
#pragma once

#include "core/objective/objective.h"
#include "core/spec/recipe.h"
#include "core/weights/weight_store.h"

#include <memory>
#include <vector>

namespace dnas::test {

struct ProbeTraining {
    int steps = 50;
    int batch = 4;
    double learningRate = 0.02;
    double decisionRate = 0; ///< of α; 0: the decisions stand still
    double pressure = 0;     ///< added to the loss for every block that is on
    std::uint64_t seed = 1;
};

struct ProbePenalty {
    double total = 0;
    std::vector<double> byTerm;
    std::vector<double> metricValues;
    std::vector<double> widths;
    std::vector<float> decisionGradient; ///< ∂penalty/∂α by block
    std::vector<double> minimised;       ///< what each block saves of the minimised terms
};

/// A relaxed network on one thread.
class EngineProbe {
public:
    explicit EngineProbe(const SearchSpace &space, std::uint64_t seed = 1);
    ~EngineProbe();
    EngineProbe(EngineProbe &&) noexcept;

    Result<void> load(const WeightStore &weights);
    WeightStore weights() const;
    void setSearching(bool searching);
    void setMasks(const ChannelMasks &masks);
    /// Changes decisions where `masks` differs; returns their blocks.
    std::vector<std::int64_t> decide(const ChannelMasks &masks);
    ChannelMasks masks() const;
    std::vector<std::vector<double>> importance() const;
    std::vector<float> decisions() const;
    void setDecisions(const std::vector<float> &alpha);

    /// Without the channels that are off now.
    EngineProbe compacted() const;

    /// Outputs in evaluation mode, sample after sample.
    std::vector<float> evaluate(const std::vector<float> &inputs, int batch);
    /// Plain gradient descent on random pictures and labels; returns the last loss.
    double train(const ProbeTraining &options);
    /// Of the decisions as they are.
    ProbePenalty penalty(const BoardSetup &setup, const std::vector<ActiveTerm> &terms,
                         const std::vector<double> &strengths);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

struct ProbeMask {
    std::vector<float> mask;
    std::vector<float> gradient; ///< ∂(upstream · mask)/∂α
};
ProbeMask probeBinaryMask(const std::vector<float> &alpha, const std::vector<bool> &keepAlive,
                          const std::vector<float> &upstream);

/// `parameters` after one step of FlatOptimizer for every gradient.
std::vector<float> probeOptimizer(const OptimizerOptions &options, const std::vector<float> &parameters,
                                  const std::vector<std::vector<float>> &gradients, int decayed);

/// Decisions after each step of Newton's optimiser: of the task the gradient `task` (mean over `batch`), of the terms
/// `slope`; `on`: 1 where a block is on.
std::vector<std::vector<float>> probeNewton(double share, const std::vector<float> &alpha,
                                            const std::vector<float> &task, const std::vector<float> &slope,
                                            const std::vector<float> &on, int batch, int steps);

} // namespace dnas::test
