// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An ordinary file that is open for reading, for decoders that want only a few bytes of a large one. Internal to media.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace dnas {

class RegularFile {
public:
    /// Never blocks. Errors name the file: cannot be opened and why, a folder, a device or pipe.
    static Result<RegularFile> open(const std::filesystem::path &path);
    std::int64_t size() const { return m_size; }
    /// Fills `out` from the byte `offset` on and returns how many there were; fewer only at the file's end.
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::uint8_t> out) const;

private:
    RegularFile(std::filesystem::path path, int descriptor);
    std::filesystem::path m_path;
    Descriptor m_descriptor;
    std::int64_t m_size = 0;
};

} // namespace dnas
