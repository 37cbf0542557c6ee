// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One file from a web server, by libcurl: with progress, resume, and checks of size and digest. It is written under a
// temporary name beside its target (TARGET.part, with TARGET.part.json that says where its bytes are from) and gets the
// target's name only when every check has passed, so what lies under the target's name is whole. Blocks; any thread,
// one download a target at a time (the part is locked; a second one is told).
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace dnas {

struct DownloadRequest {
    std::string url;                       ///< http or https
    std::filesystem::path target;          ///< its folder is made when it is not there
    std::optional<std::int64_t> size = {}; ///< bytes, where it is published
    std::string sha256 = {};               ///< hexadecimal, where it is published
    std::string md5 = {};                  ///< the same, where there is only that; both are checked when given
    std::int64_t mostBytes = std::int64_t{200} << 30; ///< when no size is published
    std::chrono::seconds stall{60}; ///< without a byte for so long: an error; what came stays for a resume
    int mostRedirects = 8;
};

enum class DownloadStage {
    Fetching,
    Checking, ///< the digest of the whole file is computed, from the disk
};

struct DownloadProgress {
    DownloadStage stage = DownloadStage::Fetching;
    std::int64_t bytes = 0; ///< of the file that are here, those of earlier goes too; or that are checked
    std::optional<std::int64_t> size = {};
    double bytesPerSecond = 0; ///< of the last seconds
    std::optional<double> secondsLeft = {};
};

struct DownloadOutcome {
    std::string sha256 = {}; ///< of the whole file
    std::int64_t bytes = 0;
    std::int64_t resumedAt = 0; ///< so much was there from an earlier go; 0: fetched from the start
    bool verified = false;      ///< against a published digest
    bool wasThere = false;      ///< nothing was fetched: the target was there and is what was asked for
};

/// Goes on with what an earlier, interrupted download left (If-Range with the server's validator; from the start when
/// the file has changed there, the address is another, or the server cannot continue). A target that is there is taken
/// as it is when size and digests fit, as far as they are published; otherwise it is replaced once the new file has
/// passed. Progress at most ten times a second and once at the end of the checks. A stop is seen within some tenths of
/// a second. Errors, each in one line with the remedy: no such host, refused, status other than success, too many
/// redirects, another protocol after a redirect (also http after https), stalled, connection closed early, longer or
/// shorter than promised, digest differs (the file is thrown away and never gets the target's name), disk full (what
/// came stays), held by another download (ErrorCode::Locked), stopped (ErrorCode::Cancelled). What came stays for a
/// resume, except when it is longer than promised or its digest differs.
Result<DownloadOutcome> download(const DownloadRequest &request,
                                 const std::function<void(const DownloadProgress &)> &progress, const StopToken &stop);

} // namespace dnas
