// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a benchmark's data come from: its `fetch:`. Values only; core/fetch does it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dnas {

class YamlReader;

/// An archive whose contents become the benchmark's folder.
struct DataOrigin {
    std::string url;
    std::int64_t size = 0; ///< bytes; 0: not published
    std::string sha256;    ///< hexadecimal; empty: not published
    std::string md5;       ///< the same
    std::string source;    ///< who says size and digests
    std::string top;       ///< the folder within the archive that is wanted; empty: all of it
};

DataOrigin readDataOrigin(const YamlReader &node);

} // namespace dnas
