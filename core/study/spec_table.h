// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing what a study is about: resolved texts, seed costs, environment.
#pragma once

#include "core/study/database.h"
#include "core/study/study.h"

namespace dnas {

/// Inside a transaction; replaces what is there.
Result<void> writeSpecTables(Database &database, const StudySpec &spec, const StudyEnvironment &environment);
Result<void> writeSpecTables(Database &database, const StudySpec &spec);

} // namespace dnas
