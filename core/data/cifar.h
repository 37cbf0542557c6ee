// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading the binary layout of CIFAR-10 and CIFAR-100 (A. Krizhevsky, "Learning Multiple Layers of Features from
// Tiny Images", 2009). A record is one label byte (CIFAR-100: the coarse label, then the fine one) and 3 planes of
// 32x32 bytes: red, green, blue. Strict: what is not exactly that is an error that names file and record.
#pragma once

#include "core/base/result.h"
#include "core/data/image_set.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct CifarFormat {
    std::string name;    ///< cifar10, cifar100
    std::string folder;  ///< as its archive unpacks
    std::string archive; ///< file name at the authors' page
    std::vector<std::string> trainFiles;
    std::string testFile;
    int coarseClasses = 0; ///< 0: records carry no coarse label
    int classes = 0;
    std::int64_t fileRecords = 0; ///< in a complete training file
    std::int64_t testRecords = 0; ///< in a complete test file

    Shape shape() const { return {3, 32, 32}; }
    std::int64_t recordBytes() const { return (coarseClasses > 0 ? 2 : 1) + shape().elements(); }
    /// What to do when files are missing or damaged.
    std::string remedy() const;
};

/// The format of that name, or nullptr.
const CifarFormat *findCifarFormat(std::string_view name);

/// Where the files are: `dataFolder`/`subfolder`, or `dataFolder` itself when the test file lies right there.
std::filesystem::path cifarFolder(const CifarFormat &format, const std::filesystem::path &dataFolder,
                                  const std::string &subfolder);

/// Records in a file by its size. Errors: missing, not a file, empty, not a whole number of records.
Result<std::int64_t> countCifarRecords(const CifarFormat &format, const std::filesystem::path &file);

/// Reads `records` records: labels to `labels`, and pixels, interleaved, to `pixels` unless it is nullptr (then the
/// labels are only checked). Both have room for all of them. Errors: unreadable, shorter than thought, bad label.
Result<void> readCifarRecords(const CifarFormat &format, const std::filesystem::path &file, std::int64_t records,
                              std::uint8_t *labels, std::uint8_t *pixels);

/// All records of a folder.
Result<ImageSet> readCifar(const CifarFormat &format, const std::filesystem::path &folder);

} // namespace dnas
