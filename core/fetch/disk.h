// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What downloading and unpacking share of the disk: room on it, whole writes. Private to
// core/fetch.
#pragma once

#include "core/base/result.h"
#include "core/base/system_error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace dnas {

/// Bytes for people: "812 bytes", "2.4 GB".
std::string sizeText(std::int64_t bytes);

/// An error when the disk of `folder` has less than `bytes` left; success when the disk does not say.
Result<void> checkRoom(const std::filesystem::path &folder, std::int64_t bytes);

/// All bytes at the offset; false leaves errno.
bool writeWhole(int descriptor, const void *bytes, std::size_t count, std::int64_t offset);

/// The folder that holds `path`, "." for a bare name.
std::filesystem::path folderOf(const std::filesystem::path &path);

} // namespace dnas
