// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a study keeps of a plan.
#pragma once

#include "core/spec/search_spec.h"
#include "core/study/study.h"

namespace dnas {

/// Resolved texts and seed costs of a plan.
StudySpec studySpecOf(const SearchPlan &plan);

/// What the networks of a study learn, by the benchmark that it embeds. Empty where that cannot be read here.
struct StudyTask {
    std::string benchmark;               ///< its title
    std::string input;                   ///< see inputText
    std::string qualityMetric;           ///< "accuracy", "AUC"
    std::string loss;                    ///< "cross-entropy", "mean squared error"
    std::vector<std::string> classNames; ///< empty: only their number is known
};
StudyTask studyTaskOf(const StudySpec &spec);

/// "45000 for training, 5000 for validation, 10000 for the test; split as the data say".
std::string samplesText(const StudySamples &samples);

} // namespace dnas
