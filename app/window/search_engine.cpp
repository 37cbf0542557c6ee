// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See search_engine.h.
#include "app/window/search_engine.h"

#include "core/engine/engine.h"

namespace paretoscope {

dnas::Result<dnas::SearchSummary> TorchSearchEngine::run(const dnas::SearchPlan &plan,
                                                         const dnas::SearchOptions &options,
                                                         dnas::SearchObserver &observer, dnas::SearchControls &controls,
                                                         dnas::StopToken &stop)
{
    const auto engine = dnas::engine();
    if (!engine.ok())
        return engine.error();
    return (*engine)->runSearch(plan, options, observer, controls, stop);
}

dnas::Result<dnas::ProbeResult> TorchSearchEngine::probe(const dnas::SearchPlan &plan,
                                                         const dnas::SearchOptions &options)
{
    const auto engine = dnas::engine();
    if (!engine.ok())
        return engine.error();
    return (*engine)->probeSearch(plan, options);
}

} // namespace paretoscope
