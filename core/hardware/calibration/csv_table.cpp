// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// libcsv splits the cells of a line; lines, comments and the header are ours.
#include "core/hardware/calibration/csv_table.h"

#include <csv.h>

#include <optional>

namespace dnas {

namespace {

void addCell(void *cell, std::size_t length, void *cells)
{
    static_cast<std::vector<std::string> *>(cells)->emplace_back(static_cast<const char *>(cell), length);
}

/// Nothing when quotes do not balance.
std::optional<std::vector<std::string>> splitLine(std::string_view line, char separator)
{
    std::vector<std::string> cells;
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return std::nullopt;
    csv_set_delim(&parser, static_cast<unsigned char>(separator));
    const bool whole = csv_parse(&parser, line.data(), line.size(), addCell, nullptr, &cells) == line.size() &&
                       csv_fini(&parser, addCell, nullptr, &cells) == 0;
    csv_free(&parser);
    return whole ? std::optional(std::move(cells)) : std::nullopt;
}

} // namespace

Result<CsvTable> parseCsv(std::string_view text, const std::string &file)
{
    CsvTable table;
    int number = 0;
    char separator = ',';
    if (constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf"; text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.find_first_not_of(" \t,;") == std::string_view::npos || line.front() == '#')
            continue;
        if (table.header.empty() && line.find(';') != std::string_view::npos &&
            line.find(',') == std::string_view::npos)
            separator = ';'; // as spreadsheets write where the comma is the decimal point
        std::optional<std::vector<std::string>> cells = splitLine(line, separator);
        if (!cells)
            return invalidInput("quotation marks do not balance", {.file = file, .line = number});
        if (table.header.empty()) {
            table.header = std::move(*cells);
            table.headerLine = number;
        } else if (cells->size() != table.header.size()) {
            return invalidInput("has " + std::to_string(cells->size()) + " cells, the header has " +
                                    std::to_string(table.header.size()),
                                {.file = file, .line = number});
        } else {
            table.rows.push_back({number, std::move(*cells)});
        }
    }
    if (table.header.empty())
        return invalidInput("is empty; the first line names the columns", {.file = file});
    return table;
}

} // namespace dnas
