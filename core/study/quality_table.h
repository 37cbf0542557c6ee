// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables measures and confusions: what is known of a candidate's quality beyond one figure.
#pragma once

#include "core/events/candidate.h"
#include "core/study/database.h"

namespace dnas {

/// Within the caller's transaction.
Result<void> insertDetails(Database &database, std::int64_t candidate, const std::string &split,
                           const QualityDetails &details);

} // namespace dnas
