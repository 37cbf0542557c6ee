// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How runs are called, "flash 25 %, latency 2.13 ms, macs λ 0.1". For people: a study keeps what a run is beside it
// (run_outline.h).
#pragma once

#include "core/spec/search_spec.h"

#include <string>
#include <vector>

namespace dnas {

/// A share of the seed's in percent (six digits), else the amount with its unit and every digit.
std::string targetLabel(const ObjectiveTerm &term, const TargetValue &target);
/// "latency auto ×2", "latency raw λ 1e-06", "latency λ 0.1": six digits.
std::string strengthLabel(const ObjectiveTerm &term, double value);
/// "random widths 2, flash 25 %": `draw` from 1, or 0 for none.
std::string baselineLabel(Method method, int draw, const std::vector<std::string> &targets);

} // namespace dnas
