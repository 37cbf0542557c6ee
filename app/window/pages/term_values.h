// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Strength and target of one term of a run as they are now: from its last epochs, its changes, or its plan.
#pragma once

#include "app/window/study_document.h"

namespace paretoscope {

struct TermValues {
    double strength = 0;  ///< normalised; 0 while it is not known (auto before the search phase)
    double reference = 1; ///< the run's own strength, before any change
    double target = 0;    ///< absolute; 0: none
    bool isLimit = true;
};

/// `term`: index into run.termNames.
TermValues termValues(const StudyDocument &document, const dnas::StudyRun &run,
                      const std::vector<dnas::EpochReport> &history, std::size_t term);

/// Peak of the learning rate's schedule in a phase of the run: as steered last, else of the recipe; 0: not known.
double peakRate(const StudyDocument &document, dnas::Phase phase, const dnas::StudyRun &run);

} // namespace paretoscope
