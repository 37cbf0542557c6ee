// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One GET by libcurl: redirects within limits, stop and stall seen at once, also while the server is silent. Knows
// nothing of files and resumes; those are the sink's. Blocks; any thread. Private to core/fetch.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace dnas {

struct HttpRequest {
    std::string url;
    std::int64_t from = 0;      ///< first byte that is asked for
    std::string validator = {}; ///< with `from`: the whole file instead when it has changed
    std::chrono::seconds stall{60};
    int mostRedirects = 8;
};

/// Of the last response, after redirects.
struct HttpHead {
    long status = 0;
    std::optional<std::int64_t> length = {}; ///< of the body, as the server says
    std::string contentRange = {};
    std::string etag = {};
    std::string lastModified = {};
};

class HttpSink {
public:
    virtual ~HttpSink() = default;
    /// Once, before the body, also when that is empty. An error ends the transfer and is its result.
    virtual Result<void> begin(const HttpHead &head) = 0;
    virtual Result<void> bytes(const char *bytes, std::size_t count) = 0;
};

/// `tick` is called about ten times a second. Errors: see download(); those of the sink as they are.
Result<void> httpGet(const HttpRequest &request, HttpSink &sink, const std::function<void()> &tick,
                     const StopToken &stop);

} // namespace dnas
