// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another way to run on the same board, for targets that are out of reach. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// "operating point vos0-480mhz", "runtime X at operating point Y": of the board's kernel libraries and points the
/// first where each target can be met, the present library first; empty when there is none. Points of clock tables
/// are too many to try.
std::string otherSetup(const SearchPlan &plan);

} // namespace dnas
