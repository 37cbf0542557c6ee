// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recipes for a user's own samples, as text for his benchmark file. Private to this folder.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

inline constexpr double kFolderValidation = 0.15;

/// `recipe:` and `recipes:` with `short` and `full`, by the kind of data, their number and how even the classes are.
std::string folderRecipes(const Benchmark &benchmark, const DataReport &report);

} // namespace dnas
