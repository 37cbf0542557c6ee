// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The data of a plan: its benchmark, split by the plan's seed.
#pragma once

#include "core/data/data_set.h"
#include "core/spec/search_spec.h"
#include "core/study/study.h"

namespace dnas {

Result<std::shared_ptr<const DataSet>> openPlanData(const SearchPlan &plan, const std::filesystem::path &folder,
                                                    const WorkProgressFunction &progress = {},
                                                    const StopToken *stop = nullptr);

/// What a study keeps of them.
StudySamples samplesOf(const DataSet &data);

} // namespace dnas
