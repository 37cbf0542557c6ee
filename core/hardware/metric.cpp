// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Metrics as data: names, units, how people write and read them.
#include "core/hardware/metric.h"

#include "core/base/joined.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <span>

namespace dnas {

namespace {

enum class Quantity { Count, Bytes, Milliseconds, Microjoule };

struct Unit {
    std::string_view name;
    double factor;
};

// The micro sign has two code points; keyboards produce either.
constexpr std::array kCountUnits{Unit{"", 1}, Unit{"k", 1e3}, Unit{"K", 1e3}, Unit{"M", 1e6}, Unit{"G", 1e9}};
constexpr std::array kByteUnits{Unit{"", 1},
                                Unit{"B", 1},
                                Unit{"kB", 1e3},
                                Unit{"MB", 1e6},
                                Unit{"KiB", 1024},
                                Unit{"MiB", 1024.0 * 1024},
                                Unit{"GiB", 1024.0 * 1024 * 1024}};
constexpr std::array kTimeUnits{Unit{"", 1},           Unit{"ms", 1},         Unit{"us", 1e-3},
                                Unit{"\u00b5s", 1e-3}, Unit{"\u03bcs", 1e-3}, Unit{"s", 1e3}};
constexpr std::array kEnergyUnits{Unit{"", 1},      Unit{"uJ", 1},   Unit{"\u00b5J", 1}, Unit{"\u03bcJ", 1},
                                  Unit{"nJ", 1e-3}, Unit{"mJ", 1e3}, Unit{"J", 1e6}};

std::span<const Unit> unitsOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Bytes:
        return kByteUnits;
    case Quantity::Milliseconds:
        return kTimeUnits;
    case Quantity::Microjoule:
        return kEnergyUnits;
    case Quantity::Count:
        break;
    }
    return kCountUnits;
}

Quantity quantityOf(std::string_view metric)
{
    const MetricInfo *info = findMetric(metric);
    if (info == nullptr || info->unit.empty())
        return Quantity::Count;
    return info->unit == "B" ? Quantity::Bytes : info->unit == "ms" ? Quantity::Milliseconds : Quantity::Microjoule;
}

std::string print(const char *format, double value)
{
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// Three significant digits, never an exponent; from 100 upwards all digits before the point.
std::string threeDigits(double value)
{
    const double size = std::abs(value);
    if (size == 0 || size >= 99.95)
        return print("%.0f", value);
    return print(size >= 9.995 ? "%.1f" : size >= 0.9995 ? "%.2f" : "%.3f", value);
}

/// `value` with the first of the units in which it needs at most `limit`.
std::string scaled(double value, double step, double limit, std::span<const char *const> units)
{
    std::size_t unit = 0;
    while (unit + 1 < units.size() && std::abs(value) >= limit) {
        value /= step;
        ++unit;
    }
    return threeDigits(value) + units[unit];
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string unitList(Quantity quantity)
{
    std::vector<std::string_view> names;
    for (const Unit &unit : unitsOf(quantity)) {
        if (!unit.name.empty() && unit.name[0] != '\xc2' && unit.name[0] != '\xce')
            names.push_back(unit.name);
    }
    return joined(names);
}

} // namespace

const std::vector<MetricInfo> &allMetrics()
{
    static const std::vector<MetricInfo> metrics{
        {"weights", "weights", "", "Weights"},
        {"parameters", "parameters", "", "Parameters"},
        {"macs", "macs", "", "MACs"},
        {"flash", "flash_bytes", "B", "Flash"},
        {"ram", "ram_bytes", "B", "RAM"},
        {"cycles", "cycles", "", "Cycles"},
        {"latency", "latency_ms", "ms", "Latency"},
        {"energy", "energy_uj", "µJ", "Energy"},
        {"compressed", "compressed_bytes", "B", "Compressed size"},
    };
    return metrics;
}

const MetricInfo *findMetric(std::string_view name)
{
    for (const MetricInfo &info : allMetrics()) {
        if (name == info.name || name == info.jsonKey)
            return &info;
    }
    return nullptr;
}

std::string formatMetric(std::string_view metric, double value)
{
    if (!std::isfinite(value))
        return "n/a";
    static constexpr std::array kCounts{"", " k", " M", " G", " T"};
    static constexpr std::array kBytes{" B", " KiB", " MiB", " GiB"};
    static constexpr std::array kSeconds{" s"};
    static constexpr std::array kEnergies{" µJ", " mJ", " J"};
    switch (quantityOf(metric)) {
    case Quantity::Bytes:
        return std::abs(value) < 1023.5 ? print("%.0f B", value) : scaled(value, 1024, 1023.5, kBytes);
    case Quantity::Milliseconds:
        if (std::abs(value) >= 9999.5)
            return scaled(value / 1000, 1000, 1e300, kSeconds);
        return print(std::abs(value) >= 0.995 || value == 0 ? "%.2f ms" : "%.3f ms", value);
    case Quantity::Microjoule:
        return scaled(value, 1000, 999.5, kEnergies);
    case Quantity::Count:
        break;
    }
    return std::abs(value) < 999.5 ? print("%.0f", value) : scaled(value, 1000, 999.5, kCounts);
}

Result<double> parseQuantity(std::string_view text, std::string_view metric)
{
    if (findMetric(metric) == nullptr)
        return invalidInput("unknown metric '" + std::string(metric) +
                            "'; known: " + joined(allMetrics(), &MetricInfo::name));
    const Quantity quantity = quantityOf(metric);
    text = trimmed(text);
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || !std::isfinite(number))
        return invalidInput("'" + std::string(text) + "' is not a quantity; write a number and, if you like, one of " +
                            unitList(quantity));
    if (std::signbit(number) && number != 0)
        return invalidInput("'" + std::string(text) + "' is negative; a quantity is 0 or more");
    const std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    for (const Unit &known : unitsOf(quantity)) {
        if (unit == known.name)
            return number * known.factor;
    }
    return invalidInput("unknown unit '" + std::string(unit) + "' for " + std::string(metric) +
                        "; known: " + unitList(quantity));
}

} // namespace dnas
