// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a candidate gets right and wrong, for dnas show: by class or by machine, both splits side by side.
#pragma once

#include "app/cli/output.h"
#include "core/report/quality_details.h"

namespace paretoscope {

/// Null where nothing is known: candidates of older studies.
Json splitQualityJson(const dnas::SplitQuality &quality);
/// Tables for people, with an empty line before each; empty where nothing is known.
std::string qualityTables(const dnas::CandidateQuality &quality);

} // namespace paretoscope
