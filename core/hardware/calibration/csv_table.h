// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table of a CSV file (comma or semicolon, double quotes; lines that begin with # are comments), by the names of its
// header.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct CsvTable {
    struct Row {
        int line = 0;
        std::vector<std::string> cells; ///< as many as the header has; blanks trimmed
    };
    std::vector<std::string> header;
    int headerLine = 0;
    std::vector<Row> rows;
};

/// Errors name `file` and the line: unbalanced quotes, a row with more or fewer cells than the header, no header.
Result<CsvTable> parseCsv(std::string_view text, const std::string &file);

} // namespace dnas
