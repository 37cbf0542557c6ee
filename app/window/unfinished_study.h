// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an opened study has still to train, after a crash or a stop, and the plan to go on by.
#pragma once

#include "app/window/study_snapshot.h"

#include <memory>
#include <optional>

namespace paretoscope {

struct UnfinishedStudy {
    std::shared_ptr<const dnas::SearchPlan> plan;
    int done = 0;           ///< runs, the seed network's among them
    int left = 0;           ///< planned or forked, and neither done nor failed
    bool withSeed = false;  ///< the seed network is one of the runs
    bool wasCutOff = false; ///< a run stands as running: its process is gone
};

/// Plans the study's spec, so call it on a worker thread. Nothing when every run has ended, when its spec cannot be
/// planned here (a file of it is missing), or when another process writes the study now.
std::optional<UnfinishedStudy> unfinishedStudy(const StudySnapshot &study);

} // namespace paretoscope
