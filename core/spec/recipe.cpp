// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/recipe.h"

#include "core/spec/checked_reading.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr std::int64_t kMostEpochs = 100000;
constexpr std::int64_t kMostSamples = 1'000'000'000;
constexpr NumberRange kPositive{.leastExcluded = true};
constexpr NumberRange kNotNegative{};
constexpr NumberRange kShare{.most = 1};
constexpr NumberRange kBelowOne{.most = 1, .mostExcluded = true};
constexpr NumberRange kOpenShare{.most = 1, .leastExcluded = true, .mostExcluded = true};
constexpr NumberRange kFactor{.most = 1, .leastExcluded = true};

void readMilestones(const YamlReader &node, OptimizerOptions &options)
{
    if (node.has("milestones")) {
        options.milestones.clear();
        for (const YamlReader &element : node.child("milestones").elements()) {
            const double epoch = elementIn(element, kPositive);
            if (!options.milestones.empty() && epoch <= options.milestones.back())
                element.fail("milestones are epochs in increasing order");
            options.milestones.push_back(epoch);
        }
    }
    if (options.schedule == "steps" && options.milestones.empty())
        node.fail("schedule \"steps\" needs milestones: [epoch, …]", node.has("milestones") ? "milestones" : nullptr);
}

enum class Trains { Weights, Decisions };

/// Newton's steps: the learning rate is a share of the way, and curvature of the task is known for decisions only.
void checkNewton(const YamlReader &node, OptimizerOptions &options, Trains what)
{
    if (options.optimizer != "newton")
        return;
    if (!node.has("weight_decay"))
        options.weightDecay = 0; // another optimiser's
    if (what == Trains::Weights)
        node.fail("newton trains decisions only; choose sgd, adam or adamw for weights", "optimizer");
    if (options.learningRate > 1)
        node.fail("is a share of the way with optimizer newton, at most 1", node.has("lr") ? "lr" : nullptr);
    if (node.has("weight_decay") && options.weightDecay > 0)
        node.fail("belongs to optimizers sgd, adam and adamw, not to newton; remove it", "weight_decay");
}

void readOptimizer(const YamlReader &node, OptimizerOptions &options, Trains what)
{
    if (!requireMap(node, "{optimizer: adamw, lr: 1e-3}"))
        return;
    node.allowOnly({"optimizer", "lr", "momentum", "weight_decay", "schedule", "milestones", "factor"});
    options.optimizer = choiceOf(node, "optimizer", options.optimizer, {"sgd", "adam", "adamw", "newton"});
    options.learningRate =
        numberIn(node, "lr", options.learningRate, {.most = kMostLearningRate, .leastExcluded = true});
    options.momentum = numberIn(node, "momentum", options.momentum, kBelowOne);
    options.weightDecay = numberIn(node, "weight_decay", options.weightDecay, kNotNegative);
    options.schedule =
        choiceOf(node, "schedule", options.schedule, {"constant", "cosine", "one_cycle", "steps", "exponential"});
    options.factor = numberIn(node, "factor", options.factor, kFactor);
    readMilestones(node, options);
    checkNewton(node, options, what);
    // A key that has no effect is more likely a misunderstanding than a wish.
    if (node.has("momentum") && options.optimizer != "sgd")
        node.fail("belongs to optimizer sgd, not to " + options.optimizer + "; remove it", "momentum");
    if (node.has("milestones") && options.schedule != "steps")
        node.fail("belongs to schedule steps, not to " + options.schedule + "; remove it", "milestones");
    if (node.has("factor") && options.schedule != "steps" && options.schedule != "exponential")
        node.fail("belongs to the schedules steps and exponential, not to " + options.schedule + "; remove it",
                  "factor");
}

enum class HasDecisions { No, Yes };

