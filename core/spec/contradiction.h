// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Aims that the limits of the same run exclude. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// A sentence with numbers, or empty. Limits alone never exclude each other: the smallest network meets all of them.
/// How much of an aim they leave is found greedily, so only what misses by more than a tenth is called a contradiction.
std::string contradictionOf(const SearchPlan &plan, const RunPlan &run);

} // namespace dnas
