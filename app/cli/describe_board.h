// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas describe board: memories, operating points, runtimes with their coefficients and where these come from.
#pragma once

#include "app/cli/output.h"

#include <string>

namespace paretoscope {

/// Prints; returns the exit code.
int describeBoard(const std::string &nameOrPath, Form form);

} // namespace paretoscope
