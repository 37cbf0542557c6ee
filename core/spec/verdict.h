// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every target of a sweep against what the space can reach. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// One verdict per distinct target, in the order of the spec. Every term's metric must be in `bounds`. A target that
/// lies above the least by less than the error of `seedCost`'s figure is tight.
std::vector<LimitVerdict> judgeTargets(const SearchSpec &spec, const std::map<std::string, SpaceCost::Bounds> &bounds,
                                       const CostSet &seedCost = {});

/// "1 254 weights", "12.3 KiB of flash", "4.20 ms of latency".
std::string amountOf(const std::string &metric, double value);
/// "1 254", "12.3 KiB", "4.20 ms".
std::string bareAmount(const std::string &metric, double value);
/// 0.097 → "9.7 %", 0.12 → "12 %".
std::string roundedPercent(double share);

} // namespace dnas
