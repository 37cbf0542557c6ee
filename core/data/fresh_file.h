// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file that is written under a temporary name until it is whole. Its disk space is taken before anything is written,
// so a full disk is told at once. Written piece by piece, not mapped: a mapped file counts as memory of the process.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace dnas {

class FreshFile {
public:
    /// `bytes` zeros. Nothing lies at `path` before keep(). Errors: no permission, no room (how much is needed).
    static Result<FreshFile> create(const std::filesystem::path &path, std::size_t bytes);
    FreshFile(FreshFile &&other) noexcept;
    FreshFile &operator=(FreshFile &&) = delete;
    ~FreshFile(); ///< what was not kept is deleted

    /// Any thread; grows the file where it reaches behind its end.
    Result<void> write(std::size_t offset, std::span<const std::byte> bytes) const;
    /// On the disk and under its name.
    Result<void> keep();

private:
    FreshFile() = default;

    Descriptor m_file;
    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty once it is kept
};

} // namespace dnas
