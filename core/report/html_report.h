// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study as one self-contained HTML page: what was asked, the front, every run, the networks, with pictures.
// No scripts, nothing loaded from elsewhere; light and dark by the reader's preference.
#pragma once

#include "core/base/result.h"
#include "core/study/study.h"

#include <string>

namespace dnas {

Result<std::string> renderHtmlReport(const Study &study);

} // namespace dnas
