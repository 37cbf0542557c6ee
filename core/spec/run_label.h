// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How runs are called, "flash 25 %, latency 2.130 ms, macs λ 0.1", and what a name says.
#pragma once

#include "core/spec/search_spec.h"

#include <string>
#include <vector>

namespace dnas {

std::string targetLabel(const ObjectiveTerm &term, const TargetValue &target);
std::string strengthLabel(const ObjectiveTerm &term, double value);
/// "random widths 2, flash 25 %": `draw` from 1, or 0 for none.
std::string baselineLabel(Method method, int draw, const std::vector<std::string> &targets);

/// What a label tells apart. A search names only what differs in its sweep, a baseline names all its targets.
struct RunName {
    Method method = Method::Search;
    int draw = 0;
    std::vector<std::string> parts; ///< targets, and whatever else is no strength
};
RunName readRunLabel(const std::string &label);
/// Of a run that searches nothing: it has no strengths, and its network stays as it is.
bool namesBaseline(const std::string &label);
/// Of one that begins from random weights instead of the shared warm-up.
bool namesOwnWarmUp(const std::string &label);

} // namespace dnas
