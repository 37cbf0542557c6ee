// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An archive from the web as a folder: fetched, checked, unpacked. Goes on with what an earlier go left. Blocks; any
// thread.
#pragma once

#include "core/fetch/download.h"
#include "core/fetch/unpack.h"

namespace dnas {

struct FolderRequest {
    DownloadRequest archive;      ///< its target: where the archive lies meanwhile
    std::filesystem::path folder; ///< must not exist yet, or be empty
    std::string strip = {};       ///< see UnpackRequest
};

struct FolderOutcome {
    DownloadOutcome archive;
    UnpackOutcome contents;
};

struct FolderProgress {
    std::function<void(const DownloadProgress &)> download;
    std::function<void(const UnpackProgress &)> unpack;
};

/// An error when the folder is there and not empty, with what to do.
Result<void> requireFreeFolder(const FolderRequest &request);

/// The archive is deleted when it is unpacked. Errors: those of both.
Result<FolderOutcome> fetchFolder(const FolderRequest &request, const FolderProgress &progress, const StopToken &stop);

} // namespace dnas
