// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file as memory: read-only, or written under a temporary name until it is whole. The disk space is taken before
// anything is written, so a full disk is an error and never a signal.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace dnas {

class MappedFile {
public:
    /// Read-only, all of it.
    static Result<MappedFile> open(const std::filesystem::path &path);
    /// New and writable, `bytes` zeros. Nothing lies at `path` before keep().
    static Result<MappedFile> create(const std::filesystem::path &path, std::size_t bytes);
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&) = delete;
    ~MappedFile(); ///< what was created and not kept is deleted

    std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    std::span<std::byte> writable() { return {m_data, m_size}; }
    /// Gives a created file its name, with `tail` behind what was mapped.
    Result<void> keep(std::string_view tail = {});

private:
    MappedFile() = default;

    std::byte *m_data = nullptr;
    std::size_t m_size = 0;
    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty once it is kept, or when it was opened
};

} // namespace dnas
