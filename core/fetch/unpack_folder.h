// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The temporary folder that an archive is unpacked into: FOLDER.unpacking beside the folder, locked while it is used.
// What a process that was killed has left in it is removed at the next go. Private to core/fetch.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace dnas {

class UnpackFolder {
public:
    /// An error when the folder is there and not empty, or when another process unpacks to it (ErrorCode::Locked).
    static Result<UnpackFolder> open(const std::filesystem::path &folder);
    UnpackFolder(UnpackFolder &&) = default;
    UnpackFolder &operator=(UnpackFolder &&) = delete;
    /// Removes what is there, unless it has got the folder's name.
    ~UnpackFolder();

    const std::filesystem::path &path() const { return m_path; }
    int descriptor() const { return m_opened.number(); }

    /// Syncs, and gives it the folder's name; or to the folder `strip` in it, when there is nothing else.
    Result<void> finish(const std::string &strip);

private:
    UnpackFolder(std::filesystem::path folder, std::filesystem::path path, Descriptor opened);

    std::filesystem::path m_folder;
    std::filesystem::path m_path;
    Descriptor m_opened;
};

} // namespace dnas
