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
    double test = 0.2;                ///< share of each class, where there is no folder for it
    const StopToken *stop = nullptr;
};

/// Errors: no such folder, a class without a folder or without a file to train on, each with the names that are there.
/// Folders that are no class are noted.
Result<SampleList> listClassFolders(const std::filesystem::path &folder, const ClassFolderOptions &options);

/// A folder that holds one split.
struct SplitFolder {
    std::string name;
    Split split;
};

/// train (training), validation (val, valid) and test (testing), in any case, unless a class is called so. Empty where
/// there is no such folder to train on, or nothing beside it.
std::vector<SplitFolder> splitFoldersOf(const std::vector<std::string> &folders,
                                        const std::vector<std::string> &classes);
/// The one of them to train on; empty: none.
std::string trainingFolder(const std::vector<std::string> &folders);

/// The classes that a folder of that layout has. Errors: as above; fewer than two.
Result<std::vector<std::string>> findClasses(const std::filesystem::path &folder);

} // namespace dnas
