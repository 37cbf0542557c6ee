// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See output.h.
#include "app/cli/output.h"

#include "core/hardware/board.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr const char *kDash = "–";

std::size_t characters(std::string_view text)
{
    // UTF-8: every byte but the continuations begins a character.
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

void printJson(const Json &json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

void printText(std::string_view text) { std::cout << text; }

TextTable::TextTable(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void TextTable::add(std::vector<std::string> cells)
{
    cells.resize(m_columns.size());
    for (std::string &cell : cells)
        cell = printable(cell);
    m_rows.push_back(std::move(cells));
}

void TextTable::addRule() { m_rows.emplace_back(); }

std::string TextTable::text(int indent) const
{
    std::vector<std::size_t> widths;
    std::vector<std::string> titles;
    for (const Column &column : m_columns) {
        widths.push_back(characters(column.title));
        titles.push_back(column.title);
    }
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], characters(row[i]));
    }
    std::size_t total = 0;
    for (const std::size_t width : widths)
        total += width + 2;
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const std::string rule = margin + std::string(total >= 2 ? total - 2 : 0, '-') + '\n';

    const auto line = [&](const std::vector<std::string> &cells) {
        std::string out = margin;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string fill(widths[i] - characters(cells[i]), ' ');
            out += m_columns[i].align == Align::Right ? fill + cells[i] : cells[i] + fill;
            out += "  ";
        }
        out.erase(out.find_last_not_of(' ') + 1);
        return out + '\n';
    };
    std::string out;
    if (std::any_of(titles.begin(), titles.end(), [](const std::string &title) { return !title.empty(); }))
        out = line(titles) + rule;
    for (const auto &row : m_rows)
        out += row.empty() ? rule : line(row);
    return out;
}

std::string countText(std::int64_t value)
{
    std::string text = std::to_string(value);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = text.size(); at > first + 3;) {
        at -= 3;
        text.insert(at, 1, ' ');
    }
    return text;
}

std::string counted(std::int64_t number, const std::string &noun)
{
    return countText(number) + ' ' + noun + (number == 1 ? "" : "s");
}

std::string changeText(std::int64_t from, std::int64_t to)
{
    if (from == to)
        return "";
    return (to > from ? "+" : "") + countText(to - from);
}

std::string shapeText(const Shape &shape) { return fmt::format("{}×{}×{}", shape.channels, shape.height, shape.width); }

std::string sizeText(const Size2 &size) { return fmt::format("{}×{}", size.height, size.width); }

std::string costText(const CostSet &costs, const std::string &metric)
{
    const auto found = costs.find(metric);
    return found == costs.end() ? kDash : formatMetric(metric, found->second.value);
}

std::string originText(const CostValue &value)
{
    std::string text = originName(value.origin);
    if (value.errorPercent)
        text += fmt::format(" ± {:.3g} %", *value.errorPercent);
    return text;
}

std::string setupText(const BoardSetup &setup)
{
    std::string text = setup.board.title.empty() ? setup.board.name : setup.board.title;
    if (!setup.runtime.name.empty())
        text += ", " + (setup.runtime.title.empty() ? setup.runtime.name : setup.runtime.title);
    if (!setup.point.name.empty())
        text += fmt::format(", {} ({:g} MHz)", setup.point.name, setup.point.clockMhz);
    return printable(text);
}

std::vector<std::string> originNotes(const CostSet &costs)
{
    std::vector<std::pair<std::string, std::string>> notes; // origin, metrics
    for (const MetricInfo &metric : allMetrics()) {
        const auto found = costs.find(metric.name);
        if (found == costs.end())
            continue;
        const std::string origin = originText(found->second);
        const auto note = std::find_if(notes.begin(), notes.end(), [&](const auto &n) { return n.first == origin; });
        if (note == notes.end())
            notes.emplace_back(origin, metric.name);
        else
            note->second += ", " + metric.name;
    }
    std::vector<std::string> lines;
    for (const auto &[origin, metrics] : notes)
        lines.push_back(metrics + ": " + origin);
    return lines;
}

Json shapeJson(const Shape &shape) { return Json::array({shape.channels, shape.height, shape.width}); }

Json numberJson(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json metricJson(std::string_view metric, double value)
{
    if (!std::isfinite(value))
        return nullptr;
    const MetricInfo *info = findMetric(metric);
    const bool isCount = info && (info->unit.empty() || info->unit == "B");
    constexpr double kExact = 9007199254740992.0; // 2^53: whole doubles below are exact
    if (isCount && std::abs(value) < kExact && value == std::floor(value))
        return static_cast<std::int64_t>(value);
    return value;
}

void putCosts(Json &object, const CostSet &costs)
{
    for (const MetricInfo &metric : allMetrics()) {
        const auto found = costs.find(metric.name);
        const bool known = found != costs.end();
        object[metric.jsonKey] = known ? metricJson(metric.name, found->second.value) : Json();
        object[metric.jsonKey + "_origin"] = known ? Json(originName(found->second.origin)) : Json();
        object[metric.jsonKey + "_error_percent"] =
            known && found->second.errorPercent ? Json(*found->second.errorPercent) : Json();
    }
}

void putSetup(Json &object, const BoardSetup &setup)
{
    const auto nameOrNull = [](const std::string &name) {
        return name.empty() ? Json() : Json(name);
    };
    object["board"] = setup.board.name;
    object["runtime"] = nameOrNull(setup.runtime.name);
    object["point"] = nameOrNull(setup.point.name);
    object["clock_mhz"] = setup.point.clockMhz > 0 ? Json(setup.point.clockMhz) : Json();
}

} // namespace paretoscope
