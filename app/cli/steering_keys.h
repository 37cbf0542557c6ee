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

/// The run of this number; the error lists those that there are.
dnas::Result<dnas::StudyRun> findRun(const std::vector<dnas::StudyRun> &runs, const std::string &number,
                                     const std::filesystem::path &study);

} // namespace paretoscope
