// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of a data set with their labels and splits, before anything is decoded. Made from a folder's layout by one
// file a format: class_folders, tiny_imagenet, speech_commands, machine_sounds.
#pragma once

#include "core/base/result.h"
#include "core/data/data_set.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dnas {

struct Sample {
    std::string file; ///< below the list's folder, with /
    int label = 0;
    Split split = Split::Train;
    int group = -1;   ///< of one speaker or machine; -1: of none
    double start = 0; ///< seconds into the file; sounds only
};

struct SampleList {
    std::filesystem::path folder = {};
    std::vector<Sample> samples = {};     ///< by file name: the order never depends on the file system
    std::vector<DataFinding> notes = {};  ///< what is odd about it and does not forbid its use
    bool hasValidation = false;           ///< the layout says which; else it is taken from the training samples
    bool drawsTest = false;               ///< see takeTest
    bool sharesTest = false;              ///< the validation split was taken from the data's test samples
    bool splitByGroup = false;            ///< validation takes whole groups
    std::vector<std::string> groups = {}; ///< names, by Sample::group
};

} // namespace dnas
