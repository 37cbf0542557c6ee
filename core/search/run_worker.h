// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The phases of one run, one after the other: warm-up, or search → derivation → fine-tuning → evaluation. Torch-free.
#pragma once

#include "core/search/phase_runner.h"
#include "core/spec/search_spec.h"

#include <memory>

namespace dnas {

/// The warm-up that all runs of a plan start from.
struct WarmStart {
    WeightStore weights;
    double loss = 0; ///< mean task loss in evaluation mode on the training split
};

struct WorkerResult {
    std::shared_ptr<const Candidate> candidate; ///< null: nothing to keep
    bool interrupted = false;
};

class RunWorker {
public:
    RunWorker(const SearchPlan &plan, TrainerFactory &factory);

    /// Trains the seed from scratch (or from `start`, when the spec names weights); nothing on a stop.
    Result<std::optional<WarmStart>> warmUp(RunContext &context, const WeightStore *start) const;
    /// Search, derivation, fine-tuning, evaluation; or what a baseline does instead of the search, with as many epochs.
    Result<WorkerResult> run(RunContext &context, const RunPlan &run, const WarmStart &start) const;
    /// The seed network trained for as many epochs as a run takes.
    Result<WorkerResult> seed(RunContext &context, const std::string &key, const WarmStart &start) const;

    const SpaceCost &cost() const { return m_cost; }

private:
    Result<WorkerResult> search(RunContext &context, const RunPlan &run, const WarmStart &start) const;
    Result<WorkerResult> baseline(RunContext &context, const RunPlan &run, const WarmStart &start) const;
    Result<std::optional<WeightStore>> fromScratch(RunContext &context, const Network &network,
                                                   const std::string &key) const;
    PhaseSetup phase(Phase phase, const PhaseOptions &options, int epochs, const std::string &key) const;
    Result<WorkerResult> fineTune(RunContext &context, Candidate candidate, const WeightStore &weights,
                                  const std::string &key, int epochs) const;

    const SearchPlan &m_plan;
    TrainerFactory &m_factory;
    SpaceCost m_cost;
};

} // namespace dnas
