// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An archive as a row of entries, read by libarchive: only the kinds that are expected, with a stop that is seen also
// inside of libarchive. Judges damage, not names. Private to core/fetch.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct archive;
struct archive_entry;

namespace dnas {

class ArchiveInput {
public:
    /// Bytes of an entry; between two of them may be a hole.
    struct Block {
        std::int64_t offset = 0;
        std::span<const std::byte> bytes = {}; ///< valid until the next call
    };

    static Result<std::unique_ptr<ArchiveInput>> open(const std::filesystem::path &path, const StopToken &stop);
    ~ArchiveInput();

    /// Null after the last one; valid until the next call.
    Result<archive_entry *> next();
    /// Nothing after the last one of the entry.
    Result<std::optional<Block>> read();

    std::int64_t size() const { return m_size; } ///< of the archive itself
    double share() const;                        ///< of the archive that lies before the place of reading

private:
    ArchiveInput(const std::filesystem::path &path, const StopToken &stop, Descriptor file, std::int64_t size);
    Result<void> start();
    Error damage() const;
    static ssize_t readMore(archive *reader, void *self, const void **bytes);
    static std::int64_t seek(archive *reader, void *self, std::int64_t offset, int whence);

    std::filesystem::path m_path;
    const StopToken &m_stop;
    Descriptor m_file;
    std::int64_t m_size;
    std::int64_t m_at = 0;
    std::vector<char> m_buffer;
    std::unique_ptr<archive, int (*)(archive *)> m_reader;
};

} // namespace dnas
