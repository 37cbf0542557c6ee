// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a search will take, from the ten-step probe: what `dnas search --dry-run` and the window say.
#pragma once

#include "core/search/search_run.h"

#include <algorithm>
#include <vector>

namespace paretoscope {

/// The seed network, where it is trained too, takes the epochs of a run at the speed of the warm-up.
inline double seedRunSeconds(const dnas::PhaseLengths &phases, const dnas::ProbeResult &probe)
{
    if (phases.warmUp <= 0)
        return probe.runSeconds; // nothing was measured that is closer
    return probe.warmUpSeconds / phases.warmUp * (phases.search + phases.fineTune);
}

/// The shared warm-up, then all runs as the workers take them: the seed network first.
inline double totalSeconds(const dnas::PhaseLengths &phases, std::size_t runs, const dnas::ProbeResult &probe,
                           const dnas::SearchOptions &options)
{
    std::vector<double> workers(static_cast<std::size_t>(std::max(options.jobs, 1)), 0.0);
    const auto take = [&](double seconds) {
        *std::min_element(workers.begin(), workers.end()) += seconds;
    };
    if (options.includeSeed)
        take(seedRunSeconds(phases, probe));
    for (std::size_t run = 0; run < runs; ++run)
        take(probe.runSeconds);
    return probe.warmUpSeconds + *std::max_element(workers.begin(), workers.end());
}

} // namespace paretoscope