void readPhase(const YamlReader &recipe, const char *key, PhaseOptions &phase, HasDecisions decisions)
{
    if (!recipe.has(key))
        return;
    const YamlReader node = recipe.child(key);
    if (!requireMap(node, "{weights: {lr: 1e-3}}"))
        return;
    if (decisions == HasDecisions::No && node.has("decisions"))
        node.fail("decisions are trained in the search phase only; move it to search", "decisions");
    if (decisions == HasDecisions::No && node.has("start"))
        node.fail("decisions start in the search phase only; move it to search", "start");
    if (decisions == HasDecisions::No && node.has("compact"))
        node.fail("channels are switched off in the search phase only; move it to search", "compact");
    node.allowOnly({"weights", "decisions", "early_stop", "keep", "start", "compact"});
    if (node.has("weights"))
        readOptimizer(node.child("weights"), phase.weights, Trains::Weights);
    if (node.has("decisions"))
        readOptimizer(node.child("decisions"), phase.decisions, Trains::Decisions);
    phase.keep = choiceOf(node, "keep", phase.keep, {"best", "last"});
    phase.compact = static_cast<int>(integerIn(node, "compact", phase.compact, 0, 100000));
    phase.start = choiceOf(node, "start", phase.start, {"equal", "ranked"});
    if (!node.has("early_stop"))
        return;
    const YamlReader stop = node.child("early_stop");
    if (!requireMap(stop, "{patience: 20, from: 75%}"))
        return;
    stop.allowOnly({"metric", "patience", "from"});
    choiceOf(stop, "metric", "quality", {"quality"});
    phase.patience = static_cast<int>(integerIn(stop, "patience", phase.patience, 0, 100000));
    phase.from = shareIn(stop, "from", phase.from, kShare);
}

} // namespace

PhaseLengths readPhaseLengths(const YamlReader &node, PhaseLengths defaults)
{
    PhaseLengths phases = defaults;
    if (!requireMap(node, "{warm_up: 10, search: 10, fine_tune: 5}"))
        return phases;
    node.allowOnly({"warm_up", "search", "fine_tune"});
    phases.warmUp = static_cast<int>(integerIn(node, "warm_up", phases.warmUp, 0, kMostEpochs));
    phases.search = static_cast<int>(integerIn(node, "search", phases.search, 0, kMostEpochs));
    phases.fineTune = static_cast<int>(integerIn(node, "fine_tune", phases.fineTune, 0, kMostEpochs));
    return phases;
}

Recipe readRecipe(const YamlReader &node, Recipe defaults, const std::vector<std::string_view> &beside)
{
    Recipe recipe = std::move(defaults);
    if (!requireMap(node, "{batch: 64}"))
        return recipe;
    std::vector<std::string_view> known{"batch", "loss",    "label_smoothing", "class_weights", "augment",  "copies",
                                        "split", "weights", "warm_up",         "search",        "fine_tune"};
    known.insert(known.end(), beside.begin(), beside.end());
    node.allowOnly(known);
    recipe.batch = static_cast<int>(integerIn(node, "batch", recipe.batch, 1, 65536));
    recipe.loss = choiceOf(node, "loss", recipe.loss, {"cross_entropy", "mse"});
    recipe.classWeights = choiceOf(node, "class_weights", recipe.classWeights, {"equal", "balanced"});
    recipe.copies = static_cast<int>(integerIn(node, "copies", recipe.copies, 0, 1000));
    if (recipe.loss == "mse") {
        for (const char *key : {"label_smoothing", "class_weights"}) {
            if (node.has(key))
                node.fail("belongs to the loss cross_entropy, not to mse; remove it", key);
        }
    }
    recipe.labelSmoothing = numberIn(node, "label_smoothing", recipe.labelSmoothing, kBelowOne);
    if (node.has("augment"))
        recipe.augment = readAugmentations(node.child("augment"));
    if (node.has("split")) {
        const YamlReader split = node.child("split");
        if (requireMap(split, "{validation: 10%}")) {
            split.allowOnly({"validation", "train", "test"});
            recipe.validation = shareIn(split, "validation", recipe.validation, kOpenShare);
            recipe.mostTrain = integerIn(split, "train", recipe.mostTrain, 0, kMostSamples);
            recipe.mostTest = integerIn(split, "test", recipe.mostTest, 0, kMostSamples);
        }
    }
    if (node.has("weights")) { // shorthand: all phases
        for (PhaseOptions *phase : {&recipe.warmUp, &recipe.search, &recipe.fineTune})
            readOptimizer(node.child("weights"), phase->weights, Trains::Weights);
    }
    readPhase(node, "warm_up", recipe.warmUp, HasDecisions::No);
    readPhase(node, "search", recipe.search, HasDecisions::Yes);
    readPhase(node, "fine_tune", recipe.fineTune, HasDecisions::No);
    return recipe;
}

} // namespace dnas
