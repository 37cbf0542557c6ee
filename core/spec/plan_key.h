// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Identity of a run and of a shared warm-up: SHA-256 over everything that decides the result, and over nothing
// else (not the position in a sweep, not the other runs, not names of files). Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// What a plan's keys are made of, beside the plan itself.
struct PlanTexts {
    std::string startWeights; ///< SHA-256 of the file's bytes; empty: none
};

/// Of the run that trains the seed network for the same total. Needs the plan's key of the warm-up.
std::string seedRunKey(const SearchPlan &plan);
/// Needs benchmark, setup, recipe, spec and the texts of the plan.
std::string warmUpKey(const SearchPlan &plan, const PlanTexts &texts);
std::string runKey(const SearchPlan &plan, const PlanTexts &texts, const RunPlan &run);

} // namespace dnas
