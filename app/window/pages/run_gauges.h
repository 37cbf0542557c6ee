// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the gauges of Live show of a run: its costs now, against the seed's and against its limits.
#pragma once

#include "app/window/study_document.h"
#include "widgets/cost_gauges.h"

namespace paretoscope {

/// `history` of the run with the shared warm-up before it; `run` null: none is chosen, the seed's costs. Of a run that
/// is done the costs of the network that it found; of others those of the last epoch.
std::vector<CostGauge> gaugesOf(const StudyDocument &document, const std::vector<dnas::EpochReport> &history,
                                const dnas::StudyRun *run);

} // namespace paretoscope
