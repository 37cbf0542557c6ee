// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as text for files: independent of the locale.
#pragma once

#include <string>

namespace dnas {

/// The shortest text that reads back as the same number.
std::string exactNumber(double value);

} // namespace dnas
