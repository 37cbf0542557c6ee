// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a run set out to do, as verbs tell it.
#pragma once

#include "app/cli/output.h"
#include "core/hardware/metric.h"
#include "core/spec/run_outline.h"

#include <optional>
#include <string>

namespace paretoscope {

/// method, draw, epochs, targets; null where it is not known.
Json outlineJson(const std::optional<dnas::RunOutline> &outline);
/// "limit 19.2 KiB, 0.4 % below", "aim 2.13 ms, 12 % above (steered)": what a metric costs against its target, in the
/// metric's unit.
std::string againstTarget(const dnas::RunTarget &target, double cost);

} // namespace paretoscope
