// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// KEY=VALUE as `dnas steer` and `dnas fork` take them, held against the run that they are meant for.
#pragma once

#include "core/events/search_observer.h"
#include "core/study/study.h"

#include <string>
#include <vector>

namespace paretoscope {

/// "strength.METRIC=0.5", "target.METRIC=64 KiB" (or "30%" of the seed's), "learning_rate=1e-4". The error says what is
/// known, or what the range is; a target that the space cannot reach is OutOfReach. Requests carry the run.
dnas::Result<std::vector<dnas::SteeringRequest>>
readSteeringKeys(const std::vector<std::string> &texts, const dnas::StudyRun &run, const dnas::StudySpec &spec);

/// Whether the targets of a run, as they stand after `requests`, can be met together: what a spec with these targets
/// would be refused for is refused here. `last`: its targets by term as the search had them last; empty: as planned.
/// Where the spec's files are gone, nothing is refused.
dnas::Result<void> requireReachable(const std::vector<dnas::SteeringRequest> &requests, const dnas::StudyRun &run,
                                    const std::vector<dnas::StudyRun> &runs, const dnas::StudySpec &spec,
                                    const std::vector<double> &last);

/// By term, as the search had them in its last epoch; empty: it has not begun.
std::vector<double> targetsIn(const std::vector<dnas::EpochReport> &history);

/// A run among its study's, with what the study was made from.
struct NamedRun {
    dnas::StudyRun run;
    std::vector<dnas::StudyRun> runs;
    dnas::StudySpec spec;
};
/// The run of this number; the error lists those that there are.
dnas::Result<NamedRun> findRun(const dnas::Study &study, const std::string &number);

} // namespace paretoscope
