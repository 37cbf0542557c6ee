// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file as memory, read-only.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace dnas {

class MappedFile {
public:
    /// All of it.
    static Result<MappedFile> open(const std::filesystem::path &path);
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    /// Its pages count as memory of the process no longer until they are read again. Any thread.
    void release() const;

private:
    MappedFile() = default;

    std::byte *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace dnas
