// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every target of a sweep against what the space can reach. Private to this folder.
#pragma once

#include "core/spec/search_spec.h"

namespace dnas {

/// One verdict per distinct target, in the order of the spec. Every term's metric must be in `bounds`.
std::vector<LimitVerdict> judgeTargets(const SearchSpec &spec, const std::map<std::string, SpaceCost::Bounds> &bounds);

} // namespace dnas
