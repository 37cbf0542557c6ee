// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tells two specs apart, for messages.
#pragma once

#include <string>

namespace dnas {

/// The first setting that differs between two texts of writeSpec(): "phases.search is 6 there and 8 here". Empty when
/// none does, or when a text cannot be read.
std::string specDifference(const std::string &there, const std::string &here);

} // namespace dnas
