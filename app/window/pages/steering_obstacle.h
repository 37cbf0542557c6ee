// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Strengths and targets act on the search phase of a run: when a change would do nothing any more, and why.
#pragma once

#include "app/window/search_controller.h"
#include "app/window/study_document.h"

#include <map>
#include <set>

namespace paretoscope {

/// The runs of the search that is running, as they were heard of.
struct SessionRuns {
    std::map<dnas::RunId, dnas::Phase> phases; ///< the newest
    std::set<dnas::RunId> finished;
};

/// Why a change of this run does nothing; empty: it acts, now or when its search begins.
QString steeringObstacle(const dnas::StudyRun &run, const SessionRuns &session, SearchController::State state);
/// Some run of the search still searches or is yet to begin.
bool anyRunCanBeSteered(const StudyDocument &document, const SessionRuns &session, SearchController::State state);

} // namespace paretoscope
