// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the search needs of a network in training. The real one is TorchTrainer; tests script a fake. Torch-free.
#pragma once

#include "core/base/result.h"
#include "core/data/data_set.h"
#include "core/events/search_events.h"
#include "core/objective/objective.h"
#include "core/study/study.h"
#include "core/weights/weight_store.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace dnas {

struct PhaseSetup {
    Phase phase = Phase::WarmUp;
    PhaseOptions options;
    int epochs = 0;
    int batch = 64;
    double labelSmoothing = 0;
    std::string classWeights = "equal"; ///< see Recipe
    std::uint64_t key = 0;              ///< of all random streams of this phase
    bool holdTargets = false; ///< a search comes down to its targets in time, and gives back what it leaves below
};

struct Evaluation {
    double loss = 0;
    double quality = 0; ///< see Quality::value
    std::map<std::string, double> measures = {};
    std::vector<std::int64_t> confusion = {};
};

/// What one epoch of training came to; means over its steps.
struct EpochOutcome {
    double taskLoss = 0;
    std::vector<double> termLosses;
    double totalLoss = 0;
    double quality = 0;      ///< accuracy; NaN of a reconstruction
    double learningRate = 0; ///< of the last step
    double seconds = 0;
    double imagesPerSecond = 0;
    bool interrupted = false; ///< a stop was asked in the middle
};

/// Values of the step just done.
struct StepValues {
    int step = 0;
    int steps = 0;
    double taskLoss = 0;
    double totalLoss = 0;
    double imagesPerSecond = 0;
};

/// Called around every step, on the training thread.
struct StepHooks {
    std::function<bool(int step)> before; ///< false: stop here
    std::function<void(const StepValues &)> after;
};

/// All that training goes on from, bit for bit. Random streams are functions of key, epoch and record, and the
/// schedule is one of the epoch, so they need no place here. The names are the trainer's own.
struct TrainerState {
    WeightStore arrays;
    std::map<std::string, std::int64_t> counters;
};

class Trainer {
public:
    virtual ~Trainer() = default;

    virtual Result<void> load(const WeightStore &weights, const std::string &file) = 0;
    virtual WeightStore weights() const = 0;

    /// Behind an epoch of the phase that was begun.
    virtual TrainerState state() const = 0;
    /// The phase must have been begun; the next epoch to train is the one behind the state. Fails when the state is of
    /// another network or optimiser; the trainer is of no use then.
    virtual Result<void> restore(const TrainerState &state) = 0;

    /// New optimisers and schedule; in Phase::Search the masks act and decisions train.
    virtual void beginPhase(const PhaseSetup &setup) = 0;
    virtual int stepsPerEpoch() const = 0;
    /// Terms and their strengths now (Phase::Search).
    virtual void setObjective(const std::vector<ActiveTerm> &terms, const std::vector<double> &strengths) = 0;
    /// Replaces the peak learning rate; the schedule goes on from it.
    virtual void setLearningRate(double peak) = 0;
    virtual double learningRate() const = 0; ///< the peak

    /// Fails when the loss stops being a number.
    virtual Result<EpochOutcome> trainEpoch(int epoch, const StepHooks &hooks) = 0;
    /// Mean loss and accuracy without augmentation; `stop` is looked at every batch.
    virtual Evaluation evaluate(Split split, const std::function<bool()> &stop) = 0;

    virtual ChannelMasks masks() const = 0;
    virtual std::vector<std::vector<double>> importance() const = 0; ///< θ by group and block
};

/// Makes trainers; called on any worker thread.
class TrainerFactory {
public:
    virtual ~TrainerFactory() = default;
    virtual std::unique_ptr<Trainer> create(const SearchSpace &space, const BoardSetup &setup, std::uint64_t seed) = 0;
    /// Once on every worker thread before it trains: thread count, denormals.
    virtual void prepareThread(int threads) = 0;
    /// What its trainers learn from and are judged by.
    virtual StudySamples samples() const { return {}; }
};

} // namespace dnas
