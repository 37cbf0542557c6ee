// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of the known layouts a stranger's folder has, by its names alone: nothing is decoded.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

struct FolderLayout {
    std::string format;                    ///< of DataSource
    std::vector<std::string> classes = {}; ///< in the order of the labels
    int classCount = 0;                    ///< tiny_imagenet names none
    std::vector<DataFinding> odd = {};     ///< what will be left out, and why
};

/// Formats tiny_imagenet, machine_sounds, speech_commands, pictures and sounds. Errors: no such folder, what has a
/// benchmark of its own (CIFAR), fewer than two classes with files, pictures and sounds in equal number.
Result<FolderLayout> recogniseFolder(const std::filesystem::path &folder);

} // namespace dnas
