// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the verbs print with: aligned tables for people, JSON for scripts. Everything goes to standard output, whose
// failure runCli reports once at the end. Text of files is printed without control characters, so that a stranger's
// study cannot talk to the terminal.
#pragma once

#include "core/base/printable.h"
#include "core/hardware/metric.h"
#include "core/network/network.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {
struct BoardSetup;
}

namespace paretoscope {

/// Keys stay in the order in which they were added.
using Json = nlohmann::ordered_json;

/// How a verb answers.
enum class Form { Text, Json };

void printJson(const Json &json);
void printText(std::string_view text);

enum class Align { Left, Right };
struct Column {
    std::string title;
    Align align = Align::Left;
};

/// Rows of cells as aligned text; widths count characters, not bytes.
class TextTable {
public:
    explicit TextTable(std::vector<Column> columns);
    void add(std::vector<std::string> cells); ///< missing cells are empty
    void addRule();                           ///< a line across, before totals
    bool empty() const { return m_rows.empty(); }
    std::string text(int indent = 2) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows; ///< a row without cells is a rule
};

using dnas::printable;                                             // everywhere beside printText
std::string countText(std::int64_t value);                         ///< "12 501 632"
std::string counted(std::int64_t number, const std::string &noun); ///< "1 run", "2 runs"
std::string changeText(std::int64_t from, std::int64_t to);        ///< "-1 024", "+12", "" when equal
std::string shapeText(const dnas::Shape &shape);                   ///< "16×32×32": channels, height, width
std::string sizeText(const dnas::Size2 &size);                     ///< "3×3"
/// formatMetric, or a dash when the metric is not modelled.
std::string costText(const dnas::CostSet &costs, const std::string &metric);
/// "modelled ± 15 %"
std::string originText(const dnas::CostValue &value);
/// Board, runtime and operating point, for people.
std::string setupText(const dnas::BoardSetup &setup);
/// One line for each origin that occurs: "weights, macs: counted".
std::vector<std::string> originNotes(const dnas::CostSet &costs);

Json shapeJson(const dnas::Shape &shape); ///< [channels, height, width]
/// Whole counts and bytes as integers; what is no number is null.
Json metricJson(std::string_view metric, double value);
Json numberJson(double value); ///< null for what is no number
/// Adds key, key_origin and key_error_percent of every metric; null where it is not modelled.
void putCosts(Json &object, const dnas::CostSet &costs);
/// Adds board, runtime, point and clock_mhz; null where the board has none.
void putSetup(Json &object, const dnas::BoardSetup &setup);

} // namespace paretoscope
