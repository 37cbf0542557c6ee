// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can go wrong between here and a server, in words and with a remedy. Private to core/fetch.
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace dnas {

bool isHttps(const std::string &url);
/// http or https, in any letters.
bool isHttp(const std::string &url);

/// `code` is a CURLcode, `detail` libcurl's own words, which may be empty.
Error transferError(const std::string &url, int code, const std::string &detail);
/// Of a response that is no success.
Error statusError(const std::string &url, long status);
Error stalledError(const std::string &url, std::chrono::seconds silence);
Error closedEarlyError(const std::string &url, std::int64_t came, std::int64_t promised);

} // namespace dnas
