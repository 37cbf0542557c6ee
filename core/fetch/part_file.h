// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What has come of a download: TARGET.part with the first bytes of the file, and TARGET.part.json with where they are
// from. Locked against a second process while open. Killed at any moment, the two are a prefix and its origin, or
// nothing: the origin is written while the part is empty, and half an origin does not parse. Private to core/fetch.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace dnas {

/// TARGET.part
std::filesystem::path partPath(const std::filesystem::path &target);

struct PartOrigin {
    std::string url = {};
    std::string etag = {};
    std::string lastModified = {};
    std::optional<std::int64_t> size = {}; ///< of the whole file, as the server said

    /// What tells the server which version of the file the part is of (If-Range); empty when there is nothing strong.
    std::string validator() const;
};

class PartFile {
public:
    /// Creates the part when there is none. ErrorCode::Locked when another download holds it.
    static Result<PartFile> open(const std::filesystem::path &target);
    PartFile(PartFile &&) = default;
    PartFile &operator=(PartFile &&) = delete;
    /// An empty part is removed; one with bytes stays for a resume.
    ~PartFile();

    const std::filesystem::path &path() const { return m_path; }
    int descriptor() const { return m_file.number(); }
    std::int64_t bytes() const { return m_bytes; }
    /// Without an address when nothing is known.
    const PartOrigin &origin() const { return m_origin; }

    /// Empties the part and notes where its bytes will be from.
    Result<void> restart(PartOrigin origin);
    Result<void> append(const char *bytes, std::size_t count);
    /// Forgets what came.
    void discard();
    /// Syncs and gives the part the target's name. The part is not to be used afterwards.
    Result<void> finish();

    /// A note that a process killed between rename and removal has left. Call it when the target is there.
    static void removeStaleNote(const std::filesystem::path &target);

private:
    PartFile(std::filesystem::path target, Descriptor file, std::int64_t bytes);
    void readOrigin();

    std::filesystem::path m_target;
    std::filesystem::path m_path;
    std::filesystem::path m_notePath;
    Descriptor m_file;
    std::int64_t m_bytes = 0;
    PartOrigin m_origin;
};

} // namespace dnas
