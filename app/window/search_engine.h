// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine as the window sees it: one blocking call on a worker thread. Tests put a scripted one here.
#pragma once

#include "core/search/search_run.h"

namespace paretoscope {

class SearchEngine {
public:
    virtual ~SearchEngine() = default;
    /// Blocks until everything is done, stopped or failed. Called on a worker thread, perhaps by two sessions at
    /// once (one of them ending). Same contract as dnas::runSearch.
    virtual dnas::Result<dnas::SearchSummary> run(const dnas::SearchPlan &plan, const dnas::SearchOptions &options,
                                                  dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                                  dnas::StopToken &stop) = 0;
    /// Blocks for seconds. Called on a thread of its own. Same contract as dnas::probeSearch.
    virtual dnas::Result<dnas::ProbeResult> probe(const dnas::SearchPlan &plan, const dnas::SearchOptions &options) = 0;
};

/// dnas::engine(), loaded by the first call that needs it.
class TorchSearchEngine : public SearchEngine {
public:
    dnas::Result<dnas::SearchSummary> run(const dnas::SearchPlan &plan, const dnas::SearchOptions &options,
                                          dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                          dnas::StopToken &stop) override;
    dnas::Result<dnas::ProbeResult> probe(const dnas::SearchPlan &plan, const dnas::SearchOptions &options) override;
};

} // namespace paretoscope
