// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SHA-256 and MD5 of a whole file in pieces, however large it is. Private to core/fetch.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace dnas {

struct Digests {
    std::string sha256; ///< 64 hexadecimal digits, small letters
    std::string md5;    ///< 32, or empty when it was not asked for
};

enum class DigestKinds { Sha256, Sha256AndMd5 };

/// Reads the open file from its start; `read` hears how many bytes are done. `path` is for messages.
Result<Digests> digestsOf(int descriptor, const std::filesystem::path &path, DigestKinds kinds,
                          const std::function<void(std::int64_t)> &read, const StopToken &stop);

} // namespace dnas
