// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See folder_recipes.h. Rates as the benchmarks that come with the program have them.
#include "core/data/folder_recipes.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr double kUneven = 3; ///< times as many samples in one class as in another

/// Small sets need steps, too.
int batchFor(std::int64_t samples) { return samples >= 640 ? 32 : samples >= 160 ? 16 : 8; }

bool isUneven(const std::vector<std::int64_t> &counts)
{
    if (counts.empty())
        return false;
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    return static_cast<double>(*most) > kUneven * static_cast<double>(*least);
}

std::string phases(const std::string &weightDecay, const char *warmUp, const char *search, const char *fineTune)
{
    const auto weights = [&](const char *rate, const char *schedule) {
        return std::string("    weights: {optimizer: adamw, lr: ") + rate + ", weight_decay: " + weightDecay +
               ", schedule: " + schedule + "}\n";
    };
    return "  warm_up:\n" + weights(warmUp, "one_cycle") + "  search:\n" + weights(search, "constant") +
           "    decisions: {optimizer: newton, lr: 0.02, schedule: constant}\n    keep: last\n    compact: 1\n" +
           "  fine_tune:\n" + weights(fineTune, "cosine");
}

} // namespace

std::string folderRecipes(const Benchmark &benchmark, const DataReport &report)
{
    if (isReconstruction(benchmark))
        return "recipe:\n  batch: 512\n  loss: mse\n  augment: []\n  split: {validation: 15%}\n" +
               phases("1e-4", "2e-3", "1e-3", "1e-3") +
               "recipes:\n"
               "  short:\n    phases: {warm_up: 10, search: 6, fine_tune: 6}\n    split: {train: 1000}\n"
               "  full:\n    phases: {warm_up: 60, search: 40, fine_tune: 40}\n";
    const bool sounds = kindOf(benchmark.data) == DataKind::Sounds;
    std::string text = "recipe:\n  batch: " + std::to_string(batchFor(report.train)) + "\n  loss: cross_entropy\n";
    if (isUneven(report.classCounts[std::size_t(Split::Train)]))
        text += "  class_weights: balanced # one class has more than three times the samples of another\n";
    const bool noises = benchmark.data.format == "speech_commands";
    text += sounds ? std::string("  augment: [{time_shift: 0.1}") +
                         (noises ? ", {noise: {volume: 0.1, share: 80%}}" : "") +
                         "]\n  copies: 4 # variants of each clip, computed once\n"
                   : "  augment: [flip, {shift: 5%}, {zoom: 10%}] # take flip out where left and right matter\n";
    text += "  split: {validation: 15%}\n" + phases("1e-2", "5e-3", "1e-3", "2e-3");
    return text +
           "recipes:\n"
           "  short: # for a first look\n    phases: {warm_up: 12, search: 8, fine_tune: 6}\n    split: {train: 5000}\n"
           "  full:\n    phases: {warm_up: 60, search: 40, fine_tune: 40}\n";
}

} // namespace dnas
