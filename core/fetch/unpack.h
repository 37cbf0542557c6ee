// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Archives of strangers (tar, alone or with gzip, bzip2, xz or zstd; zip) into a folder, by libarchive. Every path is
// checked before its entry is written: no absolute path, no "..", no link that leaves the folder, nothing but files,
// folders and links inside, sizes within the limits. Unpacks into a temporary folder beside the target
// (FOLDER.unpacking) and renames, so a folder under the target's name is whole. Owners, times and modes of the archive
// are not kept. Blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace dnas {

struct UnpackRequest {
    std::filesystem::path archive;
    std::filesystem::path folder; ///< gets the contents; must not exist yet, or be empty
    /// The single folder at the top of many archives: when all entries lie in it, its contents become the folder's.
    std::string strip = {};
    std::int64_t mostBytes = std::int64_t{200} << 30; ///< all files together, unpacked
    std::int64_t mostEntries = 5'000'000;             ///< files, links and folders
    /// Unpacked bytes for each packed one; no honest data set comes near. The first 16 MiB are free.
    double mostRatio = 200;
};

struct UnpackProgress {
    std::int64_t entries = 0;
    std::int64_t bytes = 0; ///< unpacked
    double share = 0;       ///< of the archive that was read
};

struct UnpackOutcome {
    std::int64_t files = 0; ///< without folders and symbolic links
    std::int64_t bytes = 0;
};

/// Progress at most ten times a second and once at the end. Errors name the archive and the entry: damaged, truncated,
/// unknown kind, encrypted, hostile path or link, an entry that is there twice, a device, too many or too large, no
/// space (nothing half is left under the target's name, and nothing beside it), a folder that is not empty, one that
/// another process unpacks to (ErrorCode::Locked), stopped (ErrorCode::Cancelled).
Result<UnpackOutcome> unpack(const UnpackRequest &request, const std::function<void(const UnpackProgress &)> &progress,
                             const StopToken &stop);

} // namespace dnas
