// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a table of text to measurements.
#include "core/hardware/calibration/measurements.h"

#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/base/names.h"
#include "core/hardware/calibration/csv_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace dnas {

namespace {

struct UnitColumn {
    std::string_view name;
    bool energy;
    double factor; ///< to ms or µJ
};
constexpr std::array kUnitColumns{UnitColumn{"latency_ms", false, 1},  UnitColumn{"latency_us", false, 1e-3},
                                  UnitColumn{"latency_s", false, 1e3}, UnitColumn{"energy_uj", true, 1},
                                  UnitColumn{"energy_mj", true, 1e3},  UnitColumn{"energy_nj", true, 1e-3}};
constexpr std::array<std::string_view, 16> kTextColumns{
    "network", "layer",       "board", "runtime", "point",          "supply",     "chip",      "core",
    "lanes",   "accelerator", "work",  "library", "library_before", "generation", "submitter", "round"};

const UnitColumn *unitColumn(std::string_view name)
{
    const auto *found = std::find_if(kUnitColumns.begin(), kUnitColumns.end(),
                                     [&](const UnitColumn &column) { return column.name == name; });
    return found == kUnitColumns.end() ? nullptr : found;
}

std::string unitNames() { return joined(kUnitColumns, &UnitColumn::name); }

std::string unknownColumn(const std::string &name)
{
    std::vector<std::string> known(kTextColumns.begin(), kTextColumns.end());
    known.emplace_back("clock_mhz");
    for (const UnitColumn &column : kUnitColumns)
        known.emplace_back(column.name);
    const std::string meant = nearestName(name, known);
    return "unknown column '" + name + "'" + (meant.empty() ? "" : ", did you mean " + meant + "?") +
           "; known: " + joined(known);
}

constexpr double kLeast = 1e-9;
constexpr double kMost = 1e12;
// No device's clock is beyond these; hertz or gigahertz in the column are.
constexpr double kLeastMhz = 0.01;
constexpr double kMostMhz = 20'000;

/// Reads one row; remembers the first error.
class RowReader {
public:
    RowReader(const CsvTable &table, const CsvTable::Row &row, const std::string &file)
        : m_table(table)
        , m_row(row)
        , m_file(file)
    {
    }
    std::string text(std::string_view column) const
    {
        const auto found = std::find(m_table.header.begin(), m_table.header.end(), column);
        return found == m_table.header.end() ? std::string()
                                             : m_row.cells[static_cast<std::size_t>(found - m_table.header.begin())];
    }
    std::optional<double> positive(std::string_view column)
    {
        const std::string cell = text(column);
        if (cell.empty())
            return std::nullopt;
        double value = 0;
        const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (failure != std::errc() || end != cell.data() + cell.size())
            fail("'" + cell + "' is not a number (165.1, without a unit: that belongs into the column's name)", column);
        else if (!(value > 0))
            fail("'" + cell + "' must be greater than 0", column);
        else if (value < kLeast || value > kMost)
            fail("'" + cell + "' is beyond what can be measured", column);
        return value;
    }
    void fail(std::string message, std::string_view column)
    {
        if (!m_error)
            m_error =
                invalidInput(std::move(message), {.file = m_file, .line = m_row.line, .key = std::string(column)});
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const CsvTable &m_table;
    const CsvTable::Row &m_row;
    const std::string &m_file;
    std::optional<Error> m_error;
};

Result<void> checkHeader(const CsvTable &table, const std::string &file)
{
    const Place place{.file = file, .line = table.headerLine};
    bool measured = false;
    for (const std::string &name : table.header) {
        const bool known = std::find(kTextColumns.begin(), kTextColumns.end(), name) != kTextColumns.end();
        measured = measured || unitColumn(name) != nullptr;
        if (known || unitColumn(name) != nullptr || name == "clock_mhz")
            continue;
        const bool quantity = name.starts_with("latency") || name.starts_with("energy");
        return invalidInput(
            quantity ? "unknown unit in column '" + name + "'; known: " + unitNames() : unknownColumn(name), place);
    }
    if (std::find(table.header.begin(), table.header.end(), "network") == table.header.end())
        return invalidInput("a column 'network' is missing", place);
    if (!measured)
        return invalidInput("no column holds a measurement; add one of " + unitNames(), place);
    return {};
}

double clockIn(RowReader &reader)
{
    const std::optional<double> clock = reader.positive("clock_mhz");
    if (clock && (*clock < kLeastMhz || *clock > kMostMhz))
        reader.fail("'" + reader.text("clock_mhz") + "' is no clock of a device: 0.01 to 20000, in MHz", "clock_mhz");
    return clock.value_or(0);
}

Measurement readRow(RowReader &reader)
{
    Measurement m;
    m.system = {.chip = reader.text("chip"), .core = reader.text("core"), .library = reader.text("library")};
    m.system.lanes = reader.positive("lanes").value_or(0);
    m.system.accelerator = reader.text("accelerator") == "yes";
    if (m.system.lanes > 1024)
        reader.fail("must be 1024 at most", "lanes");
    const std::string work = reader.text("work");
    if (work == "ne16")
        m.system.unit = WorkUnit::Ne16Cycle;
    else if (!work.empty() && work != "mac")
        reader.fail("unknown unit of work '" + work + "'; known: mac, ne16", "work");
    if (const std::string before = reader.text("library_before"); !before.empty())
        m.system.predecessors.push_back(before);
    m.generation = reader.text("generation");
    m.submitter = reader.text("submitter");
    m.round = reader.text("round");
    m.clockMhz = clockIn(reader);
    m.point = reader.text("point");
    m.supply = reader.text("supply");
    m.network = reader.text("network");
    m.layer = reader.text("layer");
    m.board = reader.text("board");
    m.runtime = reader.text("runtime");
    if (m.network.empty())
        reader.fail("must not be empty", "network");
    for (const UnitColumn &column : kUnitColumns) {
        const std::optional<double> value = reader.positive(column.name);
        std::optional<double> &target = column.energy ? m.energyUj : m.latencyMs;
        if (value && target)
            reader.fail("stands here twice, in two units", column.name);
        else if (value)
            target = *value * column.factor;
    }
    return m;
}

/// Chains the predecessors: 9.0 ← 8.1 becomes 9.0 ← 8.1 ← 8.0 …
void followPredecessors(std::vector<Measurement> &measurements)
{
    std::map<std::string, std::string> before;
    for (const Measurement &m : measurements) {
        if (!m.system.predecessors.empty())
            before[m.system.library] = m.system.predecessors.front();
    }
    for (Measurement &m : measurements) {
        m.system.predecessors.clear();
        std::string name = m.system.library;
        while (before.contains(name) && m.system.predecessors.size() < before.size()) {
            name = before[name];
            m.system.predecessors.push_back(name);
        }
    }
}

} // namespace

Result<std::vector<Measurement>> parseMeasurements(std::string_view csv, const std::string &file)
{
    const Result<CsvTable> table = parseCsv(csv, file);
    if (!table.ok())
        return table.error();
    if (const Result<void> header = checkHeader(*table, file); !header.ok())
        return header.error();
    std::vector<Measurement> measurements;
    for (const CsvTable::Row &row : table->rows) {
        RowReader reader(*table, row, file);
        measurements.push_back(readRow(reader));
        measurements.back().line = row.line;
        if (reader.error())
            return *reader.error();
    }
    followPredecessors(measurements);
    return measurements;
}

Result<std::vector<Measurement>> loadMeasurements(const std::string &path)
{
    const Result<std::string> text = readText(path);
    if (!text.ok())
        return text.error();
    Result<std::vector<Measurement>> measurements = parseMeasurements(*text, path);
    if (!measurements.ok())
        return measurements.error();
    // The file means the same wherever the program is started.
    for (Measurement &m : *measurements)
        m.network = resolveName(path, m.network);
    return measurements;
}

Result<std::vector<Measurement>> publishedMeasurements()
{
    return loadMeasurements((resourceFolder() / "measurements" / "mlperf_tiny.csv").string());
}

} // namespace dnas
