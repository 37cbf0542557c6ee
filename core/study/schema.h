// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of a study file, and the marks that tell it from other SQLite files. docs/study_format.md.
#pragma once

#include "core/study/database.h"

#include <cstdint>
#include <filesystem>

namespace dnas {

inline constexpr std::uint32_t kStudyApplicationId = 0x50415245; ///< "PARE"
inline constexpr int kStudyVersion = 4;

/// The tables and marks of a new study, in one transaction.
Result<void> createSchema(Database &database, int version = kStudyVersion);
/// The format that its marks name.
Result<int> formatOf(Database &database);
/// Makes a study of an earlier format one of this format, in one transaction; its content stays.
Result<void> upgradeSchema(Database &database);
/// A file that can be opened, and waits for nobody. Does not open it.
Result<void> checkFile(const std::filesystem::path &path);
/// The first 100 bytes: a study of a version that we read. Before SQLite has read anything of it.
Result<void> checkHeader(Database &database, const std::filesystem::path &path);
/// The tables are exactly those that we make (so a stranger's file has no generated columns, views or triggers),
/// and the pages are sound.
Result<void> checkContents(Database &database, const std::filesystem::path &path);

} // namespace dnas
