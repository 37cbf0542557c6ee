// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See html_report.h. Not finished: the frame of the page only.
#include "core/report/html_report.h"

namespace dnas {

Result<std::string> renderHtmlReport(const Study &) { return Error{ErrorCode::Internal, "no report yet", {}}; }

} // namespace dnas
