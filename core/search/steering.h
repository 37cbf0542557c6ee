// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a steering request does to the terms of a run. Torch-free.
#pragma once

#include "core/events/search_observer.h"
#include "core/objective/objective.h"

#include <vector>

namespace dnas {

/// Sets strength or target of every term of the metric that the key names; a strength set by hand follows no schedule
/// any more. Returns a change by term, without run, place and request; none when no term is of this metric.
std::vector<SteeringChanged> steerTerms(std::vector<ActiveTerm> &terms, const SteeringRequest &request, int epoch,
                                        int epochs);

} // namespace dnas
