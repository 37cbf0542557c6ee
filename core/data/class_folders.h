// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures or sounds of a user: one folder a class. Either FOLDER/CLASS/…, where a share of each class becomes the test
// set, or FOLDER/train/CLASS/… with test/ and, if wished, validation/ (or val/) beside it.
#pragma once

#include "core/data/file_listing.h"
#include "core/data/sample_list.h"

namespace dnas {

struct ClassFolderOptions {
    FileKind kind = FileKind::Picture;
    std::vector<std::string> classes; ///< names of the folders, in the order of the labels
    double test = 0.2;                ///< share of each class, where there is no folder test/
    const StopToken *stop = nullptr;
};

/// Errors: no such folder, a class without a folder or without a file to train on, each with the names that are there.
/// Folders that are no class are noted.
Result<SampleList> listClassFolders(const std::filesystem::path &folder, const ClassFolderOptions &options);

/// The classes that a folder of that layout has. Errors: as above; fewer than two.
Result<std::vector<std::string>> findClasses(const std::filesystem::path &folder);

} // namespace dnas
