// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a network is trained: batch, optimisers, schedules, augmentation, split; and for how long. Values only.
#pragma once

#include "core/spec/augmentation.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

class YamlReader;

/// A slip of the finger rather than a wish, in a recipe and in steering.
inline constexpr double kMostLearningRate = 100;

struct OptimizerOptions {
    std::string optimizer = "adamw"; ///< sgd, adam, adamw; newton: of decisions only
    double learningRate = 1e-3;
    double momentum = 0.9; ///< sgd
    double weightDecay = 0;
    std::string schedule = "cosine"; ///< constant, cosine, one_cycle, steps, exponential
    std::vector<double> milestones;  ///< steps: epochs
    double factor = 0.1;             ///< steps, exponential: multiplier
};

struct PhaseOptions {
    OptimizerOptions weights;
    OptimizerOptions decisions{.optimizer = "newton", .learningRate = 0.02, .schedule = "constant"}; ///< search only
    int patience = 0;            ///< epochs without improvement before an early stop; 0: off
    double from = 0;             ///< share of the phase after which checkpoints compete and patience counts
    std::string keep = "best";   ///< best (validation quality) or last
    std::string start = "equal"; ///< of the decisions, search only: equal (all 1) or ranked (by importance)
    int compact = 0;             ///< search only: epochs off after which channels are taken out; 0: never
};

struct Recipe {
    int batch = 64;
    std::string loss = "cross_entropy"; ///< or mse: of networks that give back their input
    double labelSmoothing = 0;
    std::string classWeights = "equal"; ///< or balanced: a class counts by the reciprocal of its training samples
    int copies = 0; ///< sounds: so many augmented variants are computed once and drawn from; 0: new ones in every epoch
    std::vector<Augmentation> augment;
    double validation = 0.1;    ///< share of the training split
    std::int64_t mostTrain = 0; ///< training samples that are used at most, drawn by the seed; 0: all
    std::int64_t mostTest = 0;  ///< test samples, the same for every seed; 0: all
    PhaseOptions warmUp;
    PhaseOptions search;
    PhaseOptions fineTune;
};

/// Epochs.
struct PhaseLengths {
    int warmUp = 10;
    int search = 10;
    int fineTune = 5;
    bool operator==(const PhaseLengths &) const = default;
};

/// Reads the keys that are present over `defaults`. `beside`: keys of the same map that the caller reads.
Recipe readRecipe(const YamlReader &node, Recipe defaults, const std::vector<std::string_view> &beside = {});
PhaseLengths readPhaseLengths(const YamlReader &node, PhaseLengths defaults);
/// Resolved YAML of a recipe; part of a run's identity.
std::string writeRecipe(const Recipe &recipe);

} // namespace dnas
