// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas show FILE CANDIDATE: its figures, layers, widths against the seed, and how its training went.
#pragma once

#include "app/cli/output.h"
#include "core/study/study.h"

#include <string>

namespace paretoscope {

/// Prints; returns the exit code.
int showCandidate(const dnas::Study &study, const std::string &name, Form form);

} // namespace paretoscope
