// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Creates what an archive holds below one folder, step by step through open folders and never through a link, so that
// nothing can land elsewhere whatever the names say. Replaces nothing. Private to core/fetch.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"
#include "core/fetch/entry_path.h"

#include <cstdint>

namespace dnas {

class FolderWriter {
public:
    /// `folder` must stay open while the writer is used.
    explicit FolderWriter(int folder)
        : m_folder(folder)
    {
    }

    /// Folders on the way are made for all of these. The path must not be empty.
    Result<void> makeFolder(const EntryPath &path);
    Result<Descriptor> createFile(const EntryPath &path);
    Result<void> makeSymbolicLink(const EntryPath &path, const std::string &target);
    /// `to` is a file that was created here.
    Result<void> makeHardLink(const EntryPath &path, const EntryPath &to);

    std::int64_t folders() const { return m_folders; } ///< that were made

private:
    Result<int> parentOf(const EntryPath &path);

    int m_folder;
    std::int64_t m_folders = 0;
    EntryPath m_lastParent; ///< most entries lie beside the one before
    Descriptor m_lastOpened;
};

} // namespace dnas
