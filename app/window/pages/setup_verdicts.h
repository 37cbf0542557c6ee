// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a plan says of its limits, in words for Setup: at each term, and beside Start.
#pragma once

#include "core/spec/search_spec.h"

#include <QString>

namespace paretoscope {

class ObjectiveEditor;

/// At each row of the objective the worst that is said of it, and what to do about it.
void showVerdicts(const dnas::SearchPlan &plan, ObjectiveEditor &objective);

/// What keeps the plan from being searched, in short: why stands at the terms. Empty when nothing does.
QString unreachableText(const dnas::SearchPlan &plan);

} // namespace paretoscope
