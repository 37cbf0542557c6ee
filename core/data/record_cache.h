// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is decoded once and read often – pictures, waveforms, features – as records of equal size in one file that is
// mapped into memory, so that large data sets take no memory of their own and a second search begins at once. A file's
// name is the SHA-256 of what went into it. Below the cache folder; whatever lies there can be deleted.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/base/work_progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dnas {

/// $PARETOSCOPE_CACHE, else $XDG_CACHE_HOME/paretoscope (~/.cache/paretoscope).
std::filesystem::path cacheFolder();

/// A read-only mapping; records stay valid as long as it lives.
class Records {
public:
    virtual ~Records() = default;
    virtual std::span<const std::byte> record(std::int64_t index) const = 0;
    virtual std::int64_t size() const = 0;
    /// Records that could not be made, and why; their bytes are 0.
    struct Failure {
        std::int64_t record = 0;
        std::string reason;
    };
    virtual const std::vector<Failure> &failures() const = 0;
    virtual const std::string &key() const = 0; ///< SHA-256 of everything that decides the contents
    /// For who has read many records in turn: their pages are no longer counted as memory of the process. They stay
    /// valid, and come back as they are read.
    virtual void release() const = 0;
};

struct RecordRequest {
    std::string what;    ///< for progress: "reading pictures"
    std::string recipe;  ///< everything besides the sources that decides the bytes, with a version
    std::string sources; ///< digest of what the records are made from
    std::int64_t records = 0;
    std::size_t bytes = 0; ///< of a record
    /// Fills one record, which is zeros; called from several threads. An error fails this record only.
    std::function<Result<void>(std::int64_t record, std::span<std::byte> out)> make;
};

/// Maps the file, making it first where it is not there. Several processes may ask at once: each makes its own under a
/// temporary name, and the last one stays. Errors: no space (how much is needed, and where), no permission, stopped. A
/// damaged file is made anew.
Result<std::shared_ptr<const Records>> openRecords(const RecordRequest &request, const WorkProgressFunction &progress,
                                                   const StopToken *stop);

} // namespace dnas
