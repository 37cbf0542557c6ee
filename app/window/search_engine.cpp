// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See search_engine.h.
#include "app/window/search_engine.h"

namespace paretoscope {

dnas::Result<dnas::SearchSummary> TorchSearchEngine::run(const dnas::SearchPlan &plan,
                                                         const dnas::SearchOptions &options,
                                                         dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                                         dnas::StopToken &stop)
{
    return dnas::runSearch(plan, options, observer, controls, stop);
}

dnas::Result<dnas::ProbeResult> TorchSearchEngine::probe(const dnas::SearchPlan &plan,
                                                         const dnas::SearchOptions &options)
{
    return dnas::probeSearch(plan, options);
}

} // namespace paretoscope
