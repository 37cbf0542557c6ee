// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which candidate of a study is meant by its best one.
#pragma once

#include "core/study/study.h"

#include <span>

namespace dnas {

/// The highest validation quality of the finished ones that meet their limits; of equal ones that with fewer weights,
/// of those the first. Null where there is none.
const CandidateSummary *bestCandidate(std::span<const CandidateSummary> candidates);

} // namespace dnas
