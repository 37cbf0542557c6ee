// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a study keeps of a plan.
#pragma once

#include "core/spec/search_spec.h"
#include "core/study/study.h"

namespace dnas {

/// Resolved texts and seed costs of a plan.
StudySpec studySpecOf(const SearchPlan &plan);

} // namespace dnas
