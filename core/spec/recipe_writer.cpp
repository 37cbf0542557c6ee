// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recipe → YAML. Options without effect (momentum of Adam, milestones of a cosine) are left out, so that they
// do not enter a run's identity.
#include "core/base/numbers.h"
#include "core/spec/recipe.h"
#include "core/spec/spec_text.h"

namespace dnas {

namespace {

std::string optimizerText(const OptimizerOptions &options)
{
    std::string text = "{optimizer: " + options.optimizer + ", lr: " + exactNumber(options.learningRate) +
                       ", weight_decay: " + exactNumber(options.weightDecay);
    if (options.optimizer == "sgd")
        text += ", momentum: " + exactNumber(options.momentum);
    text += ", schedule: " + options.schedule;
    if (options.schedule == "steps") {
        std::vector<std::string> epochs;
        for (double epoch : options.milestones)
            epochs.push_back(exactNumber(epoch));
        text += ", milestones: " + yamlList(epochs);
    }
    if (options.schedule == "steps" || options.schedule == "exponential")
        text += ", factor: " + exactNumber(options.factor);
    return text + "}";
}

std::string phaseText(const char *name, const PhaseOptions &phase, bool searches)
{
    std::string text = std::string(name) + ":\n  weights: " + optimizerText(phase.weights) + "\n";
    if (searches)
        text += "  decisions: " + optimizerText(phase.decisions) + "\n  start: " + phase.start + "\n";
    if (phase.compact > 0) // not written otherwise: this text is part of the keys of earlier studies
        text += "  compact: " + std::to_string(phase.compact) + "\n";
    return text + "  early_stop: {patience: " + std::to_string(phase.patience) + ", from: " + exactNumber(phase.from) +
           "}\n  keep: " + phase.keep + "\n";
}

} // namespace

std::string writeRecipe(const Recipe &recipe)
{
    return "batch: " + std::to_string(recipe.batch) + "\nloss: " + recipe.loss +
           "\nlabel_smoothing: " + exactNumber(recipe.labelSmoothing) +
           (recipe.classWeights == "equal" ? "" : "\nclass_weights: " + recipe.classWeights) +
           "\naugment: " + writeAugmentations(recipe.augment) +
           (recipe.copies > 0 ? "\ncopies: " + std::to_string(recipe.copies) : "") +
           "\nsplit: {validation: " + exactNumber(recipe.validation) +
           (recipe.mostTrain > 0 ? ", train: " + std::to_string(recipe.mostTrain) : "") +
           (recipe.mostTest > 0 ? ", test: " + std::to_string(recipe.mostTest) : "") + "}\n" +
           phaseText("warm_up", recipe.warmUp, false) + phaseText("search", recipe.search, true) +
           phaseText("fine_tune", recipe.fineTune, false);
}

} // namespace dnas
